/**
 * A rule of aid comes by two people of one office: one proposes, another confirms or refuses (R19). It holds in the
 * office's region or a part of it, from a day on; a day that has passed needs a reason, and what was judged by then stays.
 */
import { type Day, daysBetween } from '#lib/kernel/day.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import { isWithin } from '#lib/regions/place.ts';
import type { FoodListEntry } from './food-list.ts';
import type { Regime } from './regime.ts';

/** What both kinds of rules say of where, when and why. */
export interface Proposal {
	/** The code of a region; '' is the whole country. */
	readonly region: string;
	readonly validFrom: Day;
	/** The last day, or null for one that holds until another comes. */
	readonly validTo: Day | null;
	/** The law or letter that says so. */
	readonly source: string;
	/** Why it is to hold from a day that has passed; null when it is not. */
	readonly lateReason: string | null;
}

export interface RegimeProposal extends Proposal {
	readonly regime: Regime;
	readonly programme: string;
}

export interface FoodListProposal extends Proposal {
	readonly entries: readonly FoodListEntry[];
}

/** How far back a rule may begin: a letter takes weeks to arrive, a wrong year is a slip of the hand. */
const lateDaysMax = 92;

/** The region is not the office's own, nor in it. */
export class RegionOutside extends Refusal {
	readonly code = 'aid.region-outside';

	constructor() {
		super('An office makes rules for its own region only.');
	}
}

/** The day has passed and nobody says why, or it lies too far back. */
export class StartPassed extends Refusal {
	readonly code = 'aid.start-passed';
	readonly daysMax = lateDaysMax;

	constructor() {
		super('A rule begins today or later, or says why not.');
	}
}

export class EndBeforeStart extends Refusal {
	readonly code = 'aid.end-before-start';

	constructor() {
		super('A rule ends on the day it begins or later.');
	}
}

/** A list of nothing would forbid everything; that is never meant. */
export class ListEmpty extends Refusal {
	readonly code = 'aid.list-empty';

	constructor() {
		super('A list names at least one food group.');
	}
}

/** Whoever proposed cannot be the second person. */
export class OwnProposal extends Refusal {
	readonly code = 'aid.own-proposal';

	constructor() {
		super('Another person of the office confirms or refuses.');
	}
}

/** Somebody else was first. */
export class AlreadyDecided extends Refusal {
	readonly code = 'aid.already-decided';

	constructor() {
		super('This proposal was confirmed or refused already.');
	}
}

/** Passes a proposal that the office of `officeRegion` may make. Throws RegionOutside, StartPassed, EndBeforeStart. */
export function checkProposal(proposal: Proposal, officeRegion: string, today: Day): void {
	if (!isWithin(proposal.region, officeRegion)) throw new RegionOutside();
	if (proposal.validTo !== null && proposal.validTo < proposal.validFrom) throw new EndBeforeStart();
	checkStart(proposal, today);
}

/** Passes a start that has not passed, or that says why. Throws StartPassed. */
export function checkStart({ validFrom, lateReason }: Pick<Proposal, 'validFrom' | 'lateReason'>, today: Day): void {
	const daysLate = daysBetween(validFrom, today);
	if (daysLate <= 0) return;
	if (lateReason === null || daysLate > lateDaysMax) throw new StartPassed();
}
