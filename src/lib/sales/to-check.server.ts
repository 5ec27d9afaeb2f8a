/** How many things about a group's sales wait for a person: all of them, of whatever day, and not only those that a page shows. */
import type { Reader } from '#lib/db/open.server.ts';
import type { Id } from '#lib/kernel/id.ts';

/** Events that are held and exceptions that are open. */
export async function countToCheck(reader: Reader, groupId: Id): Promise<number> {
	const [held, open] = await Promise.all([
		reader
			.selectFrom('held')
			.select((each) => each.fn.countAll<number>().as('count'))
			.where('tenantId', '=', groupId)
			.where('releasedSeq', 'is', null)
			.executeTakeFirstOrThrow(),
		reader
			.selectFrom('exception')
			.select((each) => each.fn.countAll<number>().as('count'))
			.where('groupId', '=', groupId)
			.where('resolvedAt', 'is', null)
			.executeTakeFirstOrThrow()
	]);
	return held.count + open.count;
}
