/** Pictures of a sale's slip: kept as private papers, without where they were taken; each look at one is recorded. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Reader } from '#lib/db/open.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { recordPaper, type StoredPaper } from '#lib/files/paper.server.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';

/** Adds a stored picture to a sale. Throws NotFound for a sale that the group has not. */
export async function addSlipPhoto(work: Work, saleId: Id, stored: StoredPaper): Promise<Id> {
	const { trx, groupId, seq } = work;
	const sale = await trx
		.selectFrom('sale')
		.select('id')
		.where('groupId', '=', groupId)
		.where('id', '=', saleId)
		.executeTakeFirst();
	if (sale === undefined) throw new NotFound('sale');
	const fileId = await recordPaper(work, stored, 'slip');
	await work.insert('slipPhoto', [{ groupId, saleId, fileId, seq }]);
	await audit(work, 'slip-photo.added', saleId);
	return fileId;
}

/** Writes down that the actor looks at a slip's picture, before it is read. Throws NotFound for one that is not of this sale. */
export async function lookAtSlipPhoto(work: Work, saleId: Id, fileId: Id): Promise<void> {
	const known = await slipPhotosOf(work.reader, work.groupId, saleId);
	if (!known.includes(fileId)) throw new NotFound('photo of a slip');
	await audit(work, 'slip-photo.read', saleId);
}

/** The ids of a sale's pictures, in the order in which they came. */
export async function slipPhotosOf(reader: Reader, groupId: Id, saleId: Id): Promise<Id[]> {
	const rows = await reader
		.selectFrom('slipPhoto')
		.select('fileId')
		.where('groupId', '=', groupId)
		.where('saleId', '=', saleId)
		.orderBy('seq')
		.orderBy('fileId')
		.execute();
	return rows.map((row) => id(row.fileId));
}

async function audit(work: Work, action: string, saleId: Id): Promise<void> {
	await recordAudit(work, { action, subjectType: 'sale', subjectId: saleId, facts: {} });
}
