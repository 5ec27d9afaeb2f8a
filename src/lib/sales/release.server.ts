/** Applying what was held, at the time it happened: by a person, when what it waited for comes, or by a later release. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Database } from '#lib/db/open.server.ts';
import { type Actor, groupTenant, systemActor } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { NotFound, Refusal } from '#lib/kernel/refusal.ts';
import { applyInRuns, linkOf, readable } from './apply-events.server.ts';
import { chainForked, tillFrozen } from './freeze.server.ts';
import { happenedOf, heldFacts, heldOf } from './hold.server.ts';
import { withNumber } from './numbers.ts';
import { AlreadyReleased } from './refusals.ts';
import { keepNumbers, tillOf } from './till.server.ts';
import { awaitedBy, waitCodes } from './waits.ts';
import { readHead } from './wire.ts';

/**
 * Applies a held event as it came. Throws NotFound, AlreadyReleased, and what it is refused with: then it stays held.
 */
export async function releaseHeld(work: Work, eventId: Id): Promise<void> {
	const { text, hash, facts } = await waiting(work, eventId);
	const head = present(readHead(text), 'the head of a held event');
	const till = await tillOf(work, head.enrolmentId);
	const happened = happenedOf(facts);
	await applyInRuns(work, till, [{ event: readable(head, till.id), happened, doubts: [] }]);
	await keepNumbers(work, till, withNumber(till.numbers, linkOf({ head, text }, happened, hash)));
	await work.trx.updateTable('held').set({ releasedSeq: work.seq }).where('tenantId', '=', work.groupId).where('id', '=', eventId).execute(); // prettier-ignore
	await work.trx.updateTable('received').set({ outcome: 'applied' }).where('tenantId', '=', work.groupId).where('id', '=', eventId).execute(); // prettier-ignore
	await recordAudit(work, { action: 'event.released', subjectType: 'event', subjectId: eventId, facts: {} });
}

interface Waiting {
	readonly text: string;
	/** Of the bytes as they came, hexadecimal. */
	readonly hash: string;
	readonly facts: string;
}

async function waiting(work: Work, eventId: Id): Promise<Waiting> {
	const row = await work.trx
		.selectFrom('held')
		.innerJoin('received', (join) =>
			join.onRef('received.tenantId', '=', 'held.tenantId').onRef('received.id', '=', 'held.id')
		)
		.select(['held.facts', 'held.releasedSeq', 'received.body', 'received.hash'])
		.where('held.tenantId', '=', work.groupId)
		.where('received.tenantId', '=', work.groupId)
		.where('held.id', '=', eventId)
		.executeTakeFirst();
	if (row === undefined) throw new NotFound('held event');
	if (row.releasedSeq !== null) throw new AlreadyReleased();
	return { text: present(row.body, 'the text of a held event'), hash: row.hash, facts: row.facts };
}

/** Applies what waited for one of `arrived`, such as the void of a sale, each in a work of its own. */
export async function releaseWaiting(db: Database, actor: Actor, groupId: Id, arrived: readonly Id[]): Promise<void> {
	if (arrived.length === 0) return;
	const here = new Set<unknown>(arrived);
	for (const { id: eventId, code, facts } of await heldOf(db.reader, groupId))
		if (here.has(awaitedBy(code, facts))) await tryRelease(db, actor, groupId, eventId);
}

/** Applies what a till sent while it was frozen, in the order of its numbers, each in a work of its own. */
export async function releaseFrozen(db: Database, actor: Actor, groupId: Id, enrolmentId: Id): Promise<void> {
	const rows = await db.reader
		.selectFrom('held')
		.innerJoin('received', (join) =>
			join.onRef('received.tenantId', '=', 'held.tenantId').onRef('received.id', '=', 'held.id')
		)
		.select(['held.id', 'received.body'])
		.where('held.tenantId', '=', groupId)
		.where('received.tenantId', '=', groupId)
		.where('held.releasedSeq', 'is', null)
		.where('held.code', 'in', [chainForked, tillFrozen])
		.orderBy('held.seq')
		.execute();
	const own = rows.flatMap(({ id: eventId, body }) => {
		const head = readHead(body ?? '');
		return head?.enrolmentId === enrolmentId ? [{ eventId: id(eventId), sequence: head.sequence }] : [];
	});
	own.sort((one, other) => one.sequence - other.sequence);
	for (const { eventId } of own) await tryRelease(db, actor, groupId, eventId);
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
const mayPass = ['bug', 'sales.unknown-version', 'sales.unreadable-event', 'sales.sums-differ', ...waitCodes];

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
