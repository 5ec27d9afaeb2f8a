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
}

export interface Receipt {
	/** False when the message had been received before. */
	readonly fresh: boolean;
	/** The work in which it was first received. */
	readonly seq: number;
	readonly outcome: 'applied' | 'held';
	/** What the first application answered, or null. */
	readonly answer: string | null;
}

const take = prepared(
	(
		db,
		p: {
			tenantId: string;
			id: string;
			kind: string;
			hash: string;
			seq: number;
			receivedAt: string;
			outcome: string;
			body: string;
		}
	) =>
		db
			.insertInto('received')
			.values({ ...p, answer: null })
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
 * keep. Throws OtherContent when the id was used for something else.
 */
export async function receiveOnce(
	work: Work,
	message: Message,
	apply: () => Promise<string | null>,
	outcome: 'applied' | 'held' = 'applied'
): Promise<Receipt> {
	const tenantId = work.tenant.id;
	const { id, kind, body } = message;
	const hash = hashOf(body);
	const taken = await work.run(take, { tenantId, id, kind, hash, seq: work.seq, receivedAt: work.now, outcome, body });
	if (taken.length === 0) return before(work, message, hash);
	const answer = await apply();
	if (answer !== null) await work.run(keepAnswer, { tenantId, id, answer });
	return { fresh: true, seq: work.seq, outcome, answer };
}

async function before(work: Work, { id, kind }: Message, hash: string): Promise<Receipt> {
	const rows = await work.run(known, { tenantId: work.tenant.id, id });
	const first = present(rows[0], 'a received message');
	if (first.hash !== hash || first.kind !== kind) throw new OtherContent(id);
	return { fresh: false, seq: first.seq, outcome: first.outcome === 'held' ? 'held' : 'applied', answer: first.answer };
}
