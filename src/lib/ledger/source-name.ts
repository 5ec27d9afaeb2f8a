/** What the events behind entries are called, in the reader's language. */
import { m } from '#texts/messages.js';
import type { SourceType } from './entry.ts';

const names: Readonly<Record<SourceType, () => string>> = {
	sale: m.books_source_sale,
	void: m.books_source_void,
	'goods-receipt': m.books_source_goods_receipt,
	'stock-adjustment': m.books_source_stock_adjustment,
	opening: m.books_source_opening,
	reversal: m.books_source_reversal
};

export function sourceName(type: SourceType): string {
	return names[type]();
}
