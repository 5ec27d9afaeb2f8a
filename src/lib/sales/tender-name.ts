/** What a way of paying is called. */
import type { Language } from '#lib/look/language.ts';
import { m } from '#texts/messages.js';
import type { Tender } from './tender.ts';

const names: Readonly<Record<Tender, typeof m.books_tender_cash>> = {
	cash: m.books_tender_cash,
	qris: m.books_tender_qris,
	transfer: m.books_tender_transfer,
	card: m.books_tender_card,
	kks: m.books_tender_kks,
	coupon: m.books_tender_coupon,
	kasbon: m.books_tender_kasbon,
	exchange: m.books_tender_exchange
};

/** In `language`, or the reader's when none is named. */
export function tenderName(tender: Tender, language?: Language): string {
	return names[tender]({}, language === undefined ? {} : { locale: language });
}
