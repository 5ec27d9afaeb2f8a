/** What aid paid of a sale, held against the rules that the till knew and against those of the day and place. */
import type { FoodList } from '#lib/aid/food-list.ts';
import { type JudgedGoods, type Judgement, judge } from '#lib/aid/judge.ts';
import { type AidPlace, aidTenderOf, type RegimeRule, ruleAt } from '#lib/aid/regime.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import type { Doubt } from './doubts.ts';
import type { Payment, SaleBody } from './wire-bodies.ts';

interface Rules {
	readonly regimes: readonly RegimeRule[];
	readonly lists: readonly FoodList[];
}

export interface AidSale {
	readonly payments: readonly Pick<Payment, 'tender' | 'amount'>[];
	readonly aid: SaleBody['aid'];
	readonly lines: readonly JudgedGoods[];
	readonly place: AidPlace;
	/** What goods that came back, and that aid had paid, paid of it. */
	readonly exchanged: Rupiah;
}

/** What is kept of a sale that aid paid. */
export interface AidFact {
	readonly regime: string;
	readonly listId: Id | null;
	readonly rightListId: Id | null;
	readonly eligible: Rupiah;
	readonly paid: Rupiah;
	/** JSON. */
	readonly answers: string;
}

/** Whether a sale has to be held against the rules of aid: aid paid it, or a card did, which might have been aid's. */
export function isAboutAid({ aid, payments }: Pick<SaleBody, 'aid' | 'payments'>): boolean {
	return (
		aid !== undefined || payments.some(({ tender }) => isAid(tender) || tender === 'card' || tender === 'exchange')
	);
}

function isAid(tender: Payment['tender']): boolean {
	return tender === 'kks' || tender === 'coupon';
}

export function judgeSale(rules: Rules, sale: AidSale): { readonly fact: AidFact | null; readonly doubts: Doubt[] } {
	const { payments, aid, place, lines, exchanged } = sale;
	const told = rules.regimes.find(({ id }) => id === aid?.regimeId) ?? null;
	const right = ruleAt(rules.regimes, place);
	const doubts = regimeDoubts(payments, { told, right });
	const paid = total(payments.filter(({ tender }) => isAid(tender)).map(({ amount }) => amount));
	if (aid === undefined && paid === 0 && exchanged === 0) return { fact: null, doubts };
	const rightList = ruleAt(rules.lists, place);
	const held = aid === undefined ? rightList : (rules.lists.find(({ id }) => id === aid.listId) ?? null);
	const answer = judge(held, lines);
	doubts.push(...paidDoubts(answer, rupiah(paid + exchanged)));
	const isHeldTo = aid !== undefined && aidTenderOf(right?.regime ?? null) !== null;
	if (isHeldTo && aid.listId !== (rightList?.id ?? null))
		doubts.push(listDoubt(aid.listId, rightList, answer, judge(rightList, lines)));
	const fact = {
		regime: told?.regime ?? right?.regime ?? 'none',
		listId: aid?.listId ?? null,
		rightListId: rightList?.id ?? null,
		eligible: answer.eligible,
		paid,
		answers: JSON.stringify(answer.lines)
	};
	return { fact, doubts };
}

interface Regimes {
	readonly told: RegimeRule | null;
	readonly right: RegimeRule | null;
}

/**
 * The till held aid to a rule that did not hold then, or knew of none that did. Where aid was money like any other, and
 * still is, it does not matter by which rule.
 */
function regimeDoubts(payments: AidSale['payments'], { told, right }: Regimes): Doubt[] {
	const wanted = aidTenderOf(right?.regime ?? null);
	const knew = aidTenderOf(told?.regime ?? null) ?? payments.find(({ tender }) => isAid(tender))?.tender ?? null;
	const missed = knew === null && wanted === 'kks' && payments.some(({ tender }) => tender === 'card');
	if (knew === null ? !missed : knew === wanted) return [];
	return [{ kind: 'aid-regime-differs', facts: { told: told?.regime ?? null, right: right?.regime ?? null } }];
}

function paidDoubts({ eligible, lines }: Judgement, paid: Rupiah): Doubt[] {
	if (paid <= eligible) return [];
	const doubts: Doubt[] = [{ kind: 'aid-over-eligible', facts: { paid, eligible } }];
	const bundle = lines.indexOf('bundle');
	if (bundle >= 0) doubts.push({ kind: 'aid-bundle', facts: { line: bundle } });
	return doubts;
}

function listDoubt(told: Id | null, right: FoodList | null, by: Judgement, byRight: Judgement): Doubt {
	const others = by.lines.flatMap((why, line) => (why === byRight.lines[line] ? [] : [line + 1]));
	const facts = {
		told,
		right: right?.id ?? null,
		lines: others.join(' '),
		eligible: by.eligible,
		rightly: byRight.eligible
	};
	return { kind: 'aid-list-differs', facts };
}
