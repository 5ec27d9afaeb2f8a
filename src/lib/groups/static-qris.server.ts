/** The group's own printed QRIS, as text: everyone may pay to it, so it is no secret. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Reader } from '#lib/db/open.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';

/** Null when the group has none. Throws NotFound. */
export async function staticQrisOf(reader: Reader, groupId: Id): Promise<string | null> {
	const row = await reader.selectFrom('kube').select('staticQris').where('groupId', '=', groupId).executeTakeFirst();
	if (row === undefined) throw new NotFound('group');
	return row.staticQris;
}

/** Keeps the group's QRIS, which the caller has read and found to be one; null takes it away. */
export async function editStaticQris(work: Work, text: string | null): Promise<void> {
	const { groupId } = work;
	await work.trx.updateTable('kube').set({ staticQris: text }).where('groupId', '=', groupId).execute();
	await recordAudit(work, {
		action: 'group.qris',
		subjectType: 'group',
		subjectId: groupId,
		facts: { present: text !== null }
	});
}
