/** Buyers who must be known, for credit: their names stand here alone and may be erased. */
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { tillOf } from './till.server.ts';

export interface Buyer {
	readonly id: Id;
	readonly name: string;
	readonly phone: string | null;
}

const add = prepared((db, p: { groupId: string; id: string; name: string; phone: string | null; madeAt: string }) =>
	db
		.insertInto('party')
		.values({ ...p, erasedAt: null })
		.onConflict((conflict) => conflict.columns(['groupId', 'id']).doNothing())
);

/** Keeps buyers that came beside a till's events; those known stay as they are. Throws NotFound for a till that is not there. */
export async function keepBuyers(work: Work, enrolmentId: Id, buyers: readonly Buyer[]): Promise<void> {
	await tillOf(work, enrolmentId);
	for (const buyer of buyers) await work.run(add, { groupId: work.groupId, ...buyer, madeAt: work.now });
}
