/** Days and hours as people say them: `Sabtu, 21 Nov 2026`, `pukul 14.30`. */
import { localTime, type Day, type Month, type Zone } from '#lib/kernel/day.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Language } from './language.ts';

const places = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Language, string>;

const forms = {
	/** `Sabtu, 21 Nov 2026`: on screens. */
	screen: { weekday: 'long', day: 'numeric', month: 'short', year: 'numeric' },
	/** `21 November 2026`: on papers. */
	paper: { day: 'numeric', month: 'long', year: 'numeric' },
	/** `Sab, 21 Nov`: where the year is plain. */
	short: { weekday: 'short', day: 'numeric', month: 'short' },
	/** `21 Nov`: under a bar of a chart. */
	tick: { day: 'numeric', month: 'short' },
	/** `November 2026`. */
	month: { month: 'long', year: 'numeric' },
	/** `Nov`: under a bar of a year. */
	monthTick: { month: 'short' }
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DayForm = 'screen' | 'paper' | 'short' | 'tick';

const formats = {
	id: formatsOf('id'),
	en: formatsOf('en')
} as const satisfies Record<Language, Record<keyof typeof forms, Intl.DateTimeFormat>>;

function formatsOf(language: Language): Record<keyof typeof forms, Intl.DateTimeFormat> {
	const one = (options: Intl.DateTimeFormatOptions) =>
		new Intl.DateTimeFormat(places[language], { ...options, timeZone: 'UTC' });
	return {
		screen: one(forms.screen),
		paper: one(forms.paper),
		short: one(forms.short),
		tick: one(forms.tick),
		month: one(forms.month),
		monthTick: one(forms.monthTick)
	};
}

/** A day in words: `Sabtu, 21 Nov 2026` unless another form is asked for. */
export function formatDay(day: Day, language: Language, form: DayForm = 'screen'): string {
	return formats[language][form].format(Date.parse(`${day}T00:00:00Z`));
}

/** `November 2026`, or `Nov` under a bar of a chart. */
export function formatMonth(month: Month, language: Language, form: 'month' | 'monthTick' = 'month'): string {
	return formats[language][form].format(Date.parse(`${month}-01T00:00:00Z`));
}

/** The hour on the wall of `where`: `14.30` (English `14:30`). The word *pukul* belongs to the text around it. */
export function formatHour(moment: Instant, where: Zone, language: Language): string {
	return formatTime(localTime(moment, where).slice(11), language);
}

/** An hour that is known as `HH:MM`, in the same way. */
export function formatTime(time: string, language: Language): string {
	return language === 'id' ? time.replace(':', '.') : time;
}
