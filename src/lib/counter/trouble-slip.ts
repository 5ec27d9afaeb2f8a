/** The slip of a card that could not pay: what to do and where to go. It names nobody, and no card. */
import type { Bank } from '#lib/payments/card-slip.ts';
import { shownPhone } from '#lib/identity/phone.ts';
import { dayOf, zoneName } from '#lib/kernel/day.ts';
import { formatDay, formatHour } from '#lib/look/day-text.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { centred, ruled, wrapped } from '#lib/printing/rows.ts';
import type { CardFailure } from '#lib/sales/wire-bodies.ts';
import { m } from '#texts/messages.js';
import { cardFailureName } from '#lib/sales/card-failure-name.ts';
import { bankName } from '#lib/payments/bank-name.ts';
import type { SlipGroup, SlipPaper } from './slips.ts';

export interface Trouble {
	readonly why: CardFailure;
	/** Of the machine; null where none is saved. */
	readonly bank: Bank | null;
	readonly at: Instant;
}

export function troubleSlip({ why, bank, at }: Trouble, group: SlipGroup, { language, width }: SlipPaper): string[] {
	const locale = { locale: language };
	const { name, address, phone, zone } = group;
	const moment = `${formatDay(dayOf(at, zone), language, 'paper')} ${formatHour(at, zone, language)} ${zoneName(zone)}`;
	const ways = [
		bank === null ? m.aid_till_trouble_bank_any({}, locale) : m.aid_till_trouble_bank({ bank: bankName(bank) }, locale),
		m.aid_till_trouble_dinsos({}, locale),
		m.aid_till_trouble_hotline({}, locale)
	];
	const rows = [
		...centred(m.aid_till_trouble_title({}, locale).toUpperCase(), width),
		...centred(name, width),
		...centred(address, width),
		'',
		...wrapped(moment, width),
		ruled(width),
		...wrapped(cardFailureName(why), width),
		ruled(width),
		...wrapped(m.aid_till_trouble_where({}, locale), width),
		...ways.flatMap((way, at) => wrapped(`${at + 1}. ${way}`, width)),
		...(phone === null ? [] : wrapped(m.aid_till_trouble_shop({ contact: shownPhone(phone) }, locale), width)),
		'',
		...wrapped(m.aid_till_trouble_pin({}, locale), width)
	];
	return rows.map((row) => row.replaceAll('\u00a0', ' ').trimEnd());
}
