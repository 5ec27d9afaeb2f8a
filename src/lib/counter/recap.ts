/** *Rekap*: the day in a few sentences for the group's WhatsApp, also saying what is not sent yet. */
import type { Day } from '#lib/kernel/day.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { formatDay } from '#lib/look/day-text.ts';
import type { Language } from '#lib/look/language.ts';
import { formatRupiah } from '#lib/look/money.ts';
import { tenders } from '#lib/sales/tender.ts';
import { tenderName } from '#lib/sales/tender-name.ts';
import { m } from '#texts/messages.js';
import type { ByTender } from './shift.ts';

export interface Recap {
	readonly shop: string;
	readonly day: Day;
	readonly sales: number;
	/** Sales less returns. A till knows no costs: this is no omzet, which never stands without untung. */
	readonly sold: Rupiah;
	readonly byTender: ByTender;
	/** Counted less expected; null when no drawer was counted. */
	readonly difference: Rupiah | null;
	readonly unsent: number;
}

/** The text as it is shared. */
export function recapText(recap: Recap, language: Language): string {
	const { shop, day, sales, sold, byTender, difference, unsent } = recap;
	const locale = { locale: language };
	const money = (amount: Rupiah) => formatRupiah(amount, language);
	const head = { shop, day: formatDay(day, language, 'short').replace(',', ''), count: sales, amount: money(sold) };
	const paid = tenders
		.filter((tender) => tender !== 'exchange' && byTender[tender] !== 0)
		.map((tender) => `${tenderName(tender, language)} ${money(byTender[tender])}`)
		.join(', ');
	return [
		m.counter_recap_head(head, locale),
		paid === '' ? '' : `${paid}.`,
		difference === null ? '' : drawerText(difference, language),
		unsent === 0 ? '' : m.counter_recap_unsent({ count: unsent }, locale)
	]
		.filter((part) => part !== '')
		.join(' ');
}

/** *Laci pas*, or by how much it is over or short. */
function drawerText(difference: Rupiah, language: Language): string {
	const locale = { locale: language };
	const amount = formatRupiah(rupiah(Math.abs(difference)), language);
	if (difference === 0) return m.counter_drawer_exact({}, locale);
	return difference > 0 ? m.counter_drawer_over({ amount }, locale) : m.counter_drawer_short({ amount }, locale);
}
