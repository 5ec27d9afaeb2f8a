/** Making a browser a till of the group, with a code that is never used again, and ending that. */
import { recordAudit } from '#lib/audit/record.server.ts';
import { nextNumber } from '#lib/db/counter.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { openExceptions } from './exceptions.server.ts';
import { numbersText } from './numbers.ts';
import { lastReceipt } from './last-receipt.server.ts';
import { isKey } from './signature.server.ts';
import { tillCode } from './till-code.ts';
import { type PublicKey, publicKeyText } from './till-key.ts';
import { KeyOther } from './till-refusals.ts';
import { tillById } from './tills.server.ts';

export interface Enrolling {
	/** Made by the till itself. */
	readonly id: Id;
	/** What people call it: "HP Bu Sari". */
	readonly name: string;
	/** Who enrolled it. */
	readonly personId: Id;
	/** By which its deliveries are known; a till of the program itself has none. */
	readonly publicKey?: PublicKey | null;
	readonly invitationId?: Id | null;
}

/**
 * Enrols a till and gives its code; a repeated id gives the same code. Throws KeyOther for a key that is not on the curve,
 * or is not the one with which the till was enrolled.
 */
export async function enrolTill(work: Work, enrolling: Enrolling): Promise<{ readonly id: Id; readonly code: string }> {
	const { groupId, now } = work;
	const { id, name, personId, invitationId = null } = enrolling;
	const publicKey = keyTextOf(enrolling.publicKey ?? null);
	const before = await work.trx.selectFrom('enrolment').select(['code', 'publicKey']).where('groupId', '=', groupId).where('id', '=', id).executeTakeFirst(); // prettier-ignore
	if (before !== undefined) {
		if (before.publicKey !== publicKey) throw new KeyOther();
		return { id, code: before.code };
	}
	const code = tillCode(await nextNumber(work, 'till'));
	const fresh = { revokedAt: null, frozenAt: null, seenAt: null, numbers: numbersText([]) };
	await work.insert('enrolment', [
		{ groupId, id, name, personId, code, madeAt: now, publicKey, invitationId, ...fresh }
	]);
	await recordAudit(work, { action: 'till.enrolled', subjectType: 'till', subjectId: id, facts: { code } });
	return { id, code };
}

function keyTextOf(key: PublicKey | null): string | null {
	if (key === null) return null;
	if (!isKey(key)) throw new KeyOther();
	return publicKeyText(key);
}

/**
 * From now on what the till sends is held, and someone is asked to look at receipts later than the last one that is here:
 * what a lost phone sold may stand on paper alone. Revoking twice does nothing more. Throws NotFound.
 */
export async function revokeTill(work: Work, enrolmentId: Id): Promise<void> {
	const { groupId, now } = work;
	const { revokedAt, code, name } = await tillById(work.reader, groupId, enrolmentId);
	if (revokedAt !== null) return;
	await work.trx.updateTable('enrolment').set({ revokedAt: now }).where('groupId', '=', groupId).where('id', '=', enrolmentId).execute(); // prettier-ignore
	const facts = { code, name, after: await lastReceipt(work.reader, groupId, enrolmentId) };
	await openExceptions(work, [
		{ subject: { type: 'till', id: enrolmentId }, doubt: { kind: 'receipts-after', facts } }
	]);
	await recordAudit(work, { action: 'till.revoked', subjectType: 'till', subjectId: enrolmentId, facts: { code } });
}
