/** Words about goods that are brought back. */
import { formatRupiah } from '#lib/look/money.ts';
import type { Language } from '#lib/look/language.ts';
import { tenderName } from '#lib/sales/tender-name.ts';
import type { Refund } from '#lib/sales/refund.ts';
import type { ReturnReason } from '#lib/sales/wire-bodies.ts';
import { m } from '#texts/messages.js';

const reasons: Readonly<Record<ReturnReason, () => string>> = {
	damaged: m.till_back_damaged,
	'wrong-goods': m.counter_void_wrong_goods,
	'not-wanted': m.till_back_not_wanted,
	other: m.counter_void_other
};

export function returnReasonName(reason: ReturnReason): string {
	return reasons[reason]();
}

/** How the money goes back: `Tunai Rp12.000 · Kasbon berkurang Rp3.000`. */
export function refundText({ parts }: Pick<Refund, 'parts'>, language: Language): string {
	return parts
		.map(({ tender, amount }) => {
			const money = formatRupiah(amount, language);
			return tender === 'kasbon' ? m.till_back_credit_less({ amount: money }) : `${tenderName(tender)} ${money}`;
		})
		.join(' · ');
}
