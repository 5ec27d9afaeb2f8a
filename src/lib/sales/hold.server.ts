/** Events that could not be applied: kept as they came, shown, and applied again later. */
import type { Database, Reader } from '#lib/db/open.server.ts';
import { receiveAll } from '#lib/db/receive.server.ts';
import { type Actor, groupTenant } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import { type Facts, NotFound, Refusal } from '#lib/kernel/refusal.ts';
import { type Applied, applyInRuns, clocked, messageOf, readable, type SentEvent } from './apply-events.server.ts';
import { type Numbers, withNumber } from './numbers.ts';
import { AlreadyReleased } from './refusals.ts';
import { keepNumbers, tillOf, waitsForSale } from './till.server.ts';
import { readHead } from './wire.ts';

export interface HeldReason {
	/** A refusal's code, or `bug`. */
	readonly code: string;
	readonly facts: Facts;
}

/** Keeps an event without applying it; one that came before is told again. Throws NotFound for a till that is not there. */
export async function holdEvent(
	work: Work,
	enrolmentId: Id,
	event: SentEvent,
	{ code, facts }: HeldReason
): Promise<Applied> {
	const till = await tillOf(work, enrolmentId);
	const [arrival] = await receiveAll(work, [messageOf(event)], 'held');
	const { state, seq } = present(arrival, 'an arrival');
	const { head } = event;
	const happened = clocked(head, till, till.numbers, work.now);
	const isOwn = head.enrolmentId === enrolmentId;
	const numbers: Numbers = isOwn ? withNumber(till.numbers, head.sequence, happened.at) : till.numbers;
	if (state === 'fresh') {
		const known = JSON.stringify({ ...facts, happenedAt: happened.at, corrected: happened.corrected });
		await work.insert('held', [
			{ tenantId: work.groupId, id: head.id, seq: work.seq, code, facts: known, releasedSeq: null }
		]);
	}
	await keepNumbers(work, till, numbers);
	return { answers: [{ id: head.id, state: state === 'fresh' ? 'held' : state, seq }], numbers, awaited: [] };
}

/**
 * Applies a held event as it came, at the time it happened. Throws NotFound, AlreadyReleased, and what it is refused with:
 * then it stays held.
 */
export async function releaseHeld(work: Work, eventId: Id): Promise<void> {
	const row = await work.trx
		.selectFrom('held')
		.innerJoin('received', (join) =>
			join.onRef('received.tenantId', '=', 'held.tenantId').onRef('received.id', '=', 'held.id')
		)
		.select(['held.facts', 'held.releasedSeq', 'received.body', 'received.receivedAt'])
		.where('held.tenantId', '=', work.groupId)
		.where('received.tenantId', '=', work.groupId)
		.where('held.id', '=', eventId)
		.executeTakeFirst();
	if (row === undefined) throw new NotFound('held event');
	if (row.releasedSeq !== null) throw new AlreadyReleased();
	const head = present(readHead(present(row.body, 'the text of a held event')), 'the head of a held event');
	const till = await tillOf(work, head.enrolmentId);
	await applyInRuns(work, till, [{ event: readable(head, till.id), happened: happenedOf(row.facts), doubts: [] }]);
	await work.trx.updateTable('held').set({ releasedSeq: work.seq }).where('tenantId', '=', work.groupId).where('id', '=', eventId).execute(); // prettier-ignore
	await work.trx.updateTable('received').set({ outcome: 'applied' }).where('tenantId', '=', work.groupId).where('id', '=', eventId).execute(); // prettier-ignore
}

function happenedOf(facts: string): { at: Instant; corrected: boolean } {
	const known = JSON.parse(facts) as Facts;
	return { at: instant(String(known['happenedAt'])), corrected: known['corrected'] === true };
}

/** Applies the voids that waited for `saleIds`, each in a work of its own; one that is refused stays held, and says why. */
export async function releaseVoidsOf(db: Database, actor: Actor, groupId: Id, saleIds: readonly Id[]): Promise<void> {
	if (saleIds.length === 0) return;
	const waiting = (await heldOf(db.reader, groupId)).filter(({ code, facts }) => code === waitsForSale && saleIds.some((saleId) => facts['saleId'] === saleId)); // prettier-ignore
	for (const { id: eventId } of waiting)
		try {
			await inWork(db, actor, groupTenant(groupId), (work) => releaseHeld(work, eventId));
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			const reason = { code: error.code, facts: error.facts() };
			await inWork(db, actor, groupTenant(groupId), (work) => giveReason(work, eventId, reason));
		}
}

/** An event that stays held for another reason than before says so. */
async function giveReason(work: Work, eventId: Id, { code, facts }: HeldReason): Promise<void> {
	const row = await work.trx.selectFrom('held').select('facts').where('tenantId', '=', work.groupId).where('id', '=', eventId).executeTakeFirstOrThrow(); // prettier-ignore
	const { at, corrected } = happenedOf(row.facts);
	const told = JSON.stringify({ ...facts, happenedAt: at, corrected });
	await work.trx.updateTable('held').set({ code, facts: told }).where('tenantId', '=', work.groupId).where('id', '=', eventId).execute(); // prettier-ignore
}

export interface Held {
	readonly id: Id;
	readonly kind: string;
	readonly seq: number;
	readonly receivedAt: Instant;
	/** A refusal's code, or `bug`. */
	readonly code: string;
	readonly facts: Facts;
}

/** What is held for a group and waits, the oldest first. */
export async function heldOf(reader: Reader, groupId: Id): Promise<Held[]> {
	const rows = await reader
		.selectFrom('held')
		.innerJoin('received', (join) =>
			join.onRef('received.tenantId', '=', 'held.tenantId').onRef('received.id', '=', 'held.id')
		)
		.select(['held.id', 'held.seq', 'held.code', 'held.facts', 'received.kind', 'received.receivedAt'])
		.where('held.tenantId', '=', groupId)
		.where('received.tenantId', '=', groupId)
		.where('held.releasedSeq', 'is', null)
		.orderBy('held.seq')
		.execute();
	return rows.map((row) => ({
		...row,
		id: id(row.id),
		receivedAt: instant(row.receivedAt),
		facts: JSON.parse(row.facts) as Facts
	}));
}
