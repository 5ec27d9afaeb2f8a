/** Omzet per day and channel, kept in the same work as the sales it adds up. */
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Channel } from './channel.ts';

/** What one sale, or one taken back (then negative), adds. */
export interface OmzetAddition {
	/** The day it counts for, as the entry was posted. */
	readonly day: Day;
	readonly channel: Channel;
	/** Income legs less returns. */
	readonly omzet: number;
	/** What buyers paid for goods, consigned goods in full. */
	readonly gross: number;
	/** Cost of what was sold. */
	readonly cost: number;
	/** Sales less voided ones. */
	readonly sales: number;
}

const add = prepared(
	(
		db,
		p: { groupId: string; day: string; channel: string; omzet: number; gross: number; cost: number; sales: number }
	) =>
		db
			.insertInto('omzetDay')
			.values({ ...p })
			.onConflict((conflict) =>
				conflict.columns(['groupId', 'day', 'channel']).doUpdateSet((row) => ({
					omzet: row('omzetDay.omzet', '+', row.ref('excluded.omzet')),
					gross: row('omzetDay.gross', '+', row.ref('excluded.gross')),
					cost: row('omzetDay.cost', '+', row.ref('excluded.cost')),
					sales: row('omzetDay.sales', '+', row.ref('excluded.sales'))
				}))
			)
);

/** Adds to the omzet of each day and channel, one statement for each pair. */
export async function addToOmzet(work: Work, additions: readonly OmzetAddition[]): Promise<void> {
	for (const sum of added(additions)) await work.run(add, { groupId: work.groupId, ...sum });
}

function added(additions: readonly OmzetAddition[]): OmzetAddition[] {
	const sums = new Map<string, OmzetAddition>();
	for (const one of additions) {
		const key = `${one.day} ${one.channel}`;
		const before = sums.get(key);
		sums.set(key, before === undefined ? one : {
			day: one.day,
			channel: one.channel,
			omzet: before.omzet + one.omzet,
			gross: before.gross + one.gross,
			cost: before.cost + one.cost,
			sales: before.sales + one.sales
		}); // prettier-ignore
	}
	return [...sums.values()];
}
