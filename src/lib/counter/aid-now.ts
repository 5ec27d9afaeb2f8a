/**
 * Which rules of aid hold at this till today, how old its list is, and what of the open basket aid may pay. Decided by rows
 * that the till holds: a new regime changes the counter without a new program (R15, R18, R19).
 */
import type { FoodList, ListedGoods } from '#lib/aid/food-list.ts';
import { aidMost, type Judgement, judge } from '#lib/aid/judge.ts';
import { type AidTender, aidTenderOf, type RegimeRule, ruleAt } from '#lib/aid/regime.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Instant, millisecondsOf } from '#lib/kernel/instant.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { basketOf, type PricedLine } from '#lib/sales/cart.ts';
import type { Tender } from '#lib/sales/tender.ts';
import type { Payment, SaleBody } from '#lib/sales/wire-bodies.ts';
import type { AidKnown } from './aid-shape.ts';

export interface AidNow {
	readonly rule: RegimeRule | null;
	/** How aid pays here where it is held to a list; null where it is money like any other. */
	readonly tender: AidTender | null;
	/** What it may buy; null where nothing asks for a list, and where there is none. */
	readonly list: FoodList | null;
}

/** What holds on `day` by all that the till was told. */
export function aidNow({ village, regimes, lists }: AidKnown, day: Day): AidNow {
	const at = { village, day };
	const rule = ruleAt(regimes, at);
	const tender = aidTenderOf(rule?.regime ?? null);
	return { rule, tender, list: tender === null ? null : ruleAt(lists, at) };
}

/** A list is changed by people with weeks between; a till that has not heard for a day should be told so. */
const listHoursMax = 24;

/** What is wrong with the list of a till that heard of it last at `heardAt`: it has none, or it may be an old one. */
export function listTrouble({ tender, list }: AidNow, heardAt: Instant, now: Instant): 'none' | 'stale' | null {
	if (tender === null) return null;
	if (list === null) return 'none';
	return millisecondsOf(now) - millisecondsOf(heardAt) > listHoursMax * 3_600_000 ? 'stale' : null;
}

type Line = PricedLine & { readonly productId: Id };

/** A basket judged line by line, each by what it costs after all discounts; null where nobody has to ask. */
export function judgeBasket(
	{ tender, list }: AidNow,
	basket: { readonly lines: readonly Line[]; readonly discount: Rupiah },
	goods: ReadonlyMap<Id, ListedGoods>
): Judgement | null {
	if (tender === null) return null;
	const { lines } = basketOf(basket.lines, basket.discount);
	return judge(
		list,
		basket.lines.map(({ productId }, at) => {
			const { amount = rupiah(0), discount = rupiah(0) } = lines[at] ?? {};
			return { goods: goods.get(productId) ?? null, due: rupiah(amount - discount) };
		})
	);
}

export function isAidTender(tender: Tender): tender is AidTender {
	return tender === 'kks' || tender === 'coupon';
}

/** Whether aid that is held to a list paid any of a sale. */
export function paysByAid({ payments }: Pick<SaleBody, 'payments'>): boolean {
	return payments.some(({ tender }) => isAidTender(tender));
}

/** What aid may still pay when `paid` is paid and `left` is left: nothing where no rule names it. */
export function mostByAid(
	judged: Judgement | null,
	paid: readonly Pick<Payment, 'tender' | 'amount'>[],
	left: Rupiah
): Rupiah {
	if (judged === null) return rupiah(0);
	const before = total(paid.filter(({ tender }) => isAidTender(tender)).map(({ amount }) => amount));
	return aidMost(judged, before, left);
}

/**
 * What a sale says of the rules that the till knew: where aid paid, and where a card paid that might have been aid's, so that
 * the server can tell it from a till that knew of no rule. Left out elsewhere.
 */
export function rulesSaid({ rule, tender, list }: AidNow, payments: readonly Payment[]): Pick<SaleBody, 'aid'> {
	const wasAsked = tender === 'kks' && payments.some((payment) => payment.tender === 'card');
	if (rule === null || !(wasAsked || paysByAid({ payments: [...payments] }))) return {};
	return { aid: { regimeId: rule.id, listId: list?.id ?? null } };
}
