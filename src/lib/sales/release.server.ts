/** Applying what was held, at the time it happened: by a person, when what it waited for comes, or by a later release. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Database } from '#lib/db/open.server.ts';
import { type Actor, groupTenant, systemActor } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { NotFound, Refusal } from '#lib/kernel/refusal.ts';
import { applyInRuns, readable } from './apply-events.server.ts';
import { happenedOf, heldFacts, heldOf } from './hold.server.ts';
import { withNumber } from './numbers.ts';
import { AlreadyReleased } from './refusals.ts';
import { keepNumbers, tillOf, waitsForSale } from './till.server.ts';
import { readHead } from './wire.ts';

/**
 * Applies a held event as it came. Throws NotFound, AlreadyReleased, and what it is refused with: then it stays held.
 */
export async function releaseHeld(work: Work, eventId: Id): Promise<void> {
	const { text, facts } = await waiting(work, eventId);
	const head = present(readHead(text), 'the head of a held event');
	const till = await tillOf(work, head.enrolmentId);
	const happened = happenedOf(facts);
	await applyInRuns(work, till, [{ event: readable(head, till.id), happened, doubts: [] }]);
	await keepNumbers(work, till, withNumber(till.numbers, head.sequence, happened.at));
	await work.trx.updateTable('held').set({ releasedSeq: work.seq }).where('tenantId', '=', work.groupId).where('id', '=', eventId).execute(); // prettier-ignore
	await work.trx.updateTable('received').set({ outcome: 'applied' }).where('tenantId', '=', work.groupId).where('id', '=', eventId).execute(); // prettier-ignore
	await recordAudit(work, { action: 'event.released', subjectType: 'event', subjectId: eventId, facts: {} });
}

async function waiting(work: Work, eventId: Id): Promise<{ readonly text: string; readonly facts: string }> {
	const row = await work.trx
		.selectFrom('held')
		.innerJoin('received', (join) =>
			join.onRef('received.tenantId', '=', 'held.tenantId').onRef('received.id', '=', 'held.id')
		)
		.select(['held.facts', 'held.releasedSeq', 'received.body'])
		.where('held.tenantId', '=', work.groupId)
		.where('received.tenantId', '=', work.groupId)
		.where('held.id', '=', eventId)
		.executeTakeFirst();
	if (row === undefined) throw new NotFound('held event');
	if (row.releasedSeq !== null) throw new AlreadyReleased();
	return { text: present(row.body, 'the text of a held event'), facts: row.facts };
}

/** Applies what waited for `saleIds`, each in a work of its own. */
export async function releaseWaitingFor(
	db: Database,
	actor: Actor,
	groupId: Id,
	saleIds: readonly Id[]
): Promise<void> {
	if (saleIds.length === 0) return;
	const sales = new Set<unknown>(saleIds);
	for (const { id: eventId, code, facts } of await heldOf(db.reader, groupId))
		if (code === waitsForSale && sales.has(facts['saleId'])) await tryRelease(db, actor, groupId, eventId);
}

/** Applies what can be applied; what is refused stays held and says why, what still meets a bug stays as it is. */
async function tryRelease(db: Database, actor: Actor, groupId: Id, eventId: Id): Promise<void> {
	try {
		await inWork(db, actor, groupTenant(groupId), (work) => releaseHeld(work, eventId));
	} catch (error) {
		if (error instanceof Refusal)
			await inWork(db, actor, groupTenant(groupId), (work) => giveReason(work, eventId, error));
	}
}

async function giveReason(work: Work, eventId: Id, refusal: Refusal): Promise<void> {
	const { facts } = await waiting(work, eventId);
	const told = { code: refusal.code, facts: heldFacts(refusal.facts(), happenedOf(facts)) };
	await work.trx.updateTable('held').set(told).where('tenantId', '=', work.groupId).where('id', '=', eventId).execute();
}

/** What a newer program may be able to apply; the rest waits for a person. */
const mayPass = ['bug', 'sales.unknown-version', 'sales.unreadable-event', 'sales.sums-differ', waitsForSale];

/** Tries once more what an older program could not apply, for every group. Bears being run again. */
export async function retryHeld(db: Database): Promise<void> {
	const rows = await db.reader
		.selectFrom('held')
		.select(['tenantId', 'id'])
		.where('releasedSeq', 'is', null)
		.where('code', 'in', mayPass)
		.orderBy('tenantId')
		.orderBy('seq')
		.execute();
	for (const { tenantId, id: eventId } of rows) await tryRelease(db, systemActor('jobs'), id(tenantId), id(eventId));
}
