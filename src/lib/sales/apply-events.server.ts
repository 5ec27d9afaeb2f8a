/** A batch of a till's events in one work: what is new is kept and applied, what came before is told again. */
import { type Arrival, hashOf, receiveAll } from '#lib/db/receive.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { ArrivedSale } from './applied-sale.server.ts';
import { applySales } from './apply-sales.server.ts';
import { applyOther } from './apply-other.server.ts';
import { firstPrevious } from './chain.ts';
import type { Doubt } from './doubts.ts';
import { happenedAt, type Happened } from './happened.ts';
import { earliest, hasNumber, isFork, type Link, type Numbers, withNumber } from './numbers.ts';
import { noteOtherContent } from './other-content.server.ts';
import { ChainForked, OtherTill, TillFrozen, TillRevoked, UnknownVersion, UnreadableEvent } from './refusals.ts';
import { keepNumbers, type Till, tillOf } from './till.server.ts';
import { awaitedKinds } from './waits.ts';
import { type EventHead, readEvent, type TillEvent } from './wire.ts';

/** An event as it arrived: its bytes, and what could be read of it without judging its body. */
export interface SentEvent {
	readonly text: string;
	readonly head: EventHead;
}

export interface EventAnswer {
	readonly id: Id;
	readonly state: 'applied' | 'held' | 'other-content';
	/** The work in which it was first received. */
	readonly seq: number;
}

export interface Applied {
	readonly answers: readonly EventAnswer[];
	/** Which of the till's numbers are here now. */
	readonly numbers: Numbers;
	/** What came now that others may need, while events of the group wait. */
	readonly awaited: readonly Id[];
	/** Whether the till was neither revoked nor frozen. */
	readonly isOpen: boolean;
}

/**
 * Applies events of the group's till in their order. Throws NotFound for a till that is not the group's, and
 * what the events are refused with: then nothing of the batch is kept, and each is done alone (`receive.server.ts`).
 */
export async function applyEvents(work: Work, enrolmentId: Id, sent: readonly SentEvent[]): Promise<Applied> {
	const till = await tillOf(work, enrolmentId);
	const arrivals = await receiveAll(work, sent.map(messageOf), 'applied'); // prettier-ignore
	const { fresh, numbers } = timed(work, till, sent, arrivals);
	if (till.revoked && fresh.length > 0) throw new TillRevoked();
	if (till.frozen && fresh.length > 0) throw new TillFrozen();
	await applyInRuns(work, till, fresh);
	await noteOtherContent(work, till, sent.filter((_, at) => arrivals[at]?.state === 'other-content').map((event) => event.text)); // prettier-ignore
	await keepNumbers(work, till, numbers);
	const awaited = till.othersWait ? fresh.filter(({ event }) => awaitedKinds.has(event.kind)).map(({ event }) => event.id) : []; // prettier-ignore
	return {
		answers: sent.map((event, at) => answerOf(event, arrivals[at])),
		numbers,
		awaited,
		isOpen: !till.revoked && !till.frozen
	};
}

export function messageOf({ text, head }: SentEvent) {
	return { id: head.id, kind: `till-${head.kind}`, body: text };
}

function answerOf({ head }: SentEvent, arrival: Arrival | undefined): EventAnswer {
	const { state = 'applied', seq = 0 } = arrival ?? {};
	return { id: head.id, state: state === 'fresh' ? 'applied' : state, seq };
}

export interface ArrivedEvent {
	readonly event: TillEvent;
	readonly happened: Happened;
	readonly doubts: readonly Doubt[];
}

/** When each new event happened; every number that is here is counted, also those that came before. */
function timed(work: Work, till: Till, events: readonly SentEvent[], arrivals: readonly Arrival[]) {
	let numbers = till.numbers;
	const fresh: ArrivedEvent[] = [];
	events.forEach((event, at) => {
		const { head } = event;
		const isFresh = arrivals[at]?.state === 'fresh';
		const doubts: Doubt[] = isFresh && hasNumber(numbers, head.sequence) ? [{ kind: 'duplicate-sequence', facts: { sequence: head.sequence } }] : []; // prettier-ignore
		const happened = clocked(head, till, numbers, work.now);
		const link = linkOf(event, happened);
		if (isFresh && !till.frozen) checkChain(till, numbers, head, link);
		if (arrivals[at]?.state !== 'other-content') numbers = withNumber(numbers, link);
		if (isFresh) fresh.push({ event: readable(head, till.id), happened, doubts });
	});
	return { fresh, numbers };
}

/** An event as a link of the till's chain; those of version 1 were none. `hexHash` is of its bytes, where they are not here. */
export function linkOf({ head, text }: SentEvent, { at }: Happened, hexHash = hashOf(text)): Link {
	const { sequence, previous } = head;
	const hash = previous === null ? null : Buffer.from(hexHash, 'hex').toString('base64url');
	return { number: sequence, at, previous, hash };
}

function checkChain(till: Till, numbers: Numbers, { enrolmentId, sequence }: EventHead, link: Link): void {
	if (enrolmentId === till.id && isFork(numbers, link, firstPrevious(till.id))) throw new ChainForked(sequence);
}

/** When an event of the till happened, received at `receivedAt`. */
export function clocked(
	{ deviceAt, offsetMs, sequence }: EventHead,
	till: Till,
	numbers: Numbers,
	receivedAt: Work['now']
): Happened {
	return happenedAt({ deviceAt, offsetMs, notBefore: earliest(numbers, sequence, till.enrolledAt), receivedAt });
}

/** The event of a head. Throws OtherTill, UnknownVersion, UnreadableEvent. */
export function readable(head: EventHead, enrolmentId: Id): TillEvent {
	if (head.enrolmentId !== enrolmentId) throw new OtherTill();
	const read = readEvent(head);
	if ('event' in read) return read.event;
	throw read.problem === 'version' ? new UnknownVersion() : new UnreadableEvent(read.field);
}

/** Sales that follow each other are applied together; another event stands alone, for it may need one of them. */
export async function applyInRuns(work: Work, till: Till, events: readonly ArrivedEvent[]): Promise<void> {
	let run: ArrivedSale[] = [];
	for (const { event, happened, doubts } of events) {
		if (event.kind === 'sale') {
			run.push({ event, happened, doubts });
			continue;
		}
		await applySales(work, till, run);
		run = [];
		await applyOther(work, till, { event, happened, doubts });
	}
	await applySales(work, till, run);
}
