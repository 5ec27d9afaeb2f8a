/** Why what was typed is no quantity, in the reader's language. */
import type { QuantityProblem } from '#lib/look/quantity-text.ts';
import { m } from '#texts/messages.js';

const texts: Readonly<Record<QuantityProblem, () => string>> = {
	empty: m.common_quantity_empty,
	'not-a-number': m.common_quantity_not_a_number,
	'too-fine': m.common_quantity_too_fine,
	negative: m.common_quantity_negative,
	'too-large': m.common_quantity_too_large
};

export function quantityProblem(problem: QuantityProblem): string {
	return texts[problem]();
}
