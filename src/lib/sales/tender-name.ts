/** What a way of paying is called, in the reader's language. */
import { m } from '#texts/messages.js';
import type { Tender } from './tender.ts';

const names: Readonly<Record<Tender, () => string>> = {
	cash: m.books_tender_cash,
	qris: m.books_tender_qris,
	transfer: m.books_tender_transfer,
	card: m.books_tender_card,
	kasbon: m.books_tender_kasbon
};

export function tenderName(tender: Tender): string {
	return names[tender]();
}
