/** How many things about sales wait for a person. */
import type { Reader } from '#lib/db/open.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { exceptionsOf } from '#lib/sales/exceptions.server.ts';
import { heldOf } from '#lib/sales/hold.server.ts';

/** Events that are held and exceptions that are open. */
export async function countToCheck(reader: Reader, groupId: Id): Promise<number> {
	const [held, exceptions] = await Promise.all([heldOf(reader, groupId), exceptionsOf(reader, groupId)]);
	return held.length + exceptions.length;
}
