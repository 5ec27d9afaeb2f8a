/** The only way into the audit: each entry is chained to the one before it in its tenant. */
import { nextNumber } from '#lib/db/counter.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import { hashOf } from '#lib/db/receive.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type AuditFact, chainStart, checkFacts, sealedText } from './entry.ts';

/** The series that numbers a tenant's entries; it also tells when entries were cut off the end. */
export const auditSeries = 'audit';

const hashAt = prepared((db, p: { tenantId: string; number: number }) =>
	db.selectFrom('auditEntry').select('hash').where('tenantId', '=', p.tenantId).where('number', '=', p.number)
);

/** Records in the work's tenant that its actor did this. Facts name nobody: no names, NIK, phone or card numbers. */
export async function recordAudit(work: Work, { action, subjectType, subjectId, facts }: AuditFact): Promise<void> {
	checkFacts(facts);
	const tenantId = work.tenant.id;
	const number = await nextNumber(work, auditSeries);
	const { personId: actorId, name } = work.actor;
	const entry = {
		tenantId,
		number,
		at: work.now,
		actorId,
		actorPart: actorId === null ? name : null,
		action,
		subjectType,
		subjectId,
		facts: JSON.stringify(facts)
	};
	const hash = hashOf(sealedText(await hashBefore(work, number), entry));
	await work.insert('auditEntry', [{ ...entry, hash }]);
}

async function hashBefore(work: Work, number: number): Promise<string> {
	if (number === 1) return chainStart;
	const [before] = await work.run(hashAt, { tenantId: work.tenant.id, number: number - 1 });
	return present(before, `audit entry ${number - 1}`).hash;
}
