/** The rules of aid as an office reads them: which hold today, which come, which wait, and what was. */
import type { FoodListEntry } from './food-list.ts';
import type { Dated, Regime } from './regime.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';

interface Entry extends Dated {
	readonly source: string;
	readonly lateReason: string | null;
	/** Null for what the program brought along. */
	readonly officeId: Id | null;
	readonly proposedBy: Id | null;
	readonly proposedAt: Instant;
	readonly confirmedBy: Id | null;
	readonly confirmedAt: Instant | null;
	readonly refusedBy: Id | null;
	readonly refusedAt: Instant | null;
	readonly refusedWhy: string | null;
}

export interface RegimeEntry extends Entry {
	readonly kind: 'regime';
	readonly regime: Regime;
	readonly programme: string;
}

export interface FoodListRow extends Entry {
	readonly kind: 'list';
	readonly entries: readonly FoodListEntry[];
}

export type RuleEntry = RegimeEntry | FoodListRow;

/** `waiting`: a second person has to decide. `replaced`: it has no end, and one for the same region began after it. */
export const ruleStates = ['waiting', 'holds', 'coming', 'ended', 'replaced', 'refused'] as const;
export type RuleState = (typeof ruleStates)[number];

/** How `rule` stands on `today` among all rules of its kind. */
export function stateOf(rule: RuleEntry, all: readonly RuleEntry[], today: Day): RuleState {
	if (rule.refusedAt !== null) return 'refused';
	if (rule.confirmedAt === null) return 'waiting';
	if (rule.validFrom > today) return 'coming';
	if (rule.validTo !== null && rule.validTo < today) return 'ended';
	return all.some((other) => replaces(other, rule, today)) ? 'replaced' : 'holds';
}

function replaces(other: RuleEntry, rule: RuleEntry, today: Day): boolean {
	if (other.kind !== rule.kind || other.region !== rule.region || other.id === rule.id) return false;
	const holds = other.validFrom <= today && (other.validTo === null || today <= other.validTo);
	if (!holds || other.confirmedAt === null || other.refusedAt !== null) return false;
	return other.validFrom === rule.validFrom ? other.id > rule.id : other.validFrom > rule.validFrom;
}
