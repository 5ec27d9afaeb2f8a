/** Events that are held because one that they need has not come: by the code of what held them, and what they wait for. */
import type { Facts } from '#lib/kernel/refusal.ts';
import type { EventKind } from './wire-bodies.ts';

const awaitedFact: Readonly<Record<string, string>> = {
	'sales.sale-unknown': 'saleId',
	'drawer.shift-unknown': 'shiftId'
};

export const waitCodes: readonly string[] = Object.keys(awaitedFact);

/** Kinds of event that others may wait for. */
export const awaitedKinds: ReadonlySet<EventKind> = new Set<EventKind>(['sale', 'shift-opened']);

/** The id of the event that a held one waits for; undefined when it waits for a person. */
export function awaitedBy(code: string, facts: Facts): Facts[string] | undefined {
	const fact = awaitedFact[code];
	return fact === undefined ? undefined : facts[fact];
}
