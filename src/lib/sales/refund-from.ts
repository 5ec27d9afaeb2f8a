/** From where money goes back that a card had paid, or was to pay: of a card not swiped yet, less is owed, and nothing is paid. */
import { type Deed, owedBy } from '#lib/aid/deed.ts';
import type { Id } from '#lib/kernel/id.ts';
import { negated, type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { account, type AccountCode } from '#lib/ledger/chart.ts';
import type { Leg } from '#lib/ledger/entry.ts';
import type { TenderPart } from './refund.ts';
import { type Tender, tenderAccount, tenders } from './tender.ts';
import type { Payment } from './wire-bodies.ts';

export interface RefundsFrom {
	/** What goes out, by account. */
	readonly legs: readonly Leg[];
	/** How much less is owed by papers. */
	readonly lessened: readonly { readonly deed: Deed; readonly amount: Rupiah }[];
}

/** Of a sale with papers `deeds`, whose kasbon `partyId` owes. What the bank itself gave back, by a slip, never lessens one. */
export function refundsFrom(
	refunds: readonly Pick<Payment, 'tender' | 'amount' | 'card'>[],
	deeds: readonly Deed[],
	partyId: Id | null
): RefundsFrom {
	const left = new Map(deeds.filter(({ state }) => state !== 'settled').map((deed) => [deed, owedBy(deed)]));
	const legs: Leg[] = [];
	for (const { tender, amount, card } of refunds) {
		let rest: number = amount;
		if (card?.kind !== 'slip')
			for (const [deed, owed] of left) {
				if (deed.tender !== tender) continue;
				const part = rupiah(Math.min(rest, owed));
				left.set(deed, rupiah(owed - part));
				legs.push({ account: owedAt(deed), amount: negated(part) });
				rest -= part;
			}
		legs.push({ account: tenderAccount[tender], amount: negated(rupiah(rest)), partyId: tender === 'kasbon' ? partyId : null }); // prettier-ignore
	}
	const lessened = [...left].map(([deed, owed]) => ({ deed, amount: rupiah(owedBy(deed) - owed) }));
	return { legs, lessened: lessened.filter(({ amount }) => amount > 0) };
}

/**
 * What a void moves beside the sale's mirrored entry: a card that was swiped by now is given back by the bank, and what was
 * written off is no cost any more.
 */
export function voidedDeeds(deeds: readonly Deed[]): RefundsFrom {
	const closed = deeds.filter(({ state }) => state !== 'open');
	return {
		legs: closed.flatMap((deed): Leg[] => [
			{ account: account.owedByLateCards, amount: deed.amount },
			{ account: owedAt(deed), amount: negated(deed.amount) }
		]),
		lessened: deeds.flatMap((deed) => (deed.state === 'settled' ? [] : [{ deed, amount: owedBy(deed) }]))
	};
}

/** Where the money of a paper stands: owed, on its way from the bank, or given up. */
function owedAt({ state }: Deed): AccountCode {
	if (state === 'settled') return account.cardInTransit;
	return state === 'open' ? account.owedByLateCards : account.otherCost;
}

/** What aid had paid and went back as money: it may only be exchanged for goods, or go back to aid itself (R22). */
export function aidAsMoney(payments: readonly TenderPart[], refunds: readonly TenderPart[]): Rupiah {
	if (sumBy(payments, aidTenders) === 0) return rupiah(0);
	const notMoney = new Set<Tender>(['exchange', ...aidTenders]);
	const money = new Set(tenders.filter((tender) => !notMoney.has(tender)));
	return rupiah(Math.max(0, sumBy(refunds, money) - sumBy(payments, new Set<Tender>([...money, 'exchange']))));
}

const aidTenders: ReadonlySet<Tender> = new Set<Tender>(['kks', 'coupon']);

function sumBy(parts: readonly TenderPart[], by: ReadonlySet<Tender>): Rupiah {
	return total(parts.filter(({ tender }) => by.has(tender)).map(({ amount }) => amount));
}
