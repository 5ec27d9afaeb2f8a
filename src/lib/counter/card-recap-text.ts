/** The recap of cards in rows: for the coordination team, without names (R27). */
import type { Day } from '#lib/kernel/day.ts';
import { formatDay } from '#lib/look/day-text.ts';
import { formatRupiah } from '#lib/look/money.ts';
import { beside, centred, ruled } from '#lib/printing/rows.ts';
import { m } from '#texts/messages.js';
import { cardFailureName } from '#lib/sales/card-failure-name.ts';
import { bankName } from '#lib/payments/bank-name.ts';
import type { CardRecap, Counted } from './card-recap.ts';
import type { SlipPaper } from './slips.ts';

export function cardRecapRows(shop: string, day: Day, recap: CardRecap, { language, width }: SlipPaper): string[] {
	const locale = { locale: language };
	const row = (label: string, { count, total }: Counted) =>
		beside(`${label}: ${count}`, formatRupiah(total, language), width);
	const { byBank, coupons, failed, doubled, papers } = recap;
	const rows = [
		...centred(m.aid_till_recap_title({}, locale).toUpperCase(), width),
		...centred(shop, width),
		...centred(formatDay(day, language, 'paper'), width),
		ruled(width),
		...byBank.flatMap(({ bank, ...sum }) => row(bank === null ? m.aid_bank_unknown({}, locale) : bankName(bank), sum)),
		...(coupons.count === 0 ? [] : row(m.aid_till_coupon({}, locale), coupons)),
		...(papers.count === 0 ? [] : row(m.aid_till_recap_papers({}, locale), papers)),
		...(doubled === 0 ? [] : beside(m.aid_till_recap_doubled({}, locale), String(doubled), width)),
		...(failed.length === 0 ? [] : [ruled(width), m.aid_till_recap_failed({}, locale)]),
		...failed.flatMap(({ why, count }) => beside(cardFailureName(why), String(count), width))
	];
	return rows.map((text) => text.replaceAll('\u00a0', ' ').trimEnd());
}
