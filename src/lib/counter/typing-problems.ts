/** What is wrong with something that was typed, in the reader's language. */
import type { RupiahProblem } from '#lib/look/money.ts';
import type { QuantityProblem } from '#lib/look/quantity-text.ts';
import { m } from '#texts/messages.js';
import { quantityProblem } from './quantity-problem.ts';

const money: Readonly<Record<RupiahProblem, () => string>> = {
	empty: m.common_rupiah_empty,
	'not-a-number': m.common_rupiah_not_a_number,
	fraction: m.common_rupiah_fraction,
	negative: m.common_rupiah_negative,
	'too-large': m.common_rupiah_too_large
};

export function moneyProblem(problem: RupiahProblem | 'zero'): string {
	return problem === 'zero' ? m.till_money_zero() : money[problem]();
}

/** `step` is the finest that the unit is measured, as it is said. */
export function amountProblem(problem: QuantityProblem | 'none' | 'step', step: string): string {
	if (problem === 'none') return m.common_quantity_empty();
	return problem === 'step' ? m.counter_step({ step }) : quantityProblem(problem);
}
