/** How a buyer pays: a property of the payment, each with the account where the money then stands. */
import { account, type AccountCode } from '#lib/ledger/chart.ts';

export const tenders = ['cash', 'qris', 'transfer', 'card', 'kasbon', 'exchange'] as const;
export type Tender = (typeof tenders)[number];

export const tenderAccount: Readonly<Record<Tender, AccountCode>> = {
	cash: account.cashDrawer,
	qris: account.qrisInTransit,
	transfer: account.bank,
	card: account.cardInTransit,
	kasbon: account.owedByCustomers,
	/** Goods brought back pay for others: what is owed to the buyer between the two. */
	exchange: account.customerDeposits
};

export function parseTender(text: string): Tender | null {
	return tenders.find((tender) => tender === text) ?? null;
}
