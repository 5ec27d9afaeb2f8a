/** A list of goods with quantities, as it is typed to buy, to count or to write off. */
import { fitsStep, unitOf, type UnitKey } from '#lib/catalog/units.ts';
import type { Id } from '#lib/kernel/id.ts';
import { inNormalUnit, type Quantity, quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import type { Language } from '#lib/look/language.ts';
import { type RupiahProblem, parseRupiah } from '#lib/look/money.ts';
import { parseQuantity, type QuantityProblem } from '#lib/look/quantity-text.ts';
import type { Goods } from './goods.ts';

/** A unit in which goods are counted: the normal one, or one of those they are sold in. */
export interface CountedUnit {
	readonly unit: UnitKey;
	readonly factor: Quantity;
}

/** The units of goods, the normal one first: people buy sacks and count trays. */
export function countedUnits({ normalUnit, units }: Goods): CountedUnit[] {
	const normal: CountedUnit = { unit: normalUnit, factor: quantity(1000) };
	return [normal, ...units.filter(({ unit }) => unit !== normalUnit).map(({ unit, factor }) => ({ unit, factor }))];
}

export interface TypedLine {
	readonly goods: Goods;
	readonly unit: CountedUnit;
	readonly amount: string;
	/** What the whole line cost; empty where no cost is asked. */
	readonly cost: string;
}

export interface LineProblem {
	readonly amount?: QuantityProblem | 'none' | 'step';
	readonly cost?: RupiahProblem;
}

export interface ReadLine {
	readonly productId: Id;
	/** In thousandths of the normal unit. */
	readonly quantity: Quantity;
	readonly cost: Rupiah;
}

export interface Asking {
	readonly language: Language;
	readonly needsCost: boolean;
	/** What is there is counted: it may be nothing, and is held against the record. */
	readonly isCount: boolean;
}

export function readLine(
	{ goods, unit, amount, cost }: TypedLine,
	{ language, needsCost, isCount }: Asking
): ReadLine | LineProblem {
	const counted = parseQuantity(amount, language);
	if (typeof counted === 'string') return { amount: counted };
	if (counted === 0 && !isCount) return { amount: 'none' };
	const rule = unitOf(unit.unit);
	if (rule !== null && counted > 0 && !fitsStep(rule, counted)) return { amount: 'step' };
	const paid = needsCost ? parseRupiah(cost) : rupiah(0);
	if (typeof paid === 'string') return { cost: paid };
	return { productId: goods.id, quantity: inNormalUnit(counted, unit.factor), cost: paid };
}

/** All lines read, or null while one of them is wrong, or none is there. */
export function readLines(lines: readonly TypedLine[], asking: Asking): ReadLine[] | null {
	const read = lines.map((line) => readLine(line, asking));
	const right = read.filter((line): line is ReadLine => 'productId' in line);
	return right.length === 0 || right.length < read.length ? null : right;
}

/** What was counted less what the record says, in the normal unit; null where nothing can be said yet. */
export function beyondRecord({ stock }: Goods, read: ReadLine | LineProblem): number | null {
	return stock === null || !('productId' in read) ? null : read.quantity - stock;
}

/** The goods after what was told of them, until the server tells its own record. */
export function counted(list: readonly Goods[], lines: readonly ReadLine[]): Goods[] {
	const found = new Map(lines.map((line) => [line.productId, line.quantity]));
	return list.map((goods) => {
		const now = found.get(goods.id);
		return now === undefined || goods.stock === null ? goods : { ...goods, stock: now };
	});
}

/** What the lines take from the shelf; `bought` ones bring it. */
export function movedFrom(lines: readonly ReadLine[], isBought: boolean): ReadonlyMap<Id, Quantity> {
	const moved = new Map<Id, Quantity>();
	for (const { productId, quantity: amount } of lines)
		moved.set(productId, quantity((moved.get(productId) ?? 0) + (isBought ? 0 - amount : amount)));
	return moved;
}
