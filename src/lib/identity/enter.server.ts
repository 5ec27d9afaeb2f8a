/** Coming in by a one-time link or code: it is used up, a password is chosen, and every older session ends. */
import { timingSafeEqual } from 'node:crypto';
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Database, Reader } from '#lib/db/open.server.ts';
import { hashOf } from '#lib/db/receive.server.ts';
import type { Seals } from '#lib/db/seal.server.ts';
import { PLATFORM, systemActor } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { codeMark } from './entry-codes.server.ts';
import { type EntryPurpose, entryPurposes, entryTriesMax, EntryWrong } from './entry-code.ts';
import { loginKey } from './login.ts';
import { hashPassword, ownWords, type PasswordHash, setPassword } from './password.server.ts';
import { checkPassword } from './password.ts';
import { PhoneTaken } from './people.server.ts';
import { parsePhone, type Phone } from './phone.ts';
import type { Entered } from './sign-in.server.ts';
import { createSession, endSessionsOf } from './sessions.server.ts';
import { countTry, forgive, forgiveAccount, type Tryer } from './tries.server.ts';

/** What someone holds: the token of a link, or a phone number and eight digits. */
export type EntryKey = { readonly token: string } | { readonly phone: string; readonly code: string };

export interface Entry {
	readonly key: EntryKey;
	/** The password that the person chooses. */
	readonly password: string;
	readonly address: string;
	readonly device: string;
}

/** What a link says before it is used. */
export interface Invitation {
	readonly purpose: EntryPurpose;
	readonly name: string;
	readonly newPhone: Phone | null;
	readonly expiresAt: Instant;
}

/** Looks at a link without using it up: WhatsApp opens links to show a preview. Throws EntryWrong. */
export async function peekEntry(reader: Reader, token: string, now: Instant): Promise<Invitation> {
	const row = await liveEntries(reader, now).where('linkHash', '=', hashOf(token)).executeTakeFirst();
	if (row === undefined) throw new EntryWrong();
	return {
		purpose: present(entryPurposes.find((purpose) => purpose === row.purpose), 'purpose'), // prettier-ignore
		name: row.name,
		newPhone: row.newPhone as Phone | null,
		expiresAt: row.expiresAt as Instant
	};
}

/**
 * Uses up a link or code, sets the password, and begins a session. Throws EntryWrong, SignInLocked, AddressLocked, PhoneTaken, and the
 * refusals of `checkPassword`, which use up nothing.
 */
export async function enter(db: Database, seals: Seals, { key, password, address, device }: Entry): Promise<Entered> {
	const found = await findEntry(db.reader, key, db.clock());
	checkPassword(password, 'token' in key ? ownWords(found ?? undefined) : [key.phone]);
	const tryer = { account: `entry ${'token' in key ? hashOf(key.token) : loginKey(key.phone)}`, address };
	await inWork(db, systemActor('entry'), PLATFORM, (work) => countTry(work, tryer));
	const passwordHash = await hashPassword(password);
	if (found === null) throw new EntryWrong();
	const actor = { personId: found.personId, name: found.name };
	const isIn = await inWork(db, actor, PLATFORM, (work) => useUp(work, seals, found, key, { passwordHash, tryer }));
	if (!isIn) throw new EntryWrong();
	return { personId: found.personId, ...(await createSession(db, found.personId, device)) };
}

interface Found {
	readonly entryId: string;
	readonly personId: Id;
	readonly name: string;
	readonly phone: string | null;
	readonly email: string | null;
}

async function findEntry(reader: Reader, key: EntryKey, now: Instant): Promise<Found | null> {
	const live = liveEntries(reader, now);
	const phone = 'token' in key ? null : parsePhone(key.phone);
	if (!('token' in key) && phone === null) return null;
	const matching =
		'token' in key
			? live.where('linkHash', '=', hashOf(key.token))
			: live.where((row) => row.or([row('person.phone', '=', phone), row('entryCode.newPhone', '=', phone)]));
	const row = await matching.orderBy('entryCode.madeAt', 'desc').executeTakeFirst();
	return row === undefined ? null : { ...row, personId: id(row.personId) };
}

function liveEntries(reader: Reader, now: Instant) {
	return reader
		.selectFrom('entryCode')
		.innerJoin('person', 'person.id', 'entryCode.personId')
		.select(['entryCode.id as entryId', 'entryCode.personId', 'entryCode.purpose', 'entryCode.newPhone'])
		.select(['entryCode.expiresAt', 'person.name', 'person.phone', 'person.email'])
		.where('entryCode.usedAt', 'is', null)
		.where('entryCode.expiresAt', '>', now)
		.where('entryCode.tries', '<', entryTriesMax);
}

interface Use {
	readonly passwordHash: PasswordHash;
	readonly tryer: Tryer;
}

/** False when the code is wrong or no longer good; a wrong one is counted, and this must last, so nothing is thrown. */
async function useUp(
	work: Work,
	seals: Seals,
	found: Found,
	key: EntryKey,
	{ passwordHash, tryer }: Use
): Promise<boolean> {
	const { entryId, personId } = found;
	const used = 'token' in key || (await isCode(work, seals, entryId, key.code)) ? await takeEntry(work, entryId) : null;
	if (used === null) return false;
	if (used.newPhone !== null) await changePhone(work, personId, used.newPhone);
	await setPassword(work, personId, passwordHash);
	await endSessionsOf(work, personId);
	await forgive(work, tryer);
	await forgiveAccount(work, personId);
	const { purpose } = used;
	await recordAudit(work, {
		action: 'entry-code.used',
		subjectType: 'person',
		subjectId: personId,
		facts: { purpose }
	});
	return true;
}

async function isCode({ trx }: Work, seals: Seals, entryId: string, code: string): Promise<boolean> {
	const counted = await trx
		.updateTable('entryCode')
		.set((row) => ({ tries: row('tries', '+', 1) }))
		.where('id', '=', entryId)
		.where('tries', '<', entryTriesMax)
		.returning('codeHash')
		.executeTakeFirst();
	if (counted === undefined) return false;
	const [right, given] = [counted.codeHash, codeMark(seals, entryId, code)].map((mark) => Buffer.from(mark));
	return right !== undefined && given?.length === right.length && timingSafeEqual(right, given);
}

async function takeEntry(
	{ trx, now }: Work,
	entryId: string
): Promise<{ purpose: string; newPhone: string | null } | null> {
	const taken = await trx
		.updateTable('entryCode')
		.set({ usedAt: now })
		.where('id', '=', entryId)
		.where('usedAt', 'is', null)
		.where('expiresAt', '>', now)
		.returning(['purpose', 'newPhone'])
		.executeTakeFirst();
	return taken ?? null;
}

async function changePhone(work: Work, personId: Id, phone: string): Promise<void> {
	const other = await work.trx.selectFrom('person').select('id').where('phone', '=', phone).executeTakeFirst();
	if (other !== undefined && other.id !== personId) throw new PhoneTaken();
	await work.trx.updateTable('person').set({ phone }).where('id', '=', personId).execute();
	await recordAudit(work, { action: 'phone.changed', subjectType: 'person', subjectId: personId, facts: {} });
}
