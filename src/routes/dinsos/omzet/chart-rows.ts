/** Omzet and untung over time as bars: every day or month of the period, those without any included. */
import { day, parseMonth } from '#lib/kernel/day.ts';
import { present } from '#lib/kernel/assert.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import type { BarRow } from '#lib/look/bars.ts';
import { formatDay, formatMonth } from '#lib/look/day-text.ts';
import type { Language } from '#lib/look/language.ts';
import type { StepEarned } from '#lib/oversight/region-omzet.server.ts';
import { type Period, stepsIn } from './period.ts';

export function chartRows(period: Period, steps: readonly StepEarned[], language: Language): BarRow[] {
	const known = new Map(steps.map((step) => [step.step, step]));
	const words = period.step === 'day' ? dayWords : monthWords;
	return stepsIn(period).map((step) => {
		const { omzet, untung } = known.get(step) ?? { omzet: rupiah(0), untung: rupiah(0) };
		return { ...words(step, language), values: [omzet, untung] };
	});
}

type Words = Pick<BarRow, 'label' | 'tick'>;

function dayWords(step: string, language: Language): Words {
	return { label: formatDay(day(step), language), tick: formatDay(day(step), language, 'tick') };
}

function monthWords(step: string, language: Language): Words {
	const month = present(parseMonth(step), 'a month');
	return { label: formatMonth(month, language), tick: formatMonth(month, language, 'monthTick') };
}
