/** What a meeting of a group, or an office above it, decides. */
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Facts } from '#lib/kernel/refusal.ts';

/** What decisions are about. */
export const decisionKinds = ['founding', 'status', 'officers', 'member-leaves', 'pendamping'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export interface Decision {
	readonly id: Id;
	/** 1, 2, 3 … in the group. */
	readonly number: number;
	readonly kind: DecisionKind;
	readonly decidedOn: Day;
	readonly minutes: string;
	/** What it changed. */
	readonly effect: Facts;
	readonly fileId: Id | null;
	/** Name of who wrote it down, as it is today; null when the system did. */
	readonly recordedBy: string | null;
	readonly recordedAt: Instant;
}
