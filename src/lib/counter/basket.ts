/** The basket at the counter: what it holds, and what each tap does to it. */
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { inNormalUnit, lineAmount, type Quantity, quantity, quantityMax } from '#lib/kernel/quantity.ts';
import { negated, type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { basketOf } from '#lib/sales/cart.ts';
import { linesMax, type SaleLine } from '#lib/sales/wire-bodies.ts';
import type { Exchange } from './exchange.ts';
import { type Goods, soldUnits, type SoldUnit } from './goods.ts';
import type { Buyer } from './kept.ts';
import { firstQuantity } from './quantity-steps.ts';

export interface Basket {
	/** Becomes the id of the sale, so that one basket is sold once however often someone taps. */
	readonly id: Id;
	/** In the order in which the goods were first taken; one line a unit of goods. */
	readonly lines: readonly SaleLine[];
	/** Off the whole basket. */
	readonly discount: Rupiah;
	/** About the sale, never about the buyer. */
	readonly note: string;
	/** Who pays later. */
	readonly buyer: Buyer | null;
	readonly exchange: Exchange | null;
}

/** A basket set aside for a buyer who comes back. */
export interface Parked {
	readonly basket: Basket;
	/** Null for the one that is open. */
	readonly parkedAt: Instant | null;
	/** What the cashier calls it: "Bu Ida". */
	readonly label: string;
}

export function emptyBasket(id: Id): Basket {
	return { id, lines: [], discount: rupiah(0), note: '', buyer: null, exchange: null };
}

/** The basket with one more tap on `goods`; unchanged when there are as many lines as a receipt can carry. */
export function add(basket: Basket, goods: Goods, unit: SoldUnit, amount: Quantity = firstQuantity(unit.unit)): Basket {
	const known = lineOf(basket, unit.id);
	if (known !== undefined) return setQuantity(basket, unit.id, quantity(known.quantity + amount));
	if (basket.lines.length >= linesMax) return basket;
	return { ...basket, lines: [...basket.lines, lineFor(goods, unit, amount)] };
}

/** The basket with `amount` of a unit that is in it; none or less takes the line out. */
export function setQuantity(basket: Basket, unitId: Id, amount: Quantity): Basket {
	if (amount <= 0) return remove(basket, unitId);
	return withLine(basket, unitId, { quantity: quantity(Math.min(amount, quantityMax)) });
}

/** What a cashier may say of a line: what goes off it, a note, and why a ceiling or limit was passed. */
export type LineWords = Pick<SaleLine, 'discount' | 'note' | 'reason'>;

export function withLine(basket: Basket, unitId: Id, change: Partial<LineWords & Pick<SaleLine, 'quantity'>>): Basket {
	const lines = basket.lines.map((line) => (line.unitId === unitId ? discountable({ ...line, ...change }) : line));
	return withDiscount({ ...basket, lines }, basket.discount);
}

/** The basket with so much off it, and never more than it costs. */
export function withDiscount(basket: Basket, discount: Rupiah): Basket {
	const { due } = basketOf(basket.lines, rupiah(0));
	return { ...basket, discount: rupiah(Math.max(0, Math.min(discount, due))) };
}

/** Never more off a line than it costs. */
function discountable(line: SaleLine): SaleLine {
	return { ...line, discount: rupiah(Math.max(0, Math.min(line.discount, lineAmount(line.price, line.quantity)))) };
}

/** The line of `unitId` sold in another unit of the same goods; a line that is there in that unit already grows. */
export function changeLine(basket: Basket, unitId: Id, goods: Goods, unit: SoldUnit, amount: Quantity): Basket {
	if (amount <= 0) return remove(basket, unitId);
	if (unit.id === unitId) return setQuantity(basket, unitId, amount);
	const other = lineOf(basket, unit.id);
	const grown = quantity(amount + (other?.quantity ?? 0));
	const lines = basket.lines.flatMap((line) => {
		if (line.unitId === unitId) return [lineFor(goods, unit, grown)];
		return line.unitId === unit.id ? [] : [line];
	});
	return withDiscount({ ...basket, lines }, basket.discount);
}

export function remove(basket: Basket, unitId: Id): Basket {
	const lines = basket.lines.filter((line) => line.unitId !== unitId);
	return withDiscount({ ...basket, lines }, basket.discount);
}

/** The basket at today's prices, as after the page was closed for a while; what is sold no more is not in it. */
export function repriced(basket: Basket, list: readonly Goods[]): Basket {
	const offered = new Map(list.flatMap((goods) => soldUnits(goods).map((unit) => [unit.id, { goods, unit }] as const)));
	const lines = basket.lines.flatMap((line) => {
		const found = offered.get(line.unitId);
		if (found === undefined) return [];
		const { discount, note, reason } = line;
		return [discountable({ ...lineFor(found.goods, found.unit, line.quantity), discount, note, reason })];
	});
	return withDiscount({ ...basket, lines }, basket.discount);
}

export function lineOf(basket: Basket, unitId: Id): SaleLine | undefined {
	return basket.lines.find((line) => line.unitId === unitId);
}

export function amountOf(line: SaleLine): Rupiah {
	return rupiah(lineAmount(line.price, line.quantity) + negated(line.discount));
}

/** What the basket costs, before any rounding of cash. */
export function sumOf(basket: Basket): Rupiah {
	return basketOf(basket.lines, basket.discount).due;
}

/** How much of each product `lines` take, in thousandths of its normal unit. */
export function takenBy(lines: readonly SaleLine[]): ReadonlyMap<Id, Quantity> {
	const taken = new Map<Id, Quantity>();
	for (const { productId, quantity: amount, factor } of lines)
		taken.set(productId, quantity((taken.get(productId) ?? 0) + inNormalUnit(amount, factor)));
	return taken;
}

/** The same lines as they go back to the shelf. */
export function givenBack(lines: readonly SaleLine[]): SaleLine[] {
	return lines.map((line) => ({ ...line, quantity: quantity(0 - line.quantity) }));
}

function lineFor(goods: Goods, unit: SoldUnit, amount: Quantity): SaleLine {
	const { id: productId, name } = goods;
	const bounded = quantity(Math.min(amount, quantityMax));
	return {
		productId,
		unitId: unit.id,
		name,
		unit: unit.unit,
		quantity: bounded,
		factor: unit.factor,
		price: unit.price,
		discount: rupiah(0),
		note: '',
		reason: ''
	};
}
