/** What the ways of paying for goods and the kinds of movement are called, in the reader's language. */
import { account } from '#lib/ledger/chart.ts';
import { m } from '#texts/messages.js';
import type { MovementKind } from './movement-kind.ts';
import type { ReceiptSource } from './receipt-source.ts';

const sourceNames: Readonly<Record<ReceiptSource, () => string>> = {
	[account.cashDrawer]: m.books_paid_cash_drawer,
	[account.cashOnHand]: m.books_paid_cash_on_hand,
	[account.bank]: m.books_paid_bank,
	[account.owedToSuppliers]: m.books_paid_later,
	[account.aidCapital]: m.books_paid_aid,
	[account.openingEquity]: m.books_paid_opening
};

const movementNames: Readonly<Record<MovementKind, () => string>> = {
	receipt: m.books_movement_receipt,
	sale: m.books_movement_sale,
	return: m.books_movement_return,
	opening: m.books_movement_opening,
	loss: m.books_movement_loss,
	'own-use': m.books_movement_own_use,
	count: m.books_movement_count
};

export function receiptSourceName(source: ReceiptSource): string {
	return sourceNames[source]();
}

export function movementName(kind: MovementKind): string {
	return movementNames[kind]();
}
