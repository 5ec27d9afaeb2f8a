/** Making one-time links and codes. Only hashes of them are kept; who made which for whom stands in the audit. */
import { randomBytes, randomInt } from 'node:crypto';
import { recordAudit } from '#lib/audit/record.server.ts';
import { hashOf } from '#lib/db/receive.server.ts';
import type { Seals } from '#lib/db/seal.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Instant, later } from '#lib/kernel/instant.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { entryMinutes, type EntryPurpose } from './entry-code.ts';
import { personById, personByPhone, PhoneTaken } from './people.server.ts';
import type { Phone } from './phone.ts';
import { grantsOf } from './roles.server.ts';
import { MayNotVouch, vouchFor } from './vouch.ts';

/** Shown once to whoever made it, and kept nowhere. */
export interface EntryCode {
	readonly purpose: EntryPurpose;
	/** For `entryAddress`. */
	readonly token: string;
	/** Eight digits, to be typed beside the phone number. */
	readonly code: string;
	readonly expiresAt: Instant;
	readonly name: string;
	/** Where a WhatsApp link would go: the new number, if it is to change. */
	readonly phone: Phone | null;
}

export interface EntryRequest {
	readonly personId: Id;
	/** The number that the person will sign in with from now on, if it changes. */
	readonly newPhone?: Phone | null;
}

const tokenBytes = 32;

/**
 * Makes a way in for a person; earlier ones that were not used are dead. Throws NotFound for a person that the work's
 * actor has nothing to do with, MayNotVouch for one with a duty elsewhere, PhoneTaken.
 */
export async function makeEntryCode(
	work: Work,
	seals: Seals,
	{ personId, newPhone = null }: EntryRequest
): Promise<EntryCode> {
	await checkVouch(work, personId);
	const person = await personById(work.reader, personId);
	if (newPhone !== null) await checkFree(work, newPhone, personId);
	const purpose = newPhone !== null ? 'phone-change' : person.hasPassword ? 'recovery' : 'invitation';
	const entryId = work.newId();
	const token = randomBytes(tokenBytes).toString('base64url');
	const code = String(randomInt(100_000_000)).padStart(8, '0');
	const expiresAt = later(work.now, entryMinutes * 60_000);
	await endLiveCodes(work, personId);
	await work.insert('entryCode', [
		{
			id: entryId,
			purpose,
			personId,
			linkHash: hashOf(token),
			codeHash: codeMark(seals, entryId, code),
			newPhone,
			madeBy: work.actor.personId,
			madeAt: work.now,
			expiresAt,
			usedAt: null,
			tries: 0
		}
	]);
	await recordAudit(work, {
		action: 'entry-code.made',
		subjectType: 'person',
		subjectId: personId,
		facts: { purpose }
	});
	return { purpose, token, code, expiresAt, name: person.name, phone: newPhone ?? person.phone };
}

/** The keyed mark under which a code is stored: eight digits alone could be tried out on a stolen copy. */
export function codeMark(seals: Seals, entryId: string, code: string): string {
	return seals.mark('entry-code', `${entryId} ${code}`);
}

/** The system itself may let in anyone; nobody lets in themselves, for then an open session could take the account. */
async function checkVouch(work: Work, personId: Id): Promise<void> {
	const makerId = work.actor.personId;
	if (makerId === null) return;
	if (makerId === personId) throw new MayNotVouch();
	const maker = await grantsOf(work.reader, makerId, work.now);
	const person = await grantsOf(work.reader, personId, work.now);
	const reach = vouchFor(maker, person);
	if (reach === 'none') throw new NotFound('person');
	if (reach === 'some') throw new MayNotVouch();
}

async function checkFree(work: Work, phone: Phone, personId: Id): Promise<void> {
	const owner = await personByPhone(work.reader, phone);
	if (owner !== null && owner.id !== personId) throw new PhoneTaken();
}

async function endLiveCodes({ trx, now }: Work, personId: Id): Promise<void> {
	await trx
		.updateTable('entryCode')
		.set({ expiresAt: now })
		.where('personId', '=', personId)
		.where('usedAt', 'is', null)
		.where('expiresAt', '>', now)
		.execute();
}
