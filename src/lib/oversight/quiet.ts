/** Which groups have gone quiet: active, and without a sale for weeks. */
import { type Day, daysBetween } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';

/** Days without a sale after which an office looks, and after which it goes there. */
const quietDays = 30;
const longQuietDays = 90;

export interface GroupSeen {
	readonly groupId: Id;
	readonly name: string;
	/** The day on which it was registered. */
	readonly since: Day;
	/** Null when it never sold anything. */
	readonly lastSale: Day | null;
}

export interface Quiet {
	/** How many sold nothing for 30 days, those of 90 days included. */
	readonly some: number;
	/** How many sold nothing for 90 days. */
	readonly long: number;
	/** The part of them that was asked for, those that sold nothing for the longest first. */
	readonly groups: readonly GroupSeen[];
}

export interface QuietPart {
	readonly skip?: number;
	readonly limit: number;
}

/** The quiet among `groups` on `today`, a part of them by name. A group counts from the day it was registered. */
export function quietOf(groups: readonly GroupSeen[], today: Day, { skip = 0, limit }: QuietPart): Quiet {
	const quiet = groups.filter((group) => daysQuiet(group, today) >= quietDays);
	return {
		some: quiet.length,
		long: quiet.filter((group) => daysQuiet(group, today) >= longQuietDays).length,
		groups: quiet.sort((one, other) => daysQuiet(other, today) - daysQuiet(one, today)).slice(skip, skip + limit)
	};
}

/** For how many days a group has sold nothing. */
export function daysQuiet({ lastSale, since }: GroupSeen, today: Day): number {
	return daysBetween(lastSale ?? since, today);
}
