/** The same id with other content: the first stays as it is, the second is kept for a person to compare. */
import { hashOf } from '#lib/db/receive.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { openExceptions } from './exceptions.server.ts';
import { freezeTill } from './freeze.server.ts';
import type { Till } from './till.server.ts';
import { readHead } from './wire.ts';

/**
 * Opens an exception for each text whose id was used for something else, once however often it comes. Where the till says
 * two things under one of its own numbers, it is frozen.
 */
export async function noteOtherContent(work: Work, till: Till, texts: readonly string[]): Promise<void> {
	for (const text of texts) {
		const head = readHead(text);
		const hash = hashOf(text);
		if (head === null || (await isKnown(work, head.id, hash))) continue;
		const { id: eventId, sequence, enrolmentId } = head;
		await openExceptions(work, [
			{ subject: { type: 'event', id: eventId }, doubt: { kind: 'other-content', facts: { hash, text } } }
		]);
		if (enrolmentId === till.id) await freezeTill(work, till, { sequence, eventId });
	}
}

async function isKnown(work: Work, id: Id, hash: string): Promise<boolean> {
	const rows = await work.trx
		.selectFrom('exception')
		.select('facts')
		.where('groupId', '=', work.groupId)
		.where('subjectType', '=', 'event')
		.where('subjectId', '=', id)
		.where('kind', '=', 'other-content')
		.execute();
	return rows.some((row) => (JSON.parse(row.facts) as { hash?: unknown }).hash === hash);
}
