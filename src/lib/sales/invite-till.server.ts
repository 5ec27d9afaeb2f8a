/** The one-time invitation by which another phone becomes a till: an officer shows it as a QR code. */
import { randomBytes } from 'node:crypto';
import { recordAudit } from '#lib/audit/record.server.ts';
import { hashOf } from '#lib/db/receive.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Instant, later } from '#lib/kernel/instant.ts';
import { tillById } from './tills.server.ts';

export const invitationMinutes = 15;
const tokenBytes = 32;

/** Shown once to whoever made it, and kept nowhere. */
export interface TillInvitation {
	readonly id: Id;
	readonly token: string;
	readonly expiresAt: Instant;
}

/**
 * Makes an invitation; those before it that were not used are dead. The till that uses it takes the place of `replaces`,
 * which is revoked then. Throws NotFound for a till that is not the group's.
 */
export async function inviteTill(
	work: Work,
	{ replaces = null }: { readonly replaces?: Id | null } = {}
): Promise<TillInvitation> {
	const { groupId, now } = work;
	if (replaces !== null) await tillById(work.reader, groupId, replaces);
	const id = work.newId();
	const token = randomBytes(tokenBytes).toString('base64url');
	const expiresAt = later(now, invitationMinutes * 60_000);
	await work.trx
		.updateTable('tillInvitation')
		.set({ expiresAt: now })
		.where('groupId', '=', groupId)
		.where('usedAt', 'is', null)
		.where('expiresAt', '>', now)
		.execute();
	const madeBy = present(work.actor.personId, 'the person who invites');
	const made = { madeBy, madeAt: now, expiresAt, usedAt: null, replacesId: replaces };
	await work.insert('tillInvitation', [{ groupId, id, tokenHash: hashOf(token), ...made }]);
	await recordAudit(work, { action: 'till.invited', subjectType: 'till', subjectId: id, facts: { replaces } });
	return { id, token, expiresAt };
}
