/** How a buyer pays: a property of the payment, each with the account where the money then stands. */
import { account, type AccountCode } from '#lib/ledger/chart.ts';

export const tenders = ['cash', 'qris', 'transfer', 'card', 'kks', 'coupon', 'kasbon', 'exchange'] as const;
export type Tender = (typeof tenders)[number];

export const tenderAccount: Readonly<Record<Tender, AccountCode>> = {
	cash: account.cashDrawer,
	qris: account.qrisInTransit,
	transfer: account.bank,
	card: account.cardInTransit,
	/** The aid card, where a rule holds it to a list: the same machine, the same money on its way. */
	kks: account.cardInTransit,
	/** A coupon that its programme will pay for. */
	coupon: account.couponsInTransit,
	kasbon: account.owedByCustomers,
	/** Goods brought back pay for others: what is owed to the buyer between the two. */
	exchange: account.customerDeposits
};

/** Where the money of a payment stands: of a card that is swiped later, what its paper says is owed. */
export function paidInto({
	tender,
	card
}: {
	readonly tender: Tender;
	readonly card?: { readonly kind: string };
}): AccountCode {
	return card?.kind === 'deed' ? account.owedByLateCards : tenderAccount[tender];
}

export function parseTender(text: string): Tender | null {
	return tenders.find((tender) => tender === text) ?? null;
}
