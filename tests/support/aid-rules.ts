/** Rules of aid as rows that two people agreed on, beside those that a new database brings along. */
import type { FoodList } from '#lib/aid/food-list.ts';
import type { RegimeRule } from '#lib/aid/regime.ts';
import type { Database } from '#lib/db/open.server.ts';
import { PLATFORM } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { setup } from './people.ts';

export interface HeldRules {
	readonly regimes: readonly RegimeRule[];
	readonly lists: readonly FoodList[];
}

/** Adds those of the rules that are not there. */
export async function holdRules(db: Database, { regimes, lists }: HeldRules): Promise<void> {
	await inWork(db, setup, PLATFORM, async (work) => {
		const there = [
			...(await work.trx.selectFrom('aidRegime').select('id').execute()),
			...(await work.trx.selectFrom('foodList').select('id').execute())
		];
		const known = new Set<string>(there.map(({ id }) => id));
		const agreed = {
			source: 'Uji', proposedBy: null, proposedAt: work.now, confirmedBy: null, confirmedAt: work.now, refusedAt: null
		}; // prettier-ignore
		const newRegimes = regimes.filter(({ id }) => !known.has(id)).map((rule) => ({ ...rule, ...agreed }));
		const newLists = lists.filter(({ id }) => !known.has(id));
		await work.insert('aidRegime', newRegimes);
		await work.insert('foodList', newLists.map((list) => ({ ...list, entries: JSON.stringify(list.entries), ...agreed }))); // prettier-ignore
	});
}
