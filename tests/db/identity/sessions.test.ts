/** Sessions and signing in: only hashes at rest, thirty days from the last use, few tries, nothing told about who exists. */
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { PLATFORM } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { changePassword, hashPassword, PasswordWrong, setPassword } from '#lib/identity/password.server.ts';
import { PasswordTooCommon } from '#lib/identity/password.ts';
import {
	createSession, endOneSession, endSession, endSessionsOf, forgetOldSessions, readSession, sessionsOf
} from '#lib/identity/sessions.server.ts'; // prettier-ignore
import { signIn, SignInWrong } from '#lib/identity/sign-in.server.ts';
import { forgetOldTries, SignInLocked } from '#lib/identity/tries.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { millisecondsOf } from '#lib/kernel/instant.ts';
import { freshDatabase, morning, type TestDatabase } from '#tests/support/engines.ts';
import { register, setup } from '#tests/support/people.ts';

const day = 86_400_000;
const minute = 60_000;
const password = 'telur tempe sayur';
let db: TestDatabase;
let sari: Id;
let people = 0;

/** Lucia reads the clock of the machine; the database's clock moves with it. */
function pass(milliseconds: number): void {
	db.pass(milliseconds);
	vi.setSystemTime(millisecondsOf(db.clock()));
}

beforeAll(async () => {
	db = await freshDatabase();
});

beforeEach(async () => {
	vi.useFakeTimers({ toFake: ['Date'] });
	db.setClock(morning);
	pass(0);
	sari = (await newcomer()).personId;
});

afterEach(() => {
	vi.useRealTimers();
});

async function newcomer(): Promise<{ personId: Id; login: string }> {
	const login = `0812100${String(++people).padStart(5, '0')}`;
	const { personId } = await register(db, 'Bu Sari', login);
	return { personId, login };
}

async function withPassword(): Promise<{ personId: Id; login: string }> {
	const person = await newcomer();
	const hash = await hashPassword(password);
	await inWork(db, setup, PLATFORM, (work) => setPassword(work, person.personId, hash));
	return person;
}

describe('a session', () => {
	test('knows its person by a token that the database does not hold', async () => {
		const { token, expiresAt } = await createSession(db, sari, 'Chrome · Android');
		const found = await readSession(db, token);
		expect(found).toMatchObject({ personId: sari, name: 'Bu Sari', language: 'id', expiresAt, renewed: false });
		const rows = await db.reader.selectFrom('session').selectAll().where('personId', '=', sari).execute();
		expect(rows).toHaveLength(1);
		expect(JSON.stringify(rows)).not.toContain(token);
		expect(rows[0]?.id).toMatch(/^[0-9a-f]{64}$/);
		expect(await readSession(db, rows[0]?.id ?? '')).toBeNull();
	});

	test('lasts thirty days from its last use, and is prolonged once a day', async () => {
		const { token } = await createSession(db, sari, '');
		pass(day - 1);
		expect(await readSession(db, token)).toMatchObject({ renewed: false });
		pass(1);
		expect(await readSession(db, token)).toMatchObject({ renewed: true });
		expect(await readSession(db, token)).toMatchObject({ renewed: false });
		pass(30 * day - 1);
		expect(await readSession(db, token)).toMatchObject({ renewed: true });
		pass(30 * day);
		expect(await readSession(db, token)).toBeNull();
		expect(await db.reader.selectFrom('session').select('id').where('personId', '=', sari).execute()).toEqual([]);
	});

	test('ends when its person signs out, here or everywhere', async () => {
		const [phone, laptop, borrowed] = [await createSession(db, sari, 'HP'), await createSession(db, sari, 'Laptop'), await createSession(db, sari, 'Pinjaman')]; // prettier-ignore
		await endSession(db, phone.token);
		expect(await readSession(db, phone.token)).toBeNull();
		const mine = await sessionsOf(db.reader, sari, db.clock());
		expect(mine.map((session) => session.device).sort()).toEqual(['Laptop', 'Pinjaman']);
		const strange = mine.find((session) => session.device === 'Pinjaman');
		await inWork(db, setup, PLATFORM, (work) => endOneSession(work, sari, strange?.sessionId ?? ''));
		expect(await readSession(db, borrowed.token)).toBeNull();
		await inWork(db, setup, PLATFORM, (work) => endSessionsOf(work, sari));
		expect(await readSession(db, laptop.token)).toBeNull();
	});

	test('of someone else cannot be ended by naming it', async () => {
		const { token } = await createSession(db, sari, '');
		const other = await newcomer();
		const [session] = await sessionsOf(db.reader, sari, db.clock());
		await inWork(db, setup, PLATFORM, (work) => endOneSession(work, other.personId, session?.sessionId ?? ''));
		expect(await readSession(db, token)).not.toBeNull();
	});

	test.each(['', 'x', "' or 1=1 --", 'a'.repeat(4000)])('is not opened by %j', async (token) => {
		expect(await readSession(db, token)).toBeNull();
	});

	test('that is over is forgotten', async () => {
		await createSession(db, sari, '');
		pass(31 * day);
		await forgetOldSessions(db);
		expect(await db.reader.selectFrom('session').select('id').execute()).toEqual([]);
	});
});

describe('signing in', () => {
	const from = { address: '203.0.113.9', device: 'Chrome · Android' };

	test('takes the phone number as people type it, or the e-mail address', async () => {
		const { personId, login } = await withPassword();
		const typed = `+62 ${login.slice(1, 4)}-${login.slice(4)}`;
		const { token } = await signIn(db, { login: typed, password, ...from });
		expect(await readSession(db, token)).toMatchObject({ personId });
		await inWork(db, setup, PLATFORM, (work) =>
			work.trx.updateTable('person').set({ email: 'sari@palu.go.id' }).where('id', '=', personId).execute()
		);
		expect(await signIn(db, { login: ' Sari@Palu.go.id', password, ...from })).toMatchObject({ personId });
	});

	test('tells nothing about who exists: the same answers in the same order', async () => {
		const known = await withPassword();
		const invited = await newcomer();
		const answers = async (login: string): Promise<string[]> => {
			const said: string[] = [];
			for (let time = 0; time < 7; time++) {
				const refusal: unknown = await signIn(db, { login, password: 'salah semua', ...from }).catch(
					(error: unknown) => error
				);
				said.push(refusal instanceof Error ? `${refusal.constructor.name} ${refusal.message}` : 'in');
			}
			return said;
		};
		const ofKnown = await answers(known.login);
		expect(ofKnown.map((text) => text.split(' ')[0])).toEqual([
			...Array.from({ length: 5 }, () => 'SignInWrong'), 'SignInLocked', 'SignInLocked'
		]); // prettier-ignore
		expect(await answers(invited.login)).toEqual(ofKnown);
		expect(await answers('081299999999')).toEqual(ofKnown);
		expect(await answers('nobody@nowhere.id')).toEqual(ofKnown);
		expect(await answers('not even a number')).toEqual(ofKnown);
	});

	test('stops after five wrong passwords, longer each time, and the right one opens it again afterwards', async () => {
		const { login } = await withPassword();
		const wrong = async (): Promise<unknown> =>
			signIn(db, { login, password: 'salah semua', ...from }).catch((error: unknown) => error);
		for (let time = 0; time < 5; time++) expect(await wrong()).toBeInstanceOf(SignInWrong);
		await expect(signIn(db, { login, password, ...from })).rejects.toThrow(new SignInLocked(5));
		pass(5 * minute);
		for (let time = 0; time < 5; time++) expect(await wrong()).toBeInstanceOf(SignInWrong);
		expect(await wrong()).toMatchObject({ minutes: 10 });
		pass(10 * minute);
		await signIn(db, { login, password, ...from });
		for (let time = 0; time < 4; time++) expect(await wrong()).toBeInstanceOf(SignInWrong);
		await signIn(db, { login, password, ...from });
	});

	test('many tries at the same moment are counted one by one', async () => {
		const { login } = await withPassword();
		const tries = await Promise.allSettled(
			Array.from({ length: 12 }, (_, index) => signIn(db, { login, password: `tebakan ke-${index}`, ...from }))
		);
		const refusals = tries.map((one) =>
			one.status === 'rejected' && one.reason instanceof Error ? one.reason.constructor : null
		);
		expect(refusals.filter((refusal) => refusal === SignInWrong)).toHaveLength(5);
		expect(refusals.filter((refusal) => refusal === SignInLocked)).toHaveLength(7);
	});

	test('one account locked does not lock its neighbours at the same address', async () => {
		const [first, second] = [await withPassword(), await withPassword()];
		for (let time = 0; time < 6; time++)
			await signIn(db, { login: first.login, password: 'salah', ...from }).catch(() => null);
		expect(await signIn(db, { login: second.login, password, ...from })).toMatchObject({ personId: second.personId });
	});

	test('failures are kept in the database without saying whose, and forgotten in time', async () => {
		const { login } = await newcomer();
		await signIn(db, { login, password: 'salah', ...from }).catch(() => null);
		const rows = await db.reader.selectFrom('signInAttempt').select('key').execute();
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.every((row) => /^[0-9a-f]{64}$/.test(row.key))).toBe(true);
		pass(25 * 60 * minute);
		await inWork(db, setup, PLATFORM, forgetOldTries);
		expect(await db.reader.selectFrom('signInAttempt').select('key').execute()).toEqual([]);
	});
});

test('a new password needs the old one, must be good, and ends the other sessions', async () => {
	const { personId, login } = await withPassword();
	const [here, there] = [await createSession(db, personId, 'HP'), await createSession(db, personId, 'Laptop')];
	const sessionId = (await readSession(db, here.token))?.sessionId ?? '';
	const actor = { personId, name: 'Bu Sari' };
	const change = (current: string, next: string): Promise<void> =>
		changePassword(db, actor, { personId, current, next, sessionId, address: '203.0.113.9' });
	await expect(change('salah', 'kue lapis legit')).rejects.toThrow(PasswordWrong);
	await expect(change(password, login)).rejects.toThrow(PasswordTooCommon);
	await change(password, 'kue lapis legit');
	expect(await readSession(db, here.token)).not.toBeNull();
	expect(await readSession(db, there.token)).toBeNull();
	const from = { address: '203.0.113.9', device: '' };
	await expect(signIn(db, { login, password, ...from })).rejects.toThrow(SignInWrong);
	expect(await signIn(db, { login, password: 'kue lapis legit', ...from })).toMatchObject({ personId });
});

test('the old password may be guessed five times only, even on a phone that is signed in', async () => {
	const { personId } = await withPassword();
	const change = { personId, next: 'kue lapis legit', sessionId: '', address: '203.0.113.9' };
	const actor = { personId, name: 'Bu Sari' };
	for (let time = 0; time < 5; time++)
		await expect(changePassword(db, actor, { ...change, current: 'salah' })).rejects.toThrow(PasswordWrong);
	await expect(changePassword(db, actor, { ...change, current: password })).rejects.toThrow(SignInLocked);
});

test('a password is kept as argon2id with the agreed costs', async () => {
	expect(await hashPassword(password)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});
