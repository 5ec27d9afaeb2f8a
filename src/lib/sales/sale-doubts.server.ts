/** What about some sales a person should look at: compared with lists, laws, limits and roles of the moment they happened. */
import { ceilingsIn } from '#lib/catalog/ceilings.server.ts';
import type { CeilingRule } from '#lib/catalog/ceiling.ts';
import type { Work } from '#lib/db/work.server.ts';
import { lineAmount } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import type { AppliedSale } from './applied-sale.server.ts';
import { cashiers, type Mayed } from './cashiers.server.ts';
import { claimDoubts } from './claims.ts';
import { type Doubt, lineDoubts, saleDoubts } from './doubts.ts';
import type { Subject } from './exceptions.server.ts';
import type { Happened } from './happened.ts';
import { type CeilingLine, passedCeiling, passedMost, passesDiscount } from './sale-limits.ts';
import type { PlannedLine } from './sale-plan.ts';
import { listedPrices } from './sold-goods.server.ts';
import type { Till } from './till.server.ts';

export async function doubtsOf(
	work: Work,
	till: Till,
	sales: readonly AppliedSale[]
): Promise<{ readonly subject: Subject; readonly doubt: Doubt }[]> {
	const may = await cashiers(work, sales.flatMap(({ event: { body } }) => [body.cashierId, body.approvedBy])); // prettier-ignore
	const listed = await listedWhereOther(work, sales);
	const isUnderLaw = sales.some(({ lines }) =>
		lines.some(({ goods }) => goods !== null && goods.ceilingClass !== null)
	);
	const rules = isUnderLaw ? await ceilingsIn(work) : [];
	return sales.flatMap((sale) => {
		const { event, happened, doubts, lines, shift } = sale;
		const { body, id } = event;
		const found: Doubt[] = [
			...doubts,
			...shift.doubts,
			...saleDoubts(body, till.code),
			...claimDoubts({ kind: 'sale', ...body, at: happened.at }, may),
			...discountDoubts(sale, till, may),
			...lawDoubts(sale, till, rules)
		];
		lines.forEach((line, index) => found.push(...lineDoubts(line, index, listed(line, happened))));
		return found.map((doubt) => ({ subject: { type: 'sale' as const, id }, doubt }));
	});
}

/** The list price of a line: today's if that was asked, else the one of the moment it happened. */
async function listedWhereOther(work: Work, sales: readonly AppliedSale[]) {
	const other = sales
		.flatMap((sale) => sale.lines)
		.filter(({ goods, line }) => goods?.unitKnown === true && goods.price !== line.price);
	if (other.length === 0) return ({ line }: PlannedLine) => line.price;
	const priceAt = await listedPrices(work, other.map(({ line }) => line.unitId)); // prettier-ignore
	return ({ line, goods }: PlannedLine, happened: Happened) =>
		goods?.price === line.price ? line.price : priceAt(line.unitId, happened.at);
}

/** More off than a cashier may give, without the word of someone who may. */
function discountDoubts({ event: { body }, happened }: AppliedSale, till: Till, may: Mayed): Doubt[] {
	const percent = till.settings.cashierDiscount;
	if (!passesDiscount(body, percent)) return [];
	const people = [body.cashierId, body.approvedBy].filter((person) => person !== null);
	if (people.some((person) => may(person, 'sale.approve', happened.at))) return [];
	return [{ kind: 'discount-over-limit', facts: { percent } }];
}

/** Prices above a ceiling for which no reason is given, and more of something than one buyer may get. */
function lawDoubts({ lines, day }: AppliedSale, { province }: Till, rules: readonly CeilingRule[]): Doubt[] {
	if (rules.length === 0) return [];
	const at = { province, day };
	const under = lines.map((line, index) => ({ index, reason: line.line.reason, line: ceilingLine(line) }));
	const dear = under.flatMap(({ index, reason, line }): Doubt[] => {
		const ceiling = line === null || reason !== '' ? null : passedCeiling(rules, line, at);
		return ceiling === null ? [] : [{ kind: 'price-over-ceiling', facts: { line: index, ceiling } }];
	});
	const much = passedMost(rules, under.flatMap(({ line }) => line ?? []), at); // prettier-ignore
	return [...dear, ...much.map(({ of, most }): Doubt => ({ kind: 'over-sale-limit', facts: { of, most } }))];
}

function ceilingLine({ goods, line, normalQuantity }: PlannedLine): CeilingLine | null {
	if (!goods?.ceilingClass) return null;
	const { price, factor, quantity, discount } = line;
	const paid = rupiah(lineAmount(price, quantity) - discount);
	return { of: goods.ceilingClass, price, factor, normalQuantity, paid };
}
