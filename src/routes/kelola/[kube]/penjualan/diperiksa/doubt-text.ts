/** What to do about each kind of exception, in plain words. */
import type { Facts } from '#lib/kernel/refusal.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { formatRupiah } from '#lib/look/money.ts';
import type { DoubtKind } from '#lib/sales/doubts.ts';
import { m } from '#texts/messages.js';
import { getLocale } from '#texts/runtime.js';

/** About cards, and about aid that a rule holds to a list. */
const cardTexts: Readonly<Partial<Record<DoubtKind, (facts: Facts) => string>>> = {
	'slip-twice': ({ number, receipt }) =>
		m.office_doubt_do_slip_twice({ number: String(number), receipt: typeof receipt === 'string' ? receipt : '–' }),
	'unknown-terminal': m.office_doubt_do_terminal,
	'card-doubled': m.office_doubt_do_doubled,
	'deed-paid-twice': m.office_doubt_do_doubled,
	'deed-goods-back': m.office_doubt_do_doubled,
	'deed-paid-late': m.office_doubt_do_paid_late,
	'nothing-to-hand': m.office_doubt_do_handed,
	'aid-over-eligible': ({ paid, eligible }) =>
		typeof paid === 'number' && typeof eligible === 'number'
			? m.office_doubt_do_over_eligible({ paid: money(paid), eligible: money(eligible) })
			: m.office_doubt_look(),
	'aid-bundle': m.office_doubt_do_bundle,
	'aid-list-differs': m.office_doubt_do_list,
	'aid-regime-differs': m.office_doubt_do_regime,
	'aid-refund-in-cash': ({ amount }) =>
		typeof amount === 'number' ? m.office_doubt_do_aid_refund({ amount: money(amount) }) : m.office_doubt_look()
};

const texts: Readonly<Partial<Record<DoubtKind, (facts: Facts) => string>>> = {
	'other-price': ({ told, listed }) =>
		typeof told === 'number' && typeof listed === 'number'
			? m.office_doubt_price({ told: money(told), listed: money(listed) })
			: m.office_doubt_look(),
	'chain-forked': ({ code, sequence }) =>
		m.office_doubt_forked({ code: String(code ?? ''), sequence: String(sequence ?? '') }),
	'receipts-after': ({ code, name, after }) =>
		m.office_doubt_receipts_after({
			code: String(code ?? ''),
			name: String(name ?? ''),
			after: typeof after === 'string' ? after : m.office_till_receipts_none()
		}),
	'other-content': m.office_doubt_other_content,
	'price-over-ceiling': m.office_doubt_do_ceiling,
	'over-sale-limit': m.office_doubt_do_limit,
	'discount-over-limit': m.office_doubt_do_discount,
	'cashier-without-role': m.office_doubt_do_role,
	'approver-without-role': m.office_doubt_do_role,
	'credit-over-limit': m.office_doubt_do_credit,
	'paid-more-than-owed': m.office_doubt_do_overpaid,
	'other-refund': m.office_doubt_do_refund,
	'refund-by-other-tender': m.office_doubt_do_refund,
	'after-closing': m.office_doubt_do_closing,
	'second-shift-open': m.office_doubt_do_shift,
	'handover-unconfirmed': ({ amount, direction }) =>
		typeof amount !== 'number'
			? m.office_doubt_look()
			: (direction === 'in' ? m.office_doubt_do_handover_in : m.office_doubt_do_handover)({ amount: money(amount) }),
	'aid-fee': m.office_doubt_do_aid_fee,
	...cardTexts
};

/** What to do about an exception of `kind`. */
export function doubtText(kind: DoubtKind, facts: Facts): string {
	return texts[kind]?.(facts) ?? m.office_doubt_look();
}

function money(amount: number): string {
	return formatRupiah(rupiah(amount), getLocale());
}
