// A phone becomes a till by an officer's word or QR code, once, and stops being one in two taps.
import { beforeAll, describe, expect, test } from 'vitest';
import { auditTrail } from '#lib/audit/trail.server.ts';
import { inWork } from '#lib/db/work.server.ts';
import { hashPassword, setPassword } from '#lib/identity/password.server.ts';
import { isPasswordOf } from '#lib/identity/sign-in.server.ts';
import { PLATFORM } from '#lib/db/tenant.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { enrolByInvitation } from '#lib/sales/enrol-by-invitation.server.ts';
import { enrolTill, revokeTill } from '#lib/sales/enrol.server.ts';
import { exceptionsOf } from '#lib/sales/exceptions.server.ts';
import { inviteTill, type TillInvitation } from '#lib/sales/invite-till.server.ts';
import { publicKeyText } from '#lib/sales/till-key.ts';
import { tillById } from '#lib/sales/tills.server.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { setup } from '#tests/support/people.ts';
import { testKey } from '#tests/support/till-key.ts';
import { tillOf } from '#tests/support/till.ts';
import { type Village, village } from '#tests/support/village.ts';

let db: TestDatabase;
let world: Village;
beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
});

let hosts = 0;
/** Another address each time, so that limits of one test are not another's. */
const address = (): string => `10.0.0.${++hosts}`;
const invite = (replaces: Id | null = null): Promise<TillInvitation> =>
	inWork(db, world.ani, world.melati.tenant, (work) => inviteTill(work, { replaces }));
const enrol = (
	{ id, token }: Pick<TillInvitation, 'id' | 'token'>,
	{ enrolmentId = newId(), key = testKey(), groupId = world.melati.groupId, from = address() } = {}
) => {
	const till = { id: enrolmentId, name: 'HP Ratna', publicKey: key.publicKey };
	return enrolByInvitation(db, groupId, { ...till, invitation: { id, token } }, from);
};
const wrong = { code: 'sales.invitation-wrong' };

describe('an invitation', () => {
	test('makes one phone a till, known by its key, in the name of who invited it', async () => {
		const invitation = await invite();
		const key = testKey();
		const { id, code } = await enrol(invitation, { key });
		expect(await tillById(db.reader, world.melati.groupId, id)).toMatchObject({
			code,
			personId: world.ani.personId,
			publicKey: publicKeyText(key.publicKey),
			frozenAt: null
		});
		const acts = (await auditTrail(db.reader, world.melati.groupId)).entries.map(({ action }) => action);
		expect(acts).toEqual(expect.arrayContaining(['till.invited', 'till.enrolled']));
	});

	test('asked again by the same phone gives the same till; another phone gets none', async () => {
		const invitation = await invite();
		const [enrolmentId, key] = [newId(), testKey()];
		const first = await enrol(invitation, { enrolmentId, key });
		expect(await enrol(invitation, { enrolmentId, key })).toEqual(first);
		await expect(enrol(invitation)).rejects.toMatchObject(wrong);
		await expect(enrol(invitation, { enrolmentId })).rejects.toMatchObject({ code: 'sales.key-other' });
	});

	test.each([
		['of another word', async () => ({ ...(await invite()), token: 'salah' })],
		['that nobody made', async () => ({ id: newId(), token: 'x' })],
		[
			'that a later one took the place of',
			async () => [await invite(), await invite()][0] ?? { id: newId(), token: '' }
		]
	])('%s lets nobody in', async (_, invitation) => {
		await expect(enrol(await invitation())).rejects.toMatchObject(wrong);
	});

	test('is good for fifteen minutes, and for its own group', async () => {
		const invitation = await invite();
		await expect(enrol(invitation, { groupId: world.kenanga.groupId })).rejects.toMatchObject(wrong);
		await expect(enrol(invitation, { groupId: newId() })).rejects.toMatchObject(wrong);
		db.pass(15 * 60_000);
		await expect(enrol(invitation)).rejects.toMatchObject(wrong);
	});

	test('cannot be guessed: five wrong words lock it', async () => {
		const invitation = await invite();
		for (let tries = 0; tries < 5; tries++)
			await expect(enrol({ ...invitation, token: `${tries}` })).rejects.toMatchObject(wrong);
		await expect(enrol(invitation)).rejects.toMatchObject({ code: 'identity.sign-in-locked' });
	});

	test('is kept as a hash alone', async () => {
		const { id, token } = await invite();
		const rows = await db.reader.selectFrom('tillInvitation').selectAll().where('id', '=', id).execute();
		expect(JSON.stringify(rows)).not.toContain(token);
	});

	test('for a lost phone revokes it, and asks for the receipts after the last that came', async () => {
		const lost = await tillOf(db, world.melati, world.ratna);
		const sale = lost.sell([[world.beras, 'kg', 1000]]);
		await lost.send(sale);
		await enrol(await invite(lost.id));
		expect((await tillById(db.reader, world.melati.groupId, lost.id)).revokedAt).toBe(db.clock());
		const [task] = (await exceptionsOf(db.reader, world.melati.groupId)).filter(
			({ subject }) => subject.id === lost.id
		);
		expect(task).toMatchObject({
			kind: 'receipts-after',
			subject: { type: 'till' },
			facts: { code: lost.code, after: sale.body?.receiptNumber }
		});
	});
});

describe('a till', () => {
	test('is not enrolled with a key that is none', async () => {
		const { publicKey } = testKey();
		const bent = { ...publicKey, x: publicKey.y };
		const till = { id: newId(), name: 'HP', personId: world.ani.personId, publicKey: bent };
		await expect(inWork(db, world.ani, world.melati.tenant, (work) => enrolTill(work, till))).rejects.toMatchObject({
			code: 'sales.key-other'
		});
	});

	test('that is revoked twice asks for its receipts once', async () => {
		const { id } = await tillOf(db, world.melati, world.ratna);
		await inWork(db, world.ani, world.melati.tenant, (work) => revokeTill(work, id));
		await inWork(db, world.ani, world.melati.tenant, (work) => revokeTill(work, id));
		const tasks = (await exceptionsOf(db.reader, world.melati.groupId)).filter(({ subject }) => subject.id === id);
		expect(tasks).toMatchObject([{ kind: 'receipts-after', facts: { after: null } }]);
	});
});

test('a password is asked before a PIN is chosen, under the limits of signing in', async () => {
	const { personId } = world.ratna;
	const hash = await hashPassword('kucing oren di pasar');
	await inWork(db, setup, PLATFORM, (work) => setPassword(work, personId, hash));
	const tried = (password: string) => isPasswordOf(db, { personId, password, address: '10.1.1.1' });
	expect(await tried('kucing oren di pasar')).toBe(true);
	for (let tries = 0; tries < 5; tries++) expect(await tried('bukan')).toBe(false);
	await expect(tried('kucing oren di pasar')).rejects.toMatchObject({ code: 'identity.sign-in-locked' });
	expect(await isPasswordOf(db, { personId: newId(), password: 'x', address: '10.1.1.2' })).toBe(false);
});
