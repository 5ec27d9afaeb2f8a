/** What stands in the way of selling a basket: ceilings and limits of law, and more off than a cashier may give. */
import { type CeilingClass, ceilingOf, type CeilingPlace, type CeilingRule } from '#lib/catalog/ceiling.ts';
import type { UnitKey } from '#lib/catalog/units.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { inNormalUnit, lineAmount, oneUnit, type Quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { passedCeiling, passedMost, passesDiscount, type CeilingLine } from '#lib/sales/sale-limits.ts';
import type { SaleLine } from '#lib/sales/wire-bodies.ts';
import type { Basket } from './basket.ts';
import type { Goods } from './goods.ts';
import type { Snapshot } from './snapshot.ts';

export type Stop =
	/** Dearer than law allows here and today, and no reason is written (R9). */
	| { readonly is: 'ceiling'; readonly line: SaleLine; readonly ceiling: Rupiah; readonly unit: UnitKey }
	/** More of something than one buyer may get (R10). */
	| { readonly is: 'most'; readonly line: SaleLine; readonly most: Quantity; readonly unit: UnitKey }
	/** More off than `percent` of what the goods cost: another person's word is needed. */
	| { readonly is: 'discount'; readonly percent: number };

/** What a till knows of the law, and of the group's own limit. */
export interface Limits {
	readonly rules: readonly CeilingRule[];
	readonly classes: ReadonlyMap<Id, CeilingClass>;
	readonly at: CeilingPlace;
	/** Percent that a cashier may take off alone. */
	readonly discount: number;
}

/** The limits that a till heard of, as they hold on `day`. */
export function limitsOn({ ceilings, ceilingClasses, province, settings }: Known, day: Day): Limits {
	const classes = new Map(ceilingClasses.map(({ productId, of }) => [productId, of] as const));
	return { rules: ceilings, classes, at: { province, day }, discount: settings.cashierDiscount };
}

type Known = Pick<Snapshot, 'ceilings' | 'ceilingClasses' | 'province' | 'settings'>;

/** All that stands in the way, in the order of the lines. */
export function stopsOf(
	basket: Pick<Basket, 'lines' | 'discount'>,
	goods: ReadonlyMap<Id, Goods>,
	limits: Limits
): Stop[] {
	const { lines, discount } = basket;
	const dear = lines.filter(({ reason }) => reason.trim() === '').flatMap((line) => dearStop(line, goods, limits));
	const much = muchStops(lines, goods, limits);
	const isMuchOff = passesDiscount({ lines: [...lines], discount }, limits.discount);
	return [...dear, ...much, ...(isMuchOff ? [{ is: 'discount', percent: limits.discount } as const] : [])];
}

/** The ceiling that a line is under, for one normal unit, and whether it passes it; null where there is none. */
export function ceilingAt(
	line: SaleLine,
	{ rules, classes, at }: Limits
): { ceiling: Rupiah; isPassed: boolean } | null {
	const under = underLaw(line, classes);
	const ceiling = under === null ? null : ceilingOf(rules, under.of, at);
	return under === null || ceiling === null ? null : { ceiling, isPassed: passedCeiling(rules, under, at) !== null };
}

/** What must go off `line` at least, so that it costs what `ceiling` for one normal unit allows. */
export function discountToCeiling(line: SaleLine, ceiling: Rupiah): Rupiah {
	const allowed = Number((BigInt(ceiling) * BigInt(inNormalUnit(line.quantity, line.factor))) / BigInt(oneUnit));
	return rupiah(Math.max(0, lineAmount(line.price, line.quantity) - allowed));
}

function dearStop(line: SaleLine, goods: ReadonlyMap<Id, Goods>, limits: Limits): Stop[] {
	const under = ceilingAt(line, limits);
	const unit = goods.get(line.productId)?.normalUnit;
	return under?.isPassed === true && unit !== undefined ? [{ is: 'ceiling', line, ceiling: under.ceiling, unit }] : [];
}

function muchStops(lines: readonly SaleLine[], goods: ReadonlyMap<Id, Goods>, { rules, classes, at }: Limits): Stop[] {
	const under = lines.flatMap((line) => underLaw(line, classes) ?? []);
	return passedMost(rules, under, at).flatMap(({ of, most }): Stop[] => {
		const line = lines.findLast(({ productId }) => classes.get(productId) === of);
		const unit = line && goods.get(line.productId)?.normalUnit;
		return line === undefined || unit === undefined ? [] : [{ is: 'most', line, most, unit }];
	});
}

function underLaw(line: SaleLine, classes: ReadonlyMap<Id, CeilingClass>): CeilingLine | null {
	const of = classes.get(line.productId);
	if (of === undefined) return null;
	const { price, factor, quantity, discount } = line;
	const normalQuantity = inNormalUnit(quantity, factor);
	return { of, price, factor, normalQuantity, paid: rupiah(lineAmount(price, quantity) - discount) };
}
