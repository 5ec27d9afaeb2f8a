/** Ready in ten minutes: the first steps of a new group, each of which may be put off. */
import * as v from 'valibot';

/** Pick goods, set prices, count the cash, count the stock, write down debts. */
export const readySteps = ['goods', 'prices', 'cash', 'stock', 'debts'] as const;
export type ReadyStep = (typeof readySteps)[number];

const state = v.optional(v.picklist(['open', 'done', 'skipped']), 'open');
const form = v.object({ goods: state, prices: state, cash: state, stock: state, debts: state });

export type StepState = 'open' | 'done' | 'skipped';
export type Readiness = Readonly<Record<ReadyStep, StepState>>;

export function readReadiness(column: string): Readiness {
	return v.parse(form, JSON.parse(column));
}

export const notBegun: Readiness = v.parse(form, {});

/** The first step that is still open; null when each is done or skipped. */
export function nextReadyStep(readiness: Readiness): ReadyStep | null {
	return readySteps.find((step) => readiness[step] === 'open') ?? null;
}

/** Steps that were put off or never begun, for a quiet reminder. */
export function stepsLeft(readiness: Readiness): ReadyStep[] {
	return readySteps.filter((step) => readiness[step] !== 'done');
}
