/** What a till is told of aid: the rules that hold where its shop is, and those that ended lately, for sales it tells late. */
import * as v from 'valibot';
import type { Reader } from '#lib/db/open.server.ts';
import { ruleValueOn } from '#lib/db/rule-value.server.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import type { FoodList } from './food-list.ts';
import type { Dated, RegimeRule } from './regime.ts';
import { aidRules } from './rules.server.ts';

/** A till that was off for longer hears anew before it sells. */
const endedDaysMax = 60;
const Deferral = v.object({ days: v.number() });

export interface AidTold {
	/** The code of the shop's village. */
	readonly village: string;
	readonly regimes: readonly RegimeRule[];
	readonly lists: readonly FoodList[];
	/** Within how many days a card is swiped for goods handed over before. */
	readonly deferralDays: number;
}

export async function aidToldTo(reader: Reader, village: string, today: Day): Promise<AidTold> {
	const { regimes, lists } = await aidRules(reader);
	const since = addDays(today, -endedDaysMax);
	const matters = ({ region, validTo }: Dated) => village.startsWith(region) && (validTo === null || validTo >= since);
	return {
		village,
		regimes: regimes.filter(matters),
		lists: lists.filter(matters),
		deferralDays: await deferralDaysOn(reader, today)
	};
}

/** Within how many days of `day` a card is swiped for goods handed over on it. */
export async function deferralDaysOn(reader: Reader, day: Day): Promise<number> {
	return v.parse(Deferral, await ruleValueOn(reader, 'edc.deferral', day)).days;
}
