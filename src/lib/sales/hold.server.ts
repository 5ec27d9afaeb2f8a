/** Events that could not be applied: kept as they came, until a person or a later release applies them. */
import type { Reader } from '#lib/db/open.server.ts';
import { receiveAll } from '#lib/db/receive.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { amountMax, type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import * as v from 'valibot';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import type { Facts } from '#lib/kernel/refusal.ts';
import { type Applied, clocked, linkOf, messageOf, type SentEvent } from './apply-events.server.ts';
import { chainForked, freezeTill } from './freeze.server.ts';
import type { Happened } from './happened.ts';
import { masked } from './masked.ts';
import { type Numbers, withNumber } from './numbers.ts';
import { keepNumbers, tillOf } from './till.server.ts';
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
	const [arrival] = await receiveAll(work, [{ ...messageOf(event), kept: masked(event.text) }], 'held');
	const { state, seq } = present(arrival, 'an arrival');
	const { head } = event;
	const happened = clocked(head, till, till.numbers, work.now);
	const isOwn = head.enrolmentId === enrolmentId;
	const numbers: Numbers = isOwn ? withNumber(till.numbers, linkOf(event, happened)) : till.numbers;
	if (state === 'fresh') {
		await work.insert('held', [
			{ tenantId: work.groupId, id: head.id, seq: work.seq, code, facts: heldFacts(facts, happened), releasedSeq: null }
		]);
	}
	await keepNumbers(work, till, numbers);
	if (state === 'fresh' && code === chainForked)
		await freezeTill(work, till, { sequence: head.sequence, eventId: head.id });
	return {
		answers: [{ id: head.id, state: state === 'fresh' ? 'held' : state, seq }],
		numbers,
		awaited: [],
		isOpen: false
	};
}

/** Facts of a held event: why, and when it happened, which cannot be told again later. */
export function heldFacts(facts: Facts, { at, corrected }: Happened): string {
	return JSON.stringify({ ...facts, happenedAt: at, corrected });
}

/** When a held event happened, from its facts. */
export function happenedOf(facts: string): Happened {
	const known = JSON.parse(facts) as Facts;
	return { at: instant(String(known['happenedAt'])), corrected: known['corrected'] === true };
}

export interface Held {
	readonly id: Id;
	readonly kind: string;
	readonly seq: number;
	readonly receivedAt: Instant;
	/** A refusal's code, or `bug`. */
	readonly code: string;
	readonly facts: Facts;
	/** The number of the paper that was given out, and what stands on it; null where there is none. */
	readonly receipt: string | null;
	readonly total: Rupiah | null;
}

/** What is held for a group and waits, the oldest first. */
export async function heldOf(reader: Reader, groupId: Id): Promise<Held[]> {
	const rows = await reader
		.selectFrom('held')
		.innerJoin('received', (join) =>
			join.onRef('received.tenantId', '=', 'held.tenantId').onRef('received.id', '=', 'held.id')
		)
		.select(['held.id', 'held.seq', 'held.code', 'held.facts', 'received.kind', 'received.receivedAt', 'received.body'])
		.where('held.tenantId', '=', groupId)
		.where('received.tenantId', '=', groupId)
		.where('held.releasedSeq', 'is', null)
		.orderBy('held.seq')
		.execute();
	return rows.map(({ body, ...row }) => ({
		...row,
		...paperOf(body),
		id: id(row.id),
		receivedAt: instant(row.receivedAt),
		facts: JSON.parse(row.facts) as Facts
	}));
}

const paperShape = v.object({ receiptNumber: v.string(), total: v.optional(v.number()) });

/** What a person can look for on paper; nothing where the event tells of none, or its text is no longer kept. */
function paperOf(body: string | null): Pick<Held, 'receipt' | 'total'> {
	const said = v.safeParse(paperShape, body === null ? null : readHead(body)?.body);
	if (!said.success) return { receipt: null, total: null };
	const { receiptNumber, total } = said.output;
	const isAmount = total !== undefined && Number.isSafeInteger(total) && Math.abs(total) <= amountMax;
	return { receipt: receiptNumber.slice(0, receiptMax), total: isAmount ? rupiah(total) : null };
}

/** Longer ones are not ours. */
const receiptMax = 20;
