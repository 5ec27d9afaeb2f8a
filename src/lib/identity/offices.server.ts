/** Social offices and government agencies: who they are, and which region they serve. */
import { recordAudit } from '#lib/audit/record.server.ts';
import { foundOnce } from '#lib/db/found-once.server.ts';
import type { Database, Reader } from '#lib/db/open.server.ts';
import type { Message } from '#lib/db/receive.server.ts';
import { type Actor, agencyTenant } from '#lib/db/tenant.ts';
import { inFoundingWork, type Work } from '#lib/db/work.server.ts';
import { assert } from '#lib/kernel/assert.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { regionAt } from '#lib/regions/queries.server.ts';
import { type OfficeLevel } from './office.ts';

export interface Office {
	readonly id: Id;
	readonly name: string;
	readonly level: OfficeLevel;
	/** '' is the whole country. */
	readonly regionCode: string;
}

export interface Agency {
	readonly id: Id;
	readonly name: string;
	readonly regionCode: string;
}

/** Founds a social office of a region, in the platform's work. Throws NotFound for an unknown region. */
export async function foundOffice(work: Work, office: Omit<Office, 'id'>): Promise<Id> {
	assert(work.tenant.kind === 'platform', 'offices belong to the platform');
	if (office.regionCode !== '') await regionAt(work.reader, office.regionCode);
	const officeId = work.newId();
	await work.insert('office', [{ id: officeId, ...office, madeAt: work.now }]);
	const facts = { level: office.level, regionCode: office.regionCode };
	await recordAudit(work, { action: 'office.founded', subjectType: 'office', subjectId: officeId, facts });
	return officeId;
}

/** Founds a government agency, a tenant of its own; for a message that may arrive twice, once. Throws NotFound for an unknown region. */
export async function foundAgency(
	db: Database,
	actor: Actor,
	agency: Omit<Agency, 'id'>,
	message: Message | null = null
): Promise<Id> {
	const begin = (work: Work): Promise<Id> => beginAgency(work, agency);
	if (message === null) return inFoundingWork(db, actor, agencyTenant(db.newId()), begin);
	return foundOnce(db, actor, agencyTenant(message.id), message, begin);
}

async function beginAgency(work: Work, { name, regionCode }: Omit<Agency, 'id'>): Promise<Id> {
	const agencyId = id(work.tenant.id);
	await regionAt(work.reader, regionCode);
	await work.insert('agency', [{ agencyId, name, regionCode, madeAt: work.now }]);
	await recordAudit(work, {
		action: 'agency.founded',
		subjectType: 'agency',
		subjectId: agencyId,
		facts: { regionCode }
	});
	return agencyId;
}

/** Throws NotFound. */
export async function officeById(reader: Reader, officeId: Id): Promise<Office> {
	const row = await reader.selectFrom('office').selectAll().where('id', '=', officeId).executeTakeFirst();
	if (row === undefined) throw new NotFound('office');
	return officeOf(row);
}

/** All offices, larger regions first. */
export async function offices(reader: Reader): Promise<Office[]> {
	const rows = await reader.selectFrom('office').selectAll().orderBy('regionCode').orderBy('name').execute();
	return rows.map(officeOf);
}

/** Throws NotFound. */
export async function agencyById(reader: Reader, agencyId: Id): Promise<Agency> {
	const row = await reader.selectFrom('agency').selectAll().where('agencyId', '=', agencyId).executeTakeFirst();
	if (row === undefined) throw new NotFound('agency');
	return { id: id(row.agencyId), name: row.name, regionCode: row.regionCode };
}

/** All agencies by region and name. */
export async function agencies(reader: Reader): Promise<Agency[]> {
	const rows = await reader.selectFrom('agency').selectAll().orderBy('regionCode').orderBy('name').execute();
	return rows.map((row) => ({ id: id(row.agencyId), name: row.name, regionCode: row.regionCode }));
}

function officeOf(row: { id: string; name: string; level: string; regionCode: string }): Office {
	return { id: id(row.id), name: row.name, level: row.level as OfficeLevel, regionCode: row.regionCode };
}
