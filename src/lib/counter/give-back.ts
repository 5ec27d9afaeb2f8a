/** Goods brought back to the counter: what of a sale can still come back, and what a choice of it is worth. */
import type { Id } from '#lib/kernel/id.ts';
import { inNormalUnit, type Quantity, quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { basketOf } from '#lib/sales/cart.ts';
import { type Refund, refundOf, returnable, type ReturnableLine, worthOf } from '#lib/sales/refund.ts';
import type { BodyOf, ReturnBody, SaleBody } from '#lib/sales/wire-bodies.ts';

export interface SoldLine extends ReturnableLine {
	readonly name: string;
	readonly unit: string;
	/** Thousandths of the normal unit in one unit. */
	readonly factor: Quantity;
	readonly productId: Id;
	/** What can still come back. */
	readonly left: Quantity;
}

export interface GivenBack {
	readonly sale: SaleBody;
	readonly lines: readonly SoldLine[];
	/** What came back earlier was worth so much. */
	readonly before: Rupiah;
}

/** A sale with what came back of it so far. */
export function givenBackOf(sale: SaleBody, earlier: readonly ReturnBody[]): GivenBack {
	const { lines: totals } = basketOf(sale.lines, sale.discount);
	const parts = earlier.flatMap(({ lines }) => lines);
	const lines = sale.lines.map(({ name, unit, factor, productId, quantity: sold }, index) => {
		const { amount = rupiah(0), discount = rupiah(0) } = totals[index] ?? {};
		const before = parts.filter(({ line }) => line === index).reduce((sum, part) => sum + part.quantity, 0);
		const line = { quantity: sold, net: rupiah(amount - discount), before: quantity(before) };
		return { name, unit, factor, productId, ...line, left: returnable(line) };
	});
	return { sale, lines, before: total(parts.map(({ amount }) => amount)) };
}

/** What comes back now: how much of each line, by its place in the sale. */
export type Chosen = ReadonlyMap<number, Quantity>;

export const nothing: Chosen = new Map();

export function withPart(chosen: Chosen, line: number, part: Quantity): Chosen {
	return new Map([...chosen, [line, part]]);
}

/** All that is left of every line. */
export function everything({ lines }: GivenBack): Chosen {
	return new Map(lines.flatMap(({ left }, line) => (left > 0 ? [[line, left] as const] : [])));
}

export interface Reckoned {
	readonly lines: BodyOf<'return'>['lines'];
	readonly refund: Refund;
	/** What the buyer is given, or may spend on other goods. */
	readonly total: Rupiah;
}

/** What the chosen goods come to; null while nothing is chosen, or more than is left. */
export function reckoned(from: GivenBack, chosen: Chosen): Reckoned | null {
	const lines: { line: number; quantity: Quantity; amount: Rupiah }[] = [];
	for (const [line, part] of [...chosen].sort(([one], [other]) => one - other)) {
		const sold = from.lines[line];
		if (part === 0) continue;
		if (sold === undefined || part < 0 || part > sold.left) return null;
		lines.push({ line, quantity: part, amount: worthOf(sold, part) });
	}
	if (lines.length === 0) return null;
	const refund = refundOf(from.sale, from.before, total(lines.map(({ amount }) => amount)));
	return { lines, refund, total: total(refund.parts.map(({ amount }) => amount)) };
}

/** What the shelf has less, in thousandths of each product's normal unit: negative, since goods come back to it. */
export function offShelf(from: GivenBack, chosen: Chosen): ReadonlyMap<Id, Quantity> {
	const back = new Map<Id, Quantity>();
	for (const [line, part] of chosen) {
		const sold = from.lines[line];
		if (sold === undefined) continue;
		const normal = inNormalUnit(part, sold.factor);
		back.set(sold.productId, quantity((back.get(sold.productId) ?? 0) - normal));
	}
	return back;
}
