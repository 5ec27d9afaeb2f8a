/** Ready in ten minutes: where each step is, and how it stands. */
import { type Readiness, type ReadyStep, readySteps } from '#lib/groups/readiness.ts';

const paths: Readonly<Record<ReadyStep, string>> = {
	goods: 'barang',
	prices: 'harga',
	cash: 'kas',
	stock: 'stok',
	debts: 'utang'
};

export function stepPath(base: string, step: ReadyStep): string {
	return `${base}/mulai/${paths[step]}`;
}

/** Where `step` leads when it is done: the next one, or the end. */
export function pathAfter(base: string, step: ReadyStep): string {
	const next = readySteps[readySteps.indexOf(step) + 1];
	return next === undefined ? `${base}/mulai` : stepPath(base, next);
}

/** How a step shows in the row of steps, seen from `current`. */
export function stepState(
	readiness: Readiness,
	step: ReadyStep,
	current: ReadyStep | null
): 'done' | 'skipped' | 'current' | 'todo' {
	if (step === current) return 'current';
	const state = readiness[step];
	return state === 'open' ? 'todo' : state;
}
