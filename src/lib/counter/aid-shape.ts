/** What a till knows of aid and of the bank's card machines, as it travels from the server and is kept. */
import * as v from 'valibot';
import { banks } from '#lib/payments/card-slip.ts';
import { type RegimeRule, regimes } from '#lib/aid/regime.ts';
import type { FoodList } from '#lib/aid/food-list.ts';
import { foodGroups } from '#lib/catalog/product.ts';
import { type Day, parseDay } from '#lib/kernel/day.ts';
import { idShape } from './answers.ts';

const dayShape = v.custom<Day>((value) => typeof value === 'string' && parseDay(value) !== null);

/** See `Dated`. */
const dated = { id: idShape, region: v.string(), validFrom: dayShape, validTo: v.nullable(dayShape) };

const regimeShape = v.object({ ...dated, regime: v.picklist(regimes), programme: v.string() });
const listShape = v.object({
	...dated,
	entries: v.array(v.object({ foodGroup: v.picklist(foodGroups), isFreshOnly: v.boolean() }))
});

const rulesShape = v.object({
	/** The code of the shop's village. */
	village: v.string(),
	/** All that ever held or is known to come, of every region. */
	regimes: v.array(regimeShape),
	lists: v.array(listShape),
	/** Within how many days a card is swiped for goods handed over before. */
	deferralDays: v.number()
});

/** What a till knows of aid; its rows are those of the server. */
export interface AidKnown {
	readonly village: string;
	readonly regimes: readonly RegimeRule[];
	readonly lists: readonly FoodList[];
	readonly deferralDays: number;
}

/** Of a server that does not know of aid yet: then nothing asks for it. */
const noRules = { village: '', regimes: [], lists: [], deferralDays: 3 };
export const aidShape = v.optional(rulesShape, noRules);

const terminalShape = v.object({
	id: idShape,
	bank: v.picklist(banks),
	/** Merchant id as on the slip; empty where the slip shows none. */
	mid: v.string(),
	/** Terminal id as on the slip. */
	tid: v.string(),
	name: v.string()
});
/** A card machine of the group. */
export type Terminal = v.InferOutput<typeof terminalShape>;
export const terminalsShape = v.optional(v.array(terminalShape), []);
