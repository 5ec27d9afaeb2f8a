/** What statuses, offices, decisions and first steps are called, in the reader's language. */
import { m } from '#texts/messages.js';
import type { DecisionKind } from './decision.ts';
import type { Member } from './member.ts';
import type { ReadyStep } from './readiness.ts';
import type { MemberLimits, Office, RegisterNote } from './register.ts';
import type { GroupStatus } from './status.ts';

const statusNames: Readonly<Record<GroupStatus, () => string>> = {
	forming: m.groups_status_forming,
	active: m.groups_status_active,
	inactive: m.groups_status_inactive,
	merged: m.groups_status_merged,
	dissolved: m.groups_status_dissolved
};

const officeNames: Readonly<Record<Office, () => string>> = {
	chair: m.groups_office_chair,
	secretary: m.groups_office_secretary,
	treasurer: m.groups_office_treasurer
};

const decisionNames: Readonly<Record<DecisionKind, () => string>> = {
	founding: m.groups_decision_founding,
	status: m.groups_decision_status,
	officers: m.groups_decision_officers,
	'member-leaves': m.groups_decision_member_leaves,
	pendamping: m.groups_decision_pendamping
};

const stepNames: Readonly<Record<ReadyStep, () => string>> = {
	goods: m.groups_ready_goods,
	prices: m.groups_ready_prices,
	cash: m.groups_ready_cash,
	stock: m.groups_ready_stock,
	debts: m.groups_ready_debts
};

export function statusName(status: GroupStatus): string {
	return statusNames[status]();
}

export function officeName(office: Office): string {
	return officeNames[office]();
}

export function decisionName(kind: DecisionKind): string {
	return decisionNames[kind]();
}

export function readyStepName(step: ReadyStep): string {
	return stepNames[step]();
}

const noteTexts: Readonly<Record<RegisterNote, (limits: MemberLimits) => string>> = {
	'too-few': ({ fewest }) => m.groups_note_too_few({ fewest }),
	'more-than-usual': ({ usual }) => m.groups_note_more_than_usual({ usual }),
	'no-chair': () => m.groups_note_no_chair(),
	'no-secretary': () => m.groups_note_no_secretary(),
	'no-treasurer': () => m.groups_note_no_treasurer()
};

/** What the register asks about, as a sentence. */
export function registerNoteText(note: RegisterNote, limits: MemberLimits): string {
	return noteTexts[note](limits);
}

/** A member's name, or that of a former one who asked to be erased. */
export function memberName({ name }: Pick<Member, 'name'>): string {
	return name === '' ? m.office_member_erased() : name;
}
