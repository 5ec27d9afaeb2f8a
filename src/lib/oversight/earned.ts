/** What the groups of a region earned, folded into what an office reads: altogether, and for each region just below. */
import type { Id } from '#lib/kernel/id.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { parentOf, upward } from '#lib/regions/place.ts';

export interface Earned {
	readonly omzet: Rupiah;
	/** Income less all costs, before any sharing among members. */
	readonly untung: Rupiah;
	/** Sales less voided ones. */
	readonly sales: number;
}

/** How far the data of a time are in: every total says it first. */
export interface Arrival {
	/** Groups that have something in their books of that time. */
	readonly arrived: number;
	/** Those, and the active groups that have nothing yet. */
	readonly expected: number;
}

export interface GroupEarned extends Earned {
	readonly groupId: Id;
	readonly slug: string;
	readonly name: string;
	readonly villageCode: string;
	/** Whether something is in its books of that time. */
	readonly hasArrived: boolean;
}

/** Figures of several groups, added. */
function earnedBy(parts: readonly Earned[]): Earned {
	const sum = { omzet: 0, untung: 0, sales: 0 };
	for (const part of parts) {
		sum.omzet += part.omzet;
		sum.untung += part.untung;
		sum.sales += part.sales;
	}
	return { omzet: rupiah(sum.omzet), untung: rupiah(sum.untung), sales: sum.sales };
}

/** What groups earned together, and of how many of them that is known. */
export function wholeOf(groups: readonly GroupEarned[]): Earned & Arrival {
	const arrived = groups.filter((group) => group.hasArrived).length;
	return { ...earnedBy(groups), arrived, expected: groups.length };
}

/** The region just below `regionCode` in which a village lies; '' is the whole country. A village has nothing below it. */
export function regionBelow(villageCode: string, regionCode: string): string {
	return upward(villageCode).find((code) => (parentOf(code) ?? '') === regionCode) ?? villageCode;
}

/** Orders by omzet, the most first; what earned the same by name. */
export function mostFirst(one: Earned & { readonly name: string }, other: Earned & { readonly name: string }): number {
	return other.omzet - one.omzet || one.name.localeCompare(other.name, 'id');
}
