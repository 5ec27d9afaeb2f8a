/** Where a group stands in its life. Every step is a recorded decision; what may follow what is this table. */
import { Refusal } from '#lib/kernel/refusal.ts';

export const groupStatuses = ['forming', 'active', 'inactive', 'merged', 'dissolved'] as const;
export type GroupStatus = (typeof groupStatuses)[number];

const steps: Readonly<Record<GroupStatus, readonly GroupStatus[]>> = {
	forming: ['active', 'dissolved'],
	active: ['inactive', 'merged', 'dissolved'],
	inactive: ['active', 'merged', 'dissolved'],
	merged: [],
	dissolved: []
};

/** A group cannot go from where it stands to there. */
export class StatusStep extends Refusal {
	readonly code = 'groups.status-step';
	readonly from: GroupStatus;
	readonly to: GroupStatus;

	constructor(from: GroupStatus, to: GroupStatus) {
		super(`A ${from} group does not become ${to}.`);
		this.from = from;
		this.to = to;
	}
}

/** What may follow `from`; nothing follows a merged or dissolved group. */
export function nextStatuses(from: GroupStatus): readonly GroupStatus[] {
	return steps[from];
}

/** Passes a step that a group may take. Throws StatusStep otherwise. */
export function checkStatusStep(from: GroupStatus, to: GroupStatus): void {
	if (!steps[from].includes(to)) throw new StatusStep(from, to);
}

export function parseGroupStatus(text: string): GroupStatus | null {
	return groupStatuses.find((status) => status === text) ?? null;
}

/** Whether a family that is in such a group may be in no other (R65). */
export function holdsFamilies(status: GroupStatus): boolean {
	return status === 'forming' || status === 'active';
}
