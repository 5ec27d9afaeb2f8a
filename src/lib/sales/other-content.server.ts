/** The same id with other content: the first stays as it is, the second is kept for a person to compare. */
import { hashOf } from '#lib/db/receive.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { openExceptions } from './exceptions.server.ts';
import { readHead } from './wire.ts';

/** Opens an exception for each text whose id was used for something else, once however often it comes. */
export async function noteOtherContent(work: Work, texts: readonly string[]): Promise<void> {
	for (const text of texts) {
		const id = readHead(text)?.id;
		const hash = hashOf(text);
		if (id === undefined || (await isKnown(work, id, hash))) continue;
		await openExceptions(work, [
			{ subject: { type: 'event', id }, doubt: { kind: 'other-content', facts: { hash, text } } }
		]);
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
