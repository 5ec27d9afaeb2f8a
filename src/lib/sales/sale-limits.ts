/**
 * Limits of law and of the group that a sale may pass: the till asks before the sale, the server looks afterwards. The
 * same on both.
 */
import {
	type CeilingClass,
	ceilingOf,
	type CeilingPlace,
	type CeilingRule,
	isOverCeiling,
	mostOf
} from '#lib/catalog/ceiling.ts';
import type { Quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, total } from '#lib/kernel/rupiah.ts';
import { basketOf } from './cart.ts';
import type { SaleBody } from './wire-bodies.ts';

/** A line of goods under a ceiling. */
export interface CeilingLine {
	readonly of: CeilingClass;
	readonly price: Rupiah;
	/** Thousandths of the normal unit in one of the unit. */
	readonly factor: Quantity;
	readonly normalQuantity: Quantity;
	/** What it costs after its own discount, by which a price can be lowered; left out where nothing goes off. */
	readonly paid?: Rupiah;
}

/** The ceiling that a line passes, or null. */
export function passedCeiling(rules: readonly CeilingRule[], line: CeilingLine, at: CeilingPlace): Rupiah | null {
	const ceiling = ceilingOf(rules, line.of, at);
	if (ceiling === null || !isOverCeiling(line.price, line.factor, ceiling)) return null;
	const { paid, normalQuantity } = line;
	return paid === undefined || isOverCeiling(paid, normalQuantity, ceiling) ? ceiling : null;
}

/** Classes of which a buyer gets more than the law allows, each with what it allows. */
export function passedMost(
	rules: readonly CeilingRule[],
	lines: readonly CeilingLine[],
	{ day }: CeilingPlace
): { readonly of: CeilingClass; readonly most: Quantity }[] {
	const sums = new Map<CeilingClass, number>();
	for (const { of, normalQuantity } of lines) sums.set(of, (sums.get(of) ?? 0) + normalQuantity);
	return [...sums].flatMap(([of, sum]) => {
		const most = mostOf(rules, of, day);
		return most !== null && sum > most ? [{ of, most }] : [];
	});
}

/** Whether more than `percent` of what the goods cost is taken off. */
export function passesDiscount({ lines, discount }: Pick<SaleBody, 'lines' | 'discount'>, percent: number): boolean {
	if (discount === 0 && lines.every((line) => line.discount === 0)) return false;
	const { subtotal } = basketOf(lines, discount);
	const off = discount + total(lines.map((line) => line.discount));
	return off * 100 > subtotal * percent;
}
