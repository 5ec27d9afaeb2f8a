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
	'other-content': m.books_doubt_other_content,
	'chain-forked': m.books_doubt_chain_forked,
	'receipts-after': m.books_doubt_receipts_after,
	'price-over-ceiling': m.books_doubt_price_over_ceiling,
	'over-sale-limit': m.books_doubt_over_sale_limit,
	'discount-over-limit': m.books_doubt_discount_over_limit,
	'approver-without-role': m.books_doubt_approver_without_role,
	'credit-over-limit': m.books_doubt_credit_over_limit,
	'paid-more-than-owed': m.books_doubt_paid_more_than_owed,
	'other-refund': m.books_doubt_other_refund,
	'refund-by-other-tender': m.books_doubt_refund_by_other_tender,
	'after-closing': m.books_doubt_after_closing,
	'second-shift-open': m.books_doubt_second_shift_open,
	'handover-unconfirmed': m.books_doubt_handover_unconfirmed,
	'aid-fee': m.books_doubt_aid_fee,
	'slip-twice': m.books_doubt_slip_twice,
	'unknown-terminal': m.books_doubt_unknown_terminal,
	'card-doubled': m.books_doubt_card_doubled,
	'deed-paid-twice': m.books_doubt_deed_paid_twice,
	'deed-paid-late': m.books_doubt_deed_paid_late,
	'deed-goods-back': m.books_doubt_deed_goods_back,
	'nothing-to-hand': m.books_doubt_nothing_to_hand,
	'aid-over-eligible': m.books_doubt_aid_over_eligible,
	'aid-bundle': m.books_doubt_aid_bundle,
	'aid-list-differs': m.books_doubt_aid_list_differs,
	'aid-regime-differs': m.books_doubt_aid_regime_differs,
	'aid-refund-in-cash': m.books_doubt_aid_refund_in_cash
};

export function doubtName(kind: DoubtKind): string {
	return names[kind]();
}
