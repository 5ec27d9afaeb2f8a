/** What a customer is reminded with; a person sends it, never the program by itself. */
import type { Day } from '#lib/kernel/day.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import { formatDay } from '#lib/look/day-text.ts';
import type { Language } from '#lib/look/language.ts';
import { formatRupiah } from '#lib/look/money.ts';
import { m } from '#texts/messages.js';

interface Reminder {
	/** Null when the name is not known. */
	readonly name: string | null;
	readonly shop: string;
	readonly owed: Rupiah;
	/** The day of the oldest debt. */
	readonly since: Day | null;
}

/** "Permisi Bu Ida, mengingatkan kasbon …", or null when nothing is owed. */
export function reminderText({ name, shop, owed, since }: Reminder, language: Language): string | null {
	if (owed <= 0 || since === null) return null;
	const told = { shop, owed: formatRupiah(owed, language), since: formatDay(since, language, 'paper') };
	const inLanguage = { locale: language };
	return name === null
		? m.credit_reminder_nameless(told, inLanguage)
		: m.credit_reminder({ ...told, name }, inLanguage);
}
