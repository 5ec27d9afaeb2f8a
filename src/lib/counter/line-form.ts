/** The sheet of one line as it is typed: how much in which unit, what goes off, and why it costs more than law allows. */
import { fitsStep, type UnitKey, unitOf, usualFactor } from '#lib/catalog/units.ts';
import { lineAmount, oneUnit, type Quantity, quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { mulDiv } from '#lib/kernel/whole.ts';
import type { Language } from '#lib/look/language.ts';
import { parseQuantity, quantityInput, type QuantityProblem } from '#lib/look/quantity-text.ts';
import type { SoldUnit } from './goods.ts';

/** The unit in which a scale shows what is sold by a larger one. */
const fine: Partial<Record<UnitKey, UnitKey>> = { kg: 'gram', liter: 'ml' };

export function fineUnit(unit: UnitKey): UnitKey | null {
	return fine[unit] ?? null;
}

/** What was typed, in thousandths of the unit that is sold; in grams or millilitres where `isFine`. */
export function readAmount(typed: string, isFine: boolean, language: Language): Quantity | QuantityProblem {
	const read = parseQuantity(typed, language);
	if (typeof read !== 'number' || !isFine) return read;
	return read % oneUnit === 0 ? quantity(read / oneUnit) : 'too-fine';
}

/** An amount as it stands in the box. */
export function amountInput(amount: Quantity, isFine: boolean, language: Language): string {
	return quantityInput(isFine ? quantity(amount * oneUnit) : amount, language);
}

/** What a scale showed, in thousandths of `unit`; null where that is not sold by weight, or weighs differently from goods to goods. */
export function weighedAmount(unit: UnitKey, weight: Quantity): Quantity | null {
	const inKilograms = usualFactor(unit, 'kg');
	return inKilograms === null ? null : quantity(mulDiv(weight, oneUnit, inKilograms));
}

/** The smallest part that `unit` is sold in, when `amount` is not made of such parts. */
export function missedStep(unit: UnitKey, amount: Quantity): Quantity | null {
	const rule = unitOf(unit);
	return rule === null || fitsStep(rule, amount) ? null : rule.step;
}

/** What a line of `amount` costs before anything goes off. */
export function costOf({ price }: SoldUnit, amount: Quantity | QuantityProblem): Rupiah {
	return typeof amount === 'number' ? lineAmount(price, amount) : rupiah(0);
}
