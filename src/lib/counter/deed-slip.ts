/**
 * *Berita acara*: goods handed over before the card was swiped. Printed twice, one for each side; name and signature are
 * written on the paper by hand and stand nowhere else (R23, R73).
 */
import { dueDay } from '#lib/aid/deed.ts';
import { shownUnit } from '#lib/catalog/unit-name.ts';
import { present } from '#lib/kernel/assert.ts';
import { dayOf, zoneName } from '#lib/kernel/day.ts';
import { formatDay, formatHour } from '#lib/look/day-text.ts';
import { formatRupiah } from '#lib/look/money.ts';
import { formatQuantity } from '#lib/look/quantity-text.ts';
import { beside, centred, ruled, wrapped } from '#lib/printing/rows.ts';
import { tenderName } from '#lib/sales/tender-name.ts';
import { m } from '#texts/messages.js';
import { paperOf } from './open-papers.ts';
import type { SlipGroup, SlipPaper } from './slips.ts';
import type { Sold } from './sold.ts';

/** Both copies, one after the other. */
export function deedSlip(sold: Sold, deferralDays: number, group: SlipGroup, paper: SlipPaper): string[] {
	const { language, width } = paper;
	const locale = { locale: language };
	const copy = (side: string) => [...copyRows(sold, deferralDays, group, paper), '', ...centred(side, width)];
	const both = [
		...copy(m.aid_till_deed_for_buyer({}, locale)),
		'',
		'- '.repeat(Math.floor(width / 2)),
		'',
		...copy(m.aid_till_deed_for_shop({}, locale))
	];
	return both.map((row) => row.replaceAll('\u00a0', ' ').trimEnd());
}

function copyRows(
	{ event, body }: Sold,
	deferralDays: number,
	group: SlipGroup,
	{ language, width }: SlipPaper
): string[] {
	const locale = { locale: language };
	const { number, tender, amount } = present(paperOf(body), 'a sale with a paper');
	const day = dayOf(event.at, group.zone);
	const due = formatDay(dueDay(day, deferralDays), language, 'paper');
	const money = formatRupiah(amount, language);
	const moment = `${formatDay(day, language, 'paper')} ${formatHour(event.at, group.zone, language)} ${zoneName(group.zone)}`;
	const goods = body.lines.flatMap(({ name, quantity, unit }) => [
		...wrapped(name, width),
		...beside('', formatQuantity(quantity, shownUnit(unit), language), width)
	]);
	const line = '.'.repeat(width);
	return [
		...centred(m.aid_till_deed_title({}, locale).toUpperCase(), width),
		...centred(number, width),
		...centred(group.name, width),
		...centred(group.address, width),
		'',
		...wrapped(moment, width),
		...beside(m.books_receipt_number({}, locale), body.receiptNumber, width),
		ruled(width),
		...goods,
		ruled(width),
		...beside(tenderName(tender, language), money, width),
		...wrapped(m.aid_till_deed_text({ amount: money, day: due }, locale), width),
		'',
		...wrapped(m.aid_till_deed_buyer({}, locale), width),
		'', line, '', '', line,
		...centred(m.aid_till_deed_signature({}, locale), width),
		'',
		...wrapped(m.aid_till_deed_shop({}, locale), width),
		'', line, '', '', line,
		...centred(m.aid_till_deed_signature({}, locale), width)
	]; // prettier-ignore
}
