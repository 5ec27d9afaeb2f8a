/** A daily job: drops the bytes of what tills sent, once no till sends them again. Number and hash stay for good. */
import type { Database } from '#lib/db/open.server.ts';
import { groupTenant, systemActor } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { later } from '#lib/kernel/instant.ts';

/** As long as a released version of the wire is read. */
const keptMs = 400 * 86_400_000;
const batchMax = 200;

/**
 * Drops bytes that were received 400 days ago, of every group, but never those of an event that is held. The same id sent
 * again is told by its hash. What early versions kept of forms goes at once. Bears being run again.
 */
export async function tidyEvents(db: Database): Promise<void> {
	const groups = await db.reader
		.selectFrom('head')
		.select('tenantId')
		.where('tenantKind', '=', 'group')
		.orderBy('tenantId')
		.execute();
	for (const { tenantId } of groups) await dropOldOf(db, id(tenantId));
}

async function dropOldOf(db: Database, groupId: Id): Promise<void> {
	let dropped: number;
	do dropped = await dropBatch(db, groupId);
	while (dropped === batchMax);
}

/** Looks with a reader, so that the writer is asked only when there is something to drop; gives how many there were. */
async function dropBatch(db: Database, groupId: Id): Promise<number> {
	const rows = await db.reader
		.selectFrom('received')
		.select('id')
		.where('tenantId', '=', groupId)
		.where((row) => row.or([row('receivedAt', '<', later(db.clock(), -keptMs)), row('kind', '=', 'form')]))
		.where('outcome', '=', 'applied')
		.where('body', 'is not', null)
		.orderBy('id')
		.limit(batchMax)
		.execute();
	if (rows.length === 0) return 0;
	const old = rows.map((row) => row.id);
	await inWork(db, systemActor('tidy'), groupTenant(groupId), ({ trx }) =>
		trx.updateTable('received').set({ body: null }).where('tenantId', '=', groupId).where('id', 'in', old).execute()
	);
	return rows.length;
}
