/** Founding a tenant for a message that may arrive twice: its id becomes the tenant's, so that it founds one. */
import { present } from '#lib/kernel/assert.ts';
import type { Database } from './open.server.ts';
import { type Message, OtherContent, receiveOnce } from './receive.server.ts';
import type { Actor, Tenant } from './tenant.ts';
import { inFirstWork, type Work } from './work.server.ts';

/**
 * Runs `found` as the first work of `tenant`, whose id is that of `message`; a repetition gets the first answer, which JSON
 * can hold. Throws OtherContent when the id is already that of something else.
 */
export async function foundOnce<Value>(
	db: Database,
	actor: Actor,
	tenant: Tenant,
	message: Message,
	found: (work: Work) => Promise<Value>
): Promise<Value> {
	return inFirstWork(db, actor, tenant, async (work) => {
		const receipt = await receiveOnce(work, message, async () => {
			// A tenant that was not founded by this message: somebody made up the id.
			if (work.seq > 1) throw new OtherContent(message.id);
			return JSON.stringify(await found(work));
		});
		return JSON.parse(present(receipt.answer, 'what was founded')) as Value;
	});
}
