/** The rules of aid as the database holds them: what two people agreed on, all that ever held, so that a late sale finds its own day. */
import * as v from 'valibot';
import { foodGroups } from '#lib/catalog/product.ts';
import type { Reader } from '#lib/db/open.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { day } from '#lib/kernel/day.ts';
import { id } from '#lib/kernel/id.ts';
import type { FoodList } from './food-list.ts';
import { parseRegime, type RegimeRule } from './regime.ts';

const entriesForm = v.array(v.object({ foodGroup: v.picklist(foodGroups), isFreshOnly: v.boolean() }));

const dated = ['id', 'region', 'validFrom', 'validTo'] as const;

const regimeRows = prepared((db) =>
	db
		.selectFrom('aidRegime')
		.select([...dated, 'regime', 'programme'])
		.where('confirmedAt', 'is not', null)
);
const listRows = prepared((db) =>
	db
		.selectFrom('foodList')
		.select([...dated, 'entries'])
		.where('confirmedAt', 'is not', null)
);

/** Rules that hold, held or will hold somewhere. */
export interface AidRules {
	readonly regimes: readonly RegimeRule[];
	readonly lists: readonly FoodList[];
}

export async function aidRulesIn(work: Work): Promise<AidRules> {
	const regimes = (await work.run(regimeRows, {})).map(regimeFrom);
	return { regimes, lists: (await work.run(listRows, {})).map(listFrom) };
}

/** The same, for pages and for what a till is told. They are the same for all groups; each finds its own by its village. */
export async function aidRules(reader: Reader): Promise<AidRules> {
	const regimes = await reader
		.selectFrom('aidRegime')
		.select([...dated, 'regime', 'programme'])
		.where('confirmedAt', 'is not', null)
		.execute();
	const lists = await reader
		.selectFrom('foodList')
		.select([...dated, 'entries'])
		.where('confirmedAt', 'is not', null)
		.execute();
	return { regimes: regimes.map(regimeFrom), lists: lists.map(listFrom) };
}

interface DatedRow {
	readonly id: string;
	readonly region: string;
	readonly validFrom: string;
	readonly validTo: string | null;
}

function datedFrom({ id: key, region, validFrom, validTo }: DatedRow) {
	return { id: id(key), region, validFrom: day(validFrom), validTo: validTo === null ? null : day(validTo) };
}

function regimeFrom(row: DatedRow & { readonly regime: string; readonly programme: string }): RegimeRule {
	const regime = present(parseRegime(row.regime), 'a regime that is known');
	return { ...datedFrom(row), regime, programme: row.programme };
}

function listFrom(row: DatedRow & { readonly entries: string }): FoodList {
	return { ...datedFrom(row), entries: v.parse(entriesForm, JSON.parse(row.entries)) };
}
