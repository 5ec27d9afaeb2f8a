/** What arrives under an id of its sender's making is applied once, however often it arrives. */
import { createHash } from 'node:crypto';
import { Refusal } from '#lib/kernel/refusal.ts';
import type { Id } from '#lib/kernel/id.ts';
import { present } from '#lib/kernel/assert.ts';
import { prepared } from './prepared.server.ts';
import type { Work } from './work.server.ts';

/** The same id came before with other content. Nothing is applied; whoever knows the sender records that it happened. */
export class OtherContent extends Refusal {
	readonly code = 'db.other-content';
	readonly id: string;

	constructor(id: string) {
		super(`${id} was received before with other content.`);
		this.id = id;
	}
}

export interface Message {
	/** Made by the sender; the same for every repetition. */
	readonly id: Id;
	readonly kind: string;
	/** The bytes as received. */
	readonly body: string;
	/** What is kept in their place, where they hold what may not be kept; the hash stays that of the bytes. */
	readonly kept?: string;
}

export interface Receipt {
	/** False when the message had been received before. */
	readonly fresh: boolean;
	/** The work in which it was first received. */
	readonly seq: number;
	/** What the first application answered, or null. */
	readonly answer: string | null;
}

const take = prepared(
	(db, p: { tenantId: string; id: string; kind: string; hash: string; seq: number; receivedAt: string }) =>
		db
			.insertInto('received')
			.values({ ...p, outcome: 'applied', answer: null, body: null })
			.onConflict((conflict) => conflict.columns(['tenantId', 'id']).doNothing())
			.returning('id')
);

const known = prepared((db, p: { tenantId: string; id: string }) =>
	db
		.selectFrom('received')
		.select(['kind', 'hash', 'seq', 'outcome', 'answer'])
		.where('tenantId', '=', p.tenantId)
		.where('id', '=', p.id)
);

const keepAnswer = prepared((db, p: { tenantId: string; id: string; answer: string }) =>
	db.updateTable('received').set({ answer: p.answer }).where('tenantId', '=', p.tenantId).where('id', '=', p.id)
);

/** SHA-256 of text as UTF-8, hexadecimal. */
export function hashOf(body: string): string {
	return createHash('sha256').update(body).digest('hex');
}

/**
 * Applies `message` unless it was received before; then the first receipt is given again. `apply` may give an answer to
 * keep. Of the message itself only its hash is kept: what people type into it may have to be erased one day. Throws
 * OtherContent when the id was used for something else.
 */
export async function receiveOnce(work: Work, message: Message, apply: () => Promise<string | null>): Promise<Receipt> {
	const tenantId = work.tenant.id;
	const { id, kind, body } = message;
	const hash = hashOf(body);
	const taken = await work.run(take, { tenantId, id, kind, hash, seq: work.seq, receivedAt: work.now });
	if (taken.length === 0) return before(work, message, hash);
	const answer = await apply();
	if (answer !== null) await work.run(keepAnswer, { tenantId, id, answer });
	return { fresh: true, seq: work.seq, answer };
}

async function before(work: Work, { id, kind }: Message, hash: string): Promise<Receipt> {
	const rows = await work.run(known, { tenantId: work.tenant.id, id });
	const first = present(rows[0], 'a received message');
	if (first.hash !== hash || first.kind !== kind) throw new OtherContent(id);
	return { fresh: false, seq: first.seq, answer: first.answer };
}

/** What became of one of several messages. */
export interface Arrival {
	/** `fresh` when it is taken now; what it became when it came before; or that its id was used for something else. */
	readonly state: 'fresh' | 'applied' | 'held' | 'other-content';
	/** The work in which the id was first received. */
	readonly seq: number;
}

const takeAll = prepared(
	(
		db,
		p: {
			tenantId: string;
			seq: number;
			receivedAt: string;
			outcome: string;
			ids: readonly string[];
			kinds: readonly string[];
			hashes: readonly string[];
			bodies: readonly string[];
		}
	) =>
		db
			.insertInto('received')
			.values(
				p.ids.map((id, row) => ({
					tenantId: p.tenantId,
					id,
					kind: p.kinds[row] ?? '',
					hash: p.hashes[row] ?? '',
					seq: p.seq,
					receivedAt: p.receivedAt,
					outcome: p.outcome,
					answer: null,
					body: p.bodies[row] ?? ''
				}))
			)
			.onConflict((conflict) => conflict.columns(['tenantId', 'id']).doNothing())
			.returning('id')
);

/**
 * Takes several messages in one statement (at most `listMax` of them) and tells of each whether it is new, in their order.
 * The caller applies the fresh ones in the same work. Their bytes are kept, for those that a person or a later release must
 * read again; whoever knows the sender drops them in the end.
 */
export async function receiveAll(
	work: Work,
	messages: readonly Message[],
	outcome: 'applied' | 'held'
): Promise<Arrival[]> {
	if (messages.length === 0) return [];
	const tenantId = work.tenant.id;
	const firsts = new Map<string, { readonly message: Message; readonly hash: string }>();
	const hashes = messages.map((message) => hashOf(message.body));
	messages.forEach((message, at) => {
		if (!firsts.has(message.id)) firsts.set(message.id, { message, hash: hashes[at] ?? '' });
	});
	const wanted = [...firsts.values()];
	const rows = await work.run(takeAll, {
		tenantId,
		seq: work.seq,
		receivedAt: work.now,
		outcome,
		ids: wanted.map(({ message }) => message.id),
		kinds: wanted.map(({ message }) => message.kind),
		hashes: wanted.map(({ hash }) => hash),
		bodies: wanted.map(({ message }) => message.kept ?? message.body)
	});
	const taken = new Set<string>(rows.map((row) => row.id));
	const arrivals: Arrival[] = [];
	for (const [at, { id }] of messages.entries()) {
		const hash = hashes[at];
		const isFresh = taken.delete(id);
		arrivals.push(isFresh ? { state: 'fresh', seq: work.seq } : await arrivedBefore(work, id, hash ?? ''));
	}
	return arrivals;
}

async function arrivedBefore(work: Work, id: Id, hash: string): Promise<Arrival> {
	const [first] = await work.run(known, { tenantId: work.tenant.id, id });
	const { hash: firstHash, seq, outcome } = present(first, 'a received message');
	if (firstHash !== hash) return { state: 'other-content', seq };
	return { state: outcome === 'held' ? 'held' : 'applied', seq };
}
