/** What the events behind entries are called, in the reader's language. */
import { m } from '#texts/messages.js';
import type { SourceType } from './entry.ts';

const names: Readonly<Record<SourceType, () => string>> = {
	sale: m.books_source_sale,
	void: m.books_source_void,
	return: m.books_source_return,
	'credit-paid': m.books_source_credit_paid,
	'shift-closed': m.books_source_shift_closed,
	'cash-moved': m.books_source_cash_moved,
	'agent-service': m.books_source_agent_service,
	'late-card-paid': m.books_source_late_card_paid,
	'deed-written-off': m.books_source_deed_written_off,
	'card-settled': m.books_source_card_settled,
	'goods-receipt': m.books_source_goods_receipt,
	'stock-adjustment': m.books_source_stock_adjustment,
	opening: m.books_source_opening,
	reversal: m.books_source_reversal
};

export function sourceName(type: SourceType): string {
	return names[type]();
}

/** What an entry is headed by: what happened, and the number or words that tell it from others. */
export function entryTitle({ sourceType, memo }: { readonly sourceType: string; readonly memo: string }): string {
	const name = isSource(sourceType) ? sourceName(sourceType) : sourceType;
	return memo === '' || sourceType === 'opening' ? name : `${name} · ${memo}`;
}

function isSource(type: string): type is SourceType {
	return type in names;
}
