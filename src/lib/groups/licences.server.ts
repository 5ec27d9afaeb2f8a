/** A group's licences: added as they are issued, withdrawn when they were wrong or taken away. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Reader } from '#lib/db/open.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Day, day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { type Licence, licenceKinds, type NewLicence, parseLicenceKind } from './licence.ts';

/** Adds a licence, which may be for one product of the group alone. Throws NotFound for a product or paper that it has not. */
export async function addLicence(work: Work, licence: NewLicence): Promise<Id> {
	const { kind, number, holder, issuedOn = null, expiresOn = null, productId = null, fileId = null } = licence;
	if (productId !== null) await checkOwn(work, 'product', productId);
	if (fileId !== null) await checkOwn(work, 'file', fileId);
	const licenceId = work.newId();
	const row = {
		groupId: work.groupId,
		id: licenceId,
		kind,
		number,
		holder,
		issuedOn,
		expiresOn,
		productId,
		fileId,
		withdrawnAt: null
	};
	await work.insert('licence', [row]);
	await recordAudit(work, {
		action: 'licence.added',
		subjectType: 'licence',
		subjectId: licenceId,
		facts: { kind, expiresOn }
	});
	return licenceId;
}

async function checkOwn({ trx, groupId }: Work, table: 'product' | 'file', rowId: Id): Promise<void> {
	const row = await trx
		.selectFrom(table)
		.select('id')
		.where('groupId', '=', groupId)
		.where('id', '=', rowId)
		.executeTakeFirst();
	if (row === undefined) throw new NotFound(table);
}

/** Throws NotFound for a licence that is not there or was withdrawn. */
export async function withdrawLicence(work: Work, licenceId: Id): Promise<void> {
	const row = await work.trx
		.updateTable('licence')
		.set({ withdrawnAt: work.now })
		.where('groupId', '=', work.groupId)
		.where('id', '=', licenceId)
		.where('withdrawnAt', 'is', null)
		.returning('kind')
		.executeTakeFirst();
	if (row === undefined) throw new NotFound('licence');
	const facts = { kind: row.kind };
	await recordAudit(work, { action: 'licence.withdrawn', subjectType: 'licence', subjectId: licenceId, facts });
}

/** The licences that were not withdrawn, ended ones included, by kind and then the newest first. */
export async function licencesOf(reader: Reader, groupId: Id): Promise<Licence[]> {
	const rows = await reader
		.selectFrom('licence')
		.selectAll()
		.where('groupId', '=', groupId)
		.where('withdrawnAt', 'is', null)
		.orderBy('id')
		.execute();
	const licences = rows.map((row): Licence => ({
		id: id(row.id),
		kind: present(parseLicenceKind(row.kind), `licence ${row.kind}`),
		number: row.number,
		holder: row.holder,
		issuedOn: row.issuedOn === null ? null : day(row.issuedOn),
		expiresOn: row.expiresOn === null ? null : day(row.expiresOn),
		productId: row.productId === null ? null : id(row.productId),
		fileId: row.fileId === null ? null : id(row.fileId)
	}));
	return licences.sort(
		(a, b) => licenceKinds.indexOf(a.kind) - licenceKinds.indexOf(b.kind) || newestFirst(a.issuedOn, b.issuedOn)
	);
}

/** Those without a day come last, on every engine. */
function newestFirst(a: Day | null, b: Day | null): number {
	return (b ?? '').localeCompare(a ?? '');
}
