/**
 * The door for what tills send. Receiving and applying are two duties: whatever can be read is kept and acknowledged, and
 * applied in the same work; what cannot be applied is kept as *held*, for a person or a later release.
 */
import { readInstallation } from '#lib/db/installation.server.ts';
import type { Database } from '#lib/db/open.server.ts';
import { type Actor, groupTenant } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound, Refusal } from '#lib/kernel/refusal.ts';
import { type Applied, applyEvents, type EventAnswer, type SentEvent } from './apply-events.server.ts';
import { deliveryMax } from './envelope.ts';
import { holdEvent } from './hold.server.ts';
import { type Hole, holesIn, highestUnbroken, type Numbers } from './numbers.ts';
import { type Buyer, keepBuyers } from './parties.server.ts';
import { UnreadableEnvelope } from './refusals.ts';
import { releaseWaiting } from './release.server.ts';
import { type Standing, standingOf, tillById } from './tills.server.ts';
import { readHead } from './wire.ts';

/** The most events in one work. */
const batchMax = 50;

export interface Delivery {
	readonly groupId: Id;
	readonly enrolmentId: Id;
	/** Events as text, byte for byte as they were sent. */
	readonly texts: readonly string[];
	/** Buyers who must be known; their names never stand inside an event. */
	readonly buyers?: readonly Buyer[];
}

export interface Delivered {
	/** Which server this is: a till that knows another one sends again. */
	readonly installation: string;
	/** In the order of the numbers. */
	readonly events: readonly EventAnswer[];
	/** Up to this number of the till nothing is missing. */
	readonly highest: number;
	/** What is missing below the highest number seen. */
	readonly holes: readonly Hole[];
	/** How the server sees the till from now on. */
	readonly standing: Standing;
}

/** Logs a bug met while applying an event and gives the short id under which it stands in the log. */
export type ReportBug = (error: unknown, eventId: Id) => string;

/**
 * Receives what a till of the group sent. Throws UnreadableEnvelope when an event has no readable head (nothing is kept
 * then) and NotFound when the group has no such till.
 */
export async function receiveEvents(
	db: Database,
	actor: Actor,
	delivery: Delivery,
	reportBug: ReportBug
): Promise<Delivered> {
	const { groupId, enrolmentId, texts, buyers = [] } = delivery;
	const sent = texts.map(sentEvent).sort((one, other) => one.head.sequence - other.head.sequence);
	if (sent.length > deliveryMax) throw new UnreadableEnvelope(deliveryMax);
	const door: Door = { db, actor, groupId, enrolmentId, reportBug };
	if (buyers.length > 0) await inWork(db, actor, groupTenant(groupId), (work) => keepBuyers(work, enrolmentId, buyers));
	let last: Applied | null = null;
	const events: EventAnswer[] = [];
	for (let from = 0; from < sent.length; from += batchMax) {
		const applied = await receiveBatch(door, sent.slice(from, from + batchMax));
		events.push(...applied.answers);
		last = applied;
		await releaseWaiting(db, actor, groupId, applied.awaited);
	}
	const { numbers, standing } = await stateAfter(door, last, events);
	const [highest, holes] = [highestUnbroken(numbers), holesIn(numbers)];
	return { installation: await installationId(db), events, highest, holes, standing };
}

/** How the till stands now: as the last work left it, asked anew where that may have changed it. */
async function stateAfter(
	{ db, groupId, enrolmentId }: Door,
	last: Applied | null,
	events: readonly EventAnswer[]
): Promise<{ readonly numbers: Numbers; readonly standing: Standing }> {
	const isPlain = last?.isOpen === true && events.every(({ state }) => state === 'applied');
	if (isPlain) return { numbers: last.numbers, standing: 'open' };
	const till = await tillById(db.reader, groupId, enrolmentId);
	return { numbers: till.numbers, standing: standingOf(till) };
}

const installations = new WeakMap<Database, Promise<string>>();

/** Never changes, so it is read once. */
function installationId(db: Database): Promise<string> {
	let known = installations.get(db);
	if (known === undefined) installations.set(db, (known = readInstallation(db.reader).then(({ id }) => id)));
	return known;
}

interface Door {
	readonly db: Database;
	readonly actor: Actor;
	readonly groupId: Id;
	readonly enrolmentId: Id;
	readonly reportBug: ReportBug;
}

function sentEvent(text: string, index: number): SentEvent {
	const head = readHead(text);
	if (head === null) throw new UnreadableEnvelope(index);
	return { text, head };
}

/** The whole batch in one work; when that fails, each event in a work of its own. */
async function receiveBatch(door: Door, sent: readonly SentEvent[]): Promise<Applied> {
	const { db, actor, groupId, enrolmentId } = door;
	try {
		return await inWork(db, actor, groupTenant(groupId), (work) => applyEvents(work, enrolmentId, sent));
	} catch (error) {
		const [only] = sent;
		if (isNoSuchTill(error) || only === undefined) throw error;
		return sent.length === 1 ? hold(door, only, error) : receiveEach(door, sent);
	}
}

/** Nobody is there to hold anything for. */
function isNoSuchTill(error: unknown): boolean {
	return error instanceof NotFound && ['till', 'group'].includes(error.what);
}

async function receiveEach(door: Door, sent: readonly SentEvent[]): Promise<Applied> {
	const parts: Applied[] = [];
	for (const event of sent) parts.push(await receiveBatch(door, [event]));
	return {
		answers: parts.flatMap((part) => part.answers),
		numbers: parts.at(-1)?.numbers ?? [],
		awaited: parts.flatMap((part) => part.awaited),
		isOpen: parts.every((part) => part.isOpen)
	};
}

async function hold(
	{ db, actor, groupId, enrolmentId, reportBug }: Door,
	event: SentEvent,
	error: unknown
): Promise<Applied> {
	const reason = error instanceof Refusal
		? { code: error.code, facts: error.facts() }
		: { code: 'bug', facts: { logged: reportBug(error, event.head.id) } }; // prettier-ignore
	return inWork(db, actor, groupTenant(groupId), (work) => holdEvent(work, enrolmentId, event, reason));
}
