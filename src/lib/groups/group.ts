/** A group as the rest of the program knows it. */
import type { Day, Zone } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { KindKey } from './kinds.ts';
import type { OpeningHours } from './opening-hours.ts';
import type { Readiness } from './readiness.ts';
import type { GroupSettings } from './settings.ts';
import type { GroupStatus } from './status.ts';

export interface Group {
	readonly groupId: Id;
	/** Its present address; older ones lead to it too. */
	readonly slug: string;
	readonly name: string;
	readonly villageCode: string;
	readonly address: string;
	readonly zone: Zone;
	readonly status: GroupStatus;
	/** Whether it is an e-waroeng. */
	readonly isShop: boolean;
	readonly foundedOn: Day | null;
	readonly phone: string | null;
	/** What the group tells of itself. */
	readonly story: string;
	readonly logoFileId: Id | null;
	/** Null when nobody has told them. */
	readonly openingHours: OpeningHours | null;
	readonly settings: GroupSettings;
	readonly readiness: Readiness;
}

/** A group in a list. */
export interface GroupCard {
	readonly groupId: Id;
	readonly slug: string;
	readonly name: string;
	readonly villageCode: string;
	readonly villageName: string;
	readonly districtName: string;
	readonly address: string;
	readonly zone: Zone;
	readonly status: GroupStatus;
	readonly isShop: boolean;
	readonly logoFileId: Id | null;
	readonly openingHours: OpeningHours | null;
	readonly businesses: Businesses;
}

/** What a group does; one kind is its main one. */
export interface Businesses {
	readonly main: KindKey;
	readonly others: readonly KindKey[];
}

export const nameLengthMax = 80;
export const storyLengthMax = 2000;
export const addressLengthMax = 200;
