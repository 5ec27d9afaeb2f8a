/** What a doubt about an event is called, in the reader's language. */
import { m } from '#texts/messages.js';
import type { DoubtKind } from './doubts.ts';

const names: Readonly<Record<DoubtKind, () => string>> = {
	'unknown-product': m.books_doubt_unknown_product,
	'unknown-unit': m.books_doubt_unknown_unit,
	'other-price': m.books_doubt_other_price,
	'other-factor': m.books_doubt_other_factor,
	'other-rounding': m.books_doubt_other_rounding,
	'other-receipt-code': m.books_doubt_other_receipt_code,
	'credit-without-buyer': m.books_doubt_credit_without_buyer,
	'cashier-without-role': m.books_doubt_cashier_without_role,
	'duplicate-sequence': m.books_doubt_duplicate_sequence,
	'other-content': m.books_doubt_other_content
};

export function doubtName(kind: DoubtKind): string {
	return names[kind]();
}
