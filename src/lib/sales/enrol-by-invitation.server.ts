/** Becoming a till by the invitation that an officer's phone shows. */
import { timingSafeEqual } from 'node:crypto';
import type { Database } from '#lib/db/open.server.ts';
import { hashOf } from '#lib/db/receive.server.ts';
import { type Actor, groupTenant, PLATFORM, systemActor } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { countTry, forgive } from '#lib/identity/tries.server.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { enrolTill, revokeTill } from './enrol.server.ts';
import type { PublicKey } from './till-key.ts';
import { InvitationWrong } from './till-refusals.ts';

export interface Invited {
	readonly id: Id;
	readonly name: string;
	readonly publicKey: PublicKey;
	readonly invitation: { readonly id: Id; readonly token: string };
}

const actor: Actor = systemActor('till');

/**
 * Enrols a till by its invitation, under the ordinary limits of wrong tries. The invitation is used then; the same till may
 * ask again, should the answer have been lost. Throws InvitationWrong, SignInLocked, AddressLocked.
 */
export async function enrolByInvitation(
	db: Database,
	groupId: Id,
	invited: Invited,
	address: string
): Promise<{ readonly id: Id; readonly code: string }> {
	const tryer = { account: `till invitation ${invited.invitation.id}`, address };
	await inWork(db, actor, PLATFORM, (work) => countTry(work, tryer));
	try {
		const enrolled = await inWork(db, actor, groupTenant(groupId), (work) => enrolInvited(work, invited));
		await inWork(db, actor, PLATFORM, (work) => forgive(work, tryer));
		return enrolled;
	} catch (error) {
		if (error instanceof NotFound) throw new InvitationWrong();
		throw error;
	}
}

async function enrolInvited(work: Work, { invitation, ...till }: Invited) {
	const { groupId, now } = work;
	const row = await work.trx
		.selectFrom('tillInvitation')
		.selectAll()
		.where('groupId', '=', groupId)
		.where('id', '=', invitation.id)
		.executeTakeFirst();
	const isRight = sameHash(row?.tokenHash ?? hashOf(''), hashOf(invitation.token));
	if (row === undefined || !isRight) throw new InvitationWrong();
	const isAgain = row.usedAt !== null && (await isOwn(work, invitation.id, till.id));
	if (!isAgain && (row.usedAt !== null || row.expiresAt <= now)) throw new InvitationWrong();
	const enrolled = await enrolTill(work, { ...till, personId: id(row.madeBy), invitationId: invitation.id });
	if (isAgain) return enrolled;
	await work.trx.updateTable('tillInvitation').set({ usedAt: now }).where('groupId', '=', groupId).where('id', '=', invitation.id).execute(); // prettier-ignore
	if (row.replacesId !== null) await revokeTill(work, id(row.replacesId));
	return enrolled;
}

/** Whether this till is the one that used the invitation. */
async function isOwn({ trx, groupId }: Work, invitationId: Id, enrolmentId: Id): Promise<boolean> {
	const till = await trx.selectFrom('enrolment').select('invitationId').where('groupId', '=', groupId).where('id', '=', enrolmentId).executeTakeFirst(); // prettier-ignore
	return till?.invitationId === invitationId;
}

function sameHash(one: string, other: string): boolean {
	return timingSafeEqual(Buffer.from(one, 'hex'), Buffer.from(other, 'hex'));
}
