/**
 * What about payments by card, aid's among them, a person might want to know (R70): facts that name receipts and amounts,
 * never people. What they mean, someone has to find out; where they begin, dated values say.
 */
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Instant, millisecondsOf } from '#lib/kernel/instant.ts';
import type { Facts } from '#lib/kernel/refusal.ts';

export const aidFactKinds = [
	'uniform-baskets', 'dear', 'rapid-cards', 'no-receipt', 'void-after-aid', 'ineligible', 'handover-gap'
] as const; // prettier-ignore
export type AidFactKind = (typeof aidFactKinds)[number];

export interface Receipt {
	readonly saleId: Id;
	readonly receiptNumber: string;
}

export interface AidFact {
	readonly kind: AidFactKind;
	readonly day: Day;
	/** The receipts that it rests on, in their order. */
	readonly receipts: readonly Receipt[];
	/** Numbers, such as how many of how many. */
	readonly facts: Facts;
}

/** Where facts begin. */
export interface Thresholds {
	/** So many sales of a day, of which so many in a hundred are the very same basket. */
	readonly uniformSales: number;
	readonly uniformPercent: number;
	/** So many cards at one till within so many minutes. */
	readonly rapidCards: number;
	readonly rapidMinutes: number;
	/** So many in a hundred above what the group usually takes for it. */
	readonly dearPercent: number;
}

/** A line as sold. */
export interface SoldLine {
	readonly unitId: Id;
	readonly name: string;
	/** In thousandths of the unit. */
	readonly quantity: number;
	readonly price: number;
}

/** A sale that a card paid, whole or part. */
export interface CardSale extends Receipt {
	readonly day: Day;
	readonly happenedAt: Instant;
	/** The till. */
	readonly enrolmentId: string | null;
	readonly lines: readonly SoldLine[];
}

/** Days on which most cards bought the very same: a basket that someone else had packed. */
export function uniformBaskets(sales: readonly CardSale[], { uniformSales, uniformPercent }: Thresholds): AidFact[] {
	return [...Map.groupBy(sales, ({ day }) => day)].flatMap(([day, own]): AidFact[] => {
		const alike = [...Map.groupBy(own, basketKey).values()].reduce((most, some) =>
			some.length > most.length ? some : most
		);
		const isUniform = own.length >= uniformSales && alike.length * 100 >= own.length * uniformPercent;
		if (!isUniform) return [];
		return [
			{ kind: 'uniform-baskets', day, receipts: alike.map(receiptOf), facts: { same: alike.length, of: own.length } }
		];
	});
}

function basketKey({ lines }: CardSale): string {
	return lines.map(({ unitId, quantity }) => `${unitId} ${quantity}`).sort().join('; '); // prettier-ignore
}

function receiptOf({ saleId, receiptNumber }: Receipt): Receipt {
	return { saleId, receiptNumber };
}

/** What other buyers usually pay for a unit; undefined where nobody else bought it. */
export type UsualPrice = (unitId: Id) => number | undefined;

/** The price that most lines have; of as many the lower one. */
export function usualPrices(
	sold: readonly { readonly unitId: string; readonly price: number; readonly lines: number }[]
): UsualPrice {
	const usual = new Map<string, { readonly price: number; readonly lines: number }>();
	for (const { unitId, price, lines } of sold) {
		const known = usual.get(unitId);
		const isMore = known === undefined || lines > known.lines || (lines === known.lines && price < known.price);
		if (isMore) usual.set(unitId, { price, lines });
	}
	return (unitId) => usual.get(unitId)?.price;
}

/** Goods that cards paid dearer than other buyers do: one fact a day for each unit and price. */
export function dearGoods(sales: readonly CardSale[], usual: UsualPrice, { dearPercent }: Thresholds): AidFact[] {
	const dear = sales.flatMap((sale) =>
		sale.lines.flatMap(({ unitId, name, price }) => {
			const other = usual(unitId);
			const isDear = other !== undefined && price * 100 > other * (100 + dearPercent);
			return isDear ? [{ sale, key: `${sale.day} ${unitId} ${price}`, facts: { name, price, usual: other } }] : [];
		})
	);
	return [...Map.groupBy(dear, ({ key }) => key).values()].flatMap((alike): AidFact[] => {
		const [first] = alike;
		if (first === undefined) return [];
		const receipts = alike.map(({ sale }) => receiptOf(sale));
		return [{ kind: 'dear', day: first.sale.day, receipts, facts: first.facts }];
	});
}

/** Stretches in which one till took many cards in few minutes: cards that someone may have collected. */
export function rapidCards(sales: readonly CardSale[], { rapidCards: many, rapidMinutes }: Thresholds): AidFact[] {
	return [...Map.groupBy(sales, ({ enrolmentId }) => enrolmentId).values()].flatMap((own) => {
		const inOrder = own.toSorted((one, other) => (one.happenedAt < other.happenedAt ? -1 : 1));
		return stretches(inOrder, many, rapidMinutes * 60_000).map((run): AidFact => ({
			kind: 'rapid-cards',
			day: run[0].day,
			receipts: run.map(receiptOf),
			facts: {
				cards: run.length,
				minutes: minutesBetween(run[0].happenedAt, run.at(-1)?.happenedAt ?? run[0].happenedAt)
			}
		}));
	});
}

type Run = [CardSale, ...CardSale[]];

/** Runs in which any `many` that follow each other lie within `span` milliseconds. */
function stretches(sales: readonly CardSale[], many: number, span: number): Run[] {
	const runs: Run[] = [];
	let last = -1;
	for (let at = 0; at + many <= sales.length; at++) {
		const some = sales.slice(at, at + many);
		const [first] = some;
		const end = some.at(-1);
		if (first === undefined || end === undefined) continue;
		if (millisecondsOf(end.happenedAt) - millisecondsOf(first.happenedAt) > span) continue;
		const run = at <= last ? runs.at(-1) : undefined;
		if (run === undefined) runs.push([first, ...some.slice(1)]);
		else run.push(...sales.slice(last + 1, at + many));
		last = at + many - 1;
	}
	return runs;
}

/** Whole minutes. */
export function minutesBetween(from: Instant, to: Instant): number {
	return Math.floor((millisecondsOf(to) - millisecondsOf(from)) / 60_000);
}
