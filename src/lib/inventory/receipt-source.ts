/** What pays for goods that come in. */
import { account, type AccountCode } from '#lib/ledger/chart.ts';

/** From the drawer, from the treasurer, from the bank, later, by aid, or nothing because they were there before the books. */
export const receiptSources = [
	account.cashDrawer,
	account.cashOnHand,
	account.bank,
	account.owedToSuppliers,
	account.aidCapital,
	account.openingEquity
] as const satisfies readonly AccountCode[];

export type ReceiptSource = (typeof receiptSources)[number];

export function parseReceiptSource(text: string): ReceiptSource | null {
	return receiptSources.find((source) => source === text) ?? null;
}
