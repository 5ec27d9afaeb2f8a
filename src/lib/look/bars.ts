/** What a bar chart draws: rows along the foot, in each row one value a series. */
import type { Rupiah } from '#lib/kernel/rupiah.ts';

export interface BarRow {
	/** In full, for the table: `Sabtu, 21 Nov 2026`. */
	readonly label: string;
	/** Short, under the bar: `21`. */
	readonly tick: string;
	/** One a series, in their order. */
	readonly values: readonly Rupiah[];
}

/** `nested` shows a part inside its whole (untung in omzet); `stacked` adds parts up (channels to omzet). */
export type BarLayout = 'nested' | 'stacked';

/** The lowest and the highest that a bar reaches, with zero between them. */
export function reach(rows: readonly BarRow[], layout: BarLayout): [number, number] {
	const tops = rows.map(({ values }) =>
		layout === 'nested' ? Math.max(0, ...values) : sumOf(values, (value) => value > 0)
	);
	const feet = rows.map(({ values }) =>
		layout === 'nested' ? Math.min(0, ...values) : sumOf(values, (value) => value < 0)
	);
	return [Math.min(0, ...feet), Math.max(0, ...tops)];
}

function sumOf(values: readonly number[], counts: (value: number) => boolean): number {
	return values.filter(counts).reduce((sum, value) => sum + value, 0);
}

/** Every how many bars a tick is written, so that no more than `ticksMax` are. */
export function tickEvery(count: number, ticksMax: number): number {
	return Math.max(1, Math.ceil(count / ticksMax));
}
