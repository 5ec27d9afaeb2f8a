/** One-time ways in: made by someone above, handed over, used once, within a quarter of an hour, few tries. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { auditTrail } from '#lib/audit/trail.server.ts';
import { type Actor, groupTenant, PLATFORM, type Tenant } from '#lib/db/tenant.ts';
import { Seals } from '#lib/db/seal.server.ts';
import { inWork } from '#lib/db/work.server.ts';
import { enter, type EntryKey, peekEntry } from '#lib/identity/enter.server.ts';
import { type EntryCode, makeEntryCode } from '#lib/identity/entry-codes.server.ts';
import { EntryWrong } from '#lib/identity/entry-code.ts';
import { AdministratorThere, inviteAgain, inviteFirstAdministrator } from '#lib/identity/first-administrator.server.ts';
import { foundOffice } from '#lib/identity/offices.server.ts';
import { PasswordTooShort } from '#lib/identity/password.ts';
import { personById, PhoneTaken } from '#lib/identity/people.server.ts';
import type { Phone } from '#lib/identity/phone.ts';
import { grantsOf } from '#lib/identity/roles.server.ts';
import { createSession, readSession } from '#lib/identity/sessions.server.ts';
import { signIn } from '#lib/identity/sign-in.server.ts';
import { MayNotVouch } from '#lib/identity/vouch.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { millisecondsOf } from '#lib/kernel/instant.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { emptyGroup, give, phone, register, setup } from '#tests/support/people.ts';

const seals = new Seals([{ id: 'k1', secret: Buffer.alloc(32, 7).toString('base64') }]);
const password = 'telur tempe sayur';
const from = { address: '203.0.113.9', device: 'Chrome · Android' };
const minute = 60_000;

const db: TestDatabase = await freshDatabase();
const melati = await emptyGroup(db);
const kenanga = await emptyGroup(db);
const sari = await register(db, 'Bu Sari', '081200000001');
await give(db, sari.personId, { role: 'chair', scopeId: melati });
const joko = await register(db, 'Pak Joko', '081200000002');
await give(db, joko.personId, { role: 'chair', scopeId: kenanga });
let count = 0;

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['Date'], now: millisecondsOf(db.clock()) });
	db.pass(60 * minute);
});

afterEach(() => {
	vi.useRealTimers();
});

interface Member {
	readonly personId: Id;
	readonly login: string;
}

async function member(group: Id = melati): Promise<Member> {
	const login = `0813${String(++count).padStart(8, '0')}`;
	const { personId } = await register(db, 'Bu Ani', login);
	await give(db, personId, { role: 'member', scopeId: group });
	return { personId, login };
}

function make(
	personId: Id,
	{
		by = sari,
		tenant = groupTenant(melati),
		newPhone = null
	}: { by?: Actor; tenant?: Tenant; newPhone?: Phone | null } = {}
): Promise<EntryCode> {
	return inWork(db, by, tenant, (work) => makeEntryCode(work, seals, { personId, newPhone }));
}

function use(key: EntryKey, chosen = password, address = from.address) {
	return enter(db, seals, { key, password: chosen, ...from, address });
}

describe('a way in', () => {
	test('by link: a look does not use it up, the first use does, a second is refused', async () => {
		const ani = await member();
		const { token, purpose } = await make(ani.personId);
		expect(purpose).toBe('invitation');
		for (let look = 0; look < 3; look++)
			expect(await peekEntry(db.reader, token, db.clock())).toMatchObject({
				purpose: 'invitation',
				name: 'Bu Ani',
				newPhone: null
			});
		const entered = await use({ token });
		expect(await readSession(db, entered.token)).toMatchObject({ personId: ani.personId });
		expect(await signIn(db, { login: ani.login, password, ...from })).toMatchObject({ personId: ani.personId });
		await expect(use({ token }, 'kata lain lagi')).rejects.toThrow(EntryWrong);
		await expect(peekEntry(db.reader, token, db.clock())).rejects.toThrow(EntryWrong);
	});

	test('by code: beside the phone number, however it is typed', async () => {
		const ani = await member();
		const { code } = await make(ani.personId);
		expect(code).toMatch(/^\d{8}$/);
		expect(await use({ phone: `+62 ${ani.login.slice(1)}`, code })).toMatchObject({ personId: ani.personId });
		await expect(use({ phone: ani.login, code })).rejects.toThrow(EntryWrong);
	});

	test('is no longer good after a quarter of an hour', async () => {
		const ani = await member();
		const { token, code } = await make(ani.personId);
		db.pass(15 * minute);
		await expect(use({ token })).rejects.toThrow(EntryWrong);
		await expect(use({ phone: ani.login, code })).rejects.toThrow(EntryWrong);
	});

	test('dies when a newer one is made', async () => {
		const ani = await member();
		const [older, newer] = [await make(ani.personId), await make(ani.personId)];
		await expect(use({ token: older.token })).rejects.toThrow(EntryWrong);
		expect(await use({ token: newer.token })).toMatchObject({ personId: ani.personId });
	});

	test('ends every session and lets a locked account in again', async () => {
		const ani = await member();
		await use({ token: (await make(ani.personId)).token });
		const old = await createSession(db, ani.personId, 'HP lama');
		for (let time = 0; time < 6; time++)
			await signIn(db, { login: ani.login, password: 'salah', ...from }).catch(() => null);
		const { token, purpose } = await make(ani.personId);
		expect(purpose).toBe('recovery');
		await use({ token }, 'kue lapis legit');
		expect(await readSession(db, old.token)).toBeNull();
		expect(await signIn(db, { login: ani.login, password: 'kue lapis legit', ...from })).toMatchObject({
			personId: ani.personId
		});
	});

	test('is not used up by a password that will not do', async () => {
		const ani = await member();
		const { token } = await make(ani.personId);
		await expect(use({ token }, 'pendek')).rejects.toThrow(PasswordTooShort);
		expect(await use({ token })).toMatchObject({ personId: ani.personId });
	});

	test('can be used by one of two at the same moment', async () => {
		const ani = await member();
		const { token } = await make(ani.personId);
		const both = await Promise.allSettled([use({ token }), use({ token })]);
		expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
	});

	test('is kept only as hashes, and told in the audit without them', async () => {
		const ani = await member();
		const { token, code } = await make(ani.personId);
		await use({ token });
		const rows = await db.reader.selectFrom('entryCode').selectAll().where('personId', '=', ani.personId).execute();
		const made = await auditTrail(db.reader, melati, { subject: { type: 'person', id: ani.personId } });
		const used = await auditTrail(db.reader, 'platform', { subject: { type: 'person', id: ani.personId } });
		const told = JSON.stringify([rows, made, used]);
		expect(told).not.toContain(token);
		expect(told).not.toContain(code);
		expect(made.entries[0]).toMatchObject({
			action: 'entry-code.made',
			actorId: sari.personId,
			facts: { purpose: 'invitation' }
		});
		expect(used.entries[0]).toMatchObject({ action: 'entry-code.used', actorId: ani.personId });
	});
});

describe('a wrong code', () => {
	test('may be typed five times; then even the right one is dead', async () => {
		const ani = await member();
		const { code } = await make(ani.personId);
		const wrong = code === '00000000' ? '00000001' : '00000000';
		for (let time = 0; time < 4; time++)
			await expect(use({ phone: ani.login, code: wrong })).rejects.toThrow(EntryWrong);
		expect(await use({ phone: ani.login, code })).toMatchObject({ personId: ani.personId });

		const next = await make(ani.personId);
		const bad = next.code === '00000000' ? '00000001' : '00000000';
		for (let time = 0; time < 5; time++) await expect(use({ phone: ani.login, code: bad })).rejects.toThrow(EntryWrong);
		db.pass(6 * minute);
		await expect(use({ phone: ani.login, code: next.code })).rejects.toThrow(EntryWrong);
	});

	test('reads like a number that nobody has', async () => {
		const ani = await member();
		await make(ani.personId);
		await expect(use({ phone: ani.login, code: '00000000' })).rejects.toThrow(EntryWrong);
		await expect(use({ phone: '081399999999', code: '00000000' })).rejects.toThrow(EntryWrong);
		await expect(use({ phone: 'bukan nomor', code: '00000000' })).rejects.toThrow(EntryWrong);
	});

	test('of one person does not open another', async () => {
		const [ani, ida] = [await member(), await member()];
		const { code } = await make(ani.personId);
		await make(ida.personId);
		await expect(use({ phone: ida.login, code })).rejects.toThrow(EntryWrong);
	});
});

describe('a new phone number', () => {
	test('comes with its code: the old number signs in no more', async () => {
		const ani = await member();
		const { code, purpose, phone: shown } = await make(ani.personId, { newPhone: phone('081455500001') });
		expect([purpose, shown]).toEqual(['phone-change', '+6281455500001']);
		await use({ phone: '081455500001', code });
		expect(await personById(db.reader, ani.personId)).toMatchObject({ phone: '+6281455500001' });
		expect(await signIn(db, { login: '081455500001', password, ...from })).toMatchObject({ personId: ani.personId });
		await expect(signIn(db, { login: ani.login, password, ...from })).rejects.toThrow();
	});

	test("that is someone else's is refused when asked and when used", async () => {
		const [ani, ida] = [await member(), await member()];
		await expect(make(ani.personId, { newPhone: phone(ida.login) })).rejects.toThrow(PhoneTaken);
		const { token } = await make(ani.personId, { newPhone: phone('081455500002') });
		await register(db, 'Lebih Cepat', '081455500002');
		await expect(use({ token })).rejects.toThrow(PhoneTaken);
		expect(await personById(db.reader, ani.personId)).toMatchObject({ hasPassword: false });
	});
});

describe('who makes it', () => {
	test('is above every duty of the person', async () => {
		const ani = await member();
		await give(db, ani.personId, { role: 'treasurer', scopeId: kenanga });
		await expect(make(ani.personId)).rejects.toThrow(MayNotVouch);
		await expect(make(sari.personId)).rejects.toThrow(MayNotVouch);
	});

	otherGroup('makeEntryCode', {
		owner: async () => (await make((await member()).personId)).purpose,
		other: async () => make((await member()).personId, { by: joko, tenant: groupTenant(kenanga) }),
		random: () => make(newId(), { by: joko, tenant: groupTenant(kenanga) })
	});

	test('may be the platform itself, for anyone', async () => {
		const ani = await member();
		expect(await make(ani.personId, { by: setup, tenant: PLATFORM })).toMatchObject({ name: 'Bu Ani' });
		await expect(make(newId(), { by: setup, tenant: PLATFORM })).rejects.toThrow(NotFound);
	});
});

test('the first administrator comes in by a link of the machine, once', async () => {
	const fresh = await freshDatabase();
	const first = { name: 'Pak Admin', phone: phone('081200000009') };
	const { entry, officeId } = await inWork(fresh, setup, PLATFORM, async (work) => {
		const office = { name: 'Dinas Sosial', level: 'country', regionCode: '' } as const;
		const id = await foundOffice(work, office);
		return {
			officeId: id,
			entry: await inviteFirstAdministrator(work, seals, { ...first, office: { id, regionCode: '' } })
		};
	});
	const again = inWork(fresh, setup, PLATFORM, (work) =>
		inviteFirstAdministrator(work, seals, {
			name: 'Lain',
			phone: phone('081200000010'),
			office: { id: officeId, regionCode: '' }
		})
	);
	await expect(again).rejects.toThrow(AdministratorThere);
	const later = await inWork(fresh, setup, PLATFORM, (work) => inviteAgain(work, seals));
	await expect(enter(fresh, seals, { key: { token: entry.token }, password, ...from })).rejects.toThrow(EntryWrong);
	const { personId } = await enter(fresh, seals, { key: { token: later.token }, password, ...from });
	const roles = (await grantsOf(fresh.reader, personId, fresh.clock())).map((grant) => grant.role).sort();
	expect(roles).toEqual(['administrator', 'office-admin']);
	await expect(inWork(fresh, setup, PLATFORM, (work) => inviteAgain(work, seals))).rejects.toThrow(AdministratorThere);
});
