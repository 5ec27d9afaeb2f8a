/** The basket at the counter: what it holds, and what each tap does to it. */
import type { Id } from '#lib/kernel/id.ts';
import { inNormalUnit, lineAmount, type Quantity, quantity, quantityMax } from '#lib/kernel/quantity.ts';
import { negated, type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { linesMax, type SaleLine } from '#lib/sales/wire-bodies.ts';
import { type Goods, soldUnits, type SoldUnit } from './goods.ts';
import { firstQuantity } from './quantity-steps.ts';

export interface Basket {
	/** Becomes the id of the sale, so that one basket is sold once however often someone taps. */
	readonly id: Id;
	/** In the order in which the goods were first taken; one line a unit of goods. */
	readonly lines: readonly SaleLine[];
}

export function emptyBasket(id: Id): Basket {
	return { id, lines: [] };
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
	const bounded = quantity(Math.min(amount, quantityMax));
	return {
		...basket,
		lines: basket.lines.map((line) => (line.unitId === unitId ? { ...line, quantity: bounded } : line))
	};
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
	return { ...basket, lines };
}

export function remove(basket: Basket, unitId: Id): Basket {
	return { ...basket, lines: basket.lines.filter((line) => line.unitId !== unitId) };
}

/** The basket at today's prices, as after the page was closed for a while; what is sold no more is not in it. */
export function repriced(basket: Basket, list: readonly Goods[]): Basket {
	const offered = new Map(list.flatMap((goods) => soldUnits(goods).map((unit) => [unit.id, { goods, unit }] as const)));
	const lines = basket.lines.flatMap((line) => {
		const found = offered.get(line.unitId);
		return found === undefined ? [] : [lineFor(found.goods, found.unit, line.quantity)];
	});
	return { ...basket, lines };
}

export function lineOf(basket: Basket, unitId: Id): SaleLine | undefined {
	return basket.lines.find((line) => line.unitId === unitId);
}

export function amountOf(line: SaleLine): Rupiah {
	return rupiah(lineAmount(line.price, line.quantity) + negated(line.discount));
}

/** What the basket costs, before any rounding of cash. */
export function sumOf(basket: Basket): Rupiah {
	return total(basket.lines.map(amountOf));
}

/** How much of each product `lines` take, in thousandths of its normal unit. */
export function takenBy(lines: readonly SaleLine[]): ReadonlyMap<Id, Quantity> {
	const taken = new Map<Id, Quantity>();
	for (const { productId, quantity: amount, factor } of lines)
		taken.set(productId, quantity((taken.get(productId) ?? 0) + inNormalUnit(amount, factor)));
	return taken;
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
