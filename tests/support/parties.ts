/** The smallest thing a work can write: a party, that is a row with a name. For tests of the database itself. */
import type { Database } from '#lib/db/open.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import type { Tenant } from '#lib/db/tenant.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';

/** Writes a party named `name` and gives its id. */
export async function addParty(work: Work, name: string, id: Id = work.newId()): Promise<Id> {
	await work.insert('party', [partyRow(work, name, id)]);
	return id;
}

/** A row for `work.insert('party', …)`. */
export function partyRow(work: Work, name: string, id: Id = work.newId()) {
	return { groupId: work.groupId, id, name, phone: null, madeAt: work.now, erasedAt: null };
}

/** The names of the tenant's parties that other connections see, sorted. */
export async function partyNames(db: Database, tenant: Tenant): Promise<(string | null)[]> {
	const rows = await db.reader.selectFrom('party').select('name').where('groupId', '=', tenant.id).execute();
	return rows.map((row) => row.name).sort();
}

/** The same as one work sees them. */
export const namesWithin = prepared((db, p: { groupId: string }) =>
	db.selectFrom('party').select('name').where('groupId', '=', p.groupId).orderBy('name')
);
