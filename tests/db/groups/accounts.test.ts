/** Accounts of members: how they come by one, and what it lets them do. */
import { beforeAll, describe, expect, test } from 'vitest';
import { AccountTaken, endCashier, giveAccount, linkAccount, makeCashier } from '#lib/groups/account.server.ts';
import { addMember } from '#lib/groups/add-member.server.ts';
import { memberOf } from '#lib/groups/people.server.ts';
import { ConflictOfInterest } from '#lib/groups/standing.ts';
import { PhoneTaken } from '#lib/identity/people.server.ts';
import { RoleHeld } from '#lib/identity/roles.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { register } from '#tests/support/people.ts';
import { seals, type Village, village, worksOf } from '#tests/support/village.ts';

let db: TestDatabase;
let v: Village;
let inMelati: ReturnType<typeof worksOf>;

beforeAll(async () => {
	db = await freshDatabase();
	v = await village(db);
	inMelati = worksOf(db, v.melati, v.dewi);
});

const take = (name: string) => inMelati((work) => addMember(work, seals, { name }));
const member = (memberId: Id) => memberOf(db.reader, v.melati.groupId, memberId, db.clock());

describe('an account', () => {
	test('is made from name and number, once', async () => {
		const memberId = await inMelati((work) => addMember(work, seals, { name: 'Bu Maya', phone: '+6281277777701' }));
		const personId = await inMelati((work) => giveAccount(work, memberId));
		expect(await inMelati((work) => giveAccount(work, memberId))).toBe(personId);
		expect((await member(memberId)).personId).toBe(personId);
	});

	test('of someone else is never taken over by typing their number', async () => {
		const memberId = await inMelati((work) => addMember(work, seals, { name: 'Bukan Joko', phone: '+6281300000001' }));
		await expect(inMelati((work) => giveAccount(work, memberId))).rejects.toThrow(PhoneTaken);
	});

	test('that is there can be tied to a member, unless another member has it or its owner may not trade', async () => {
		const nina = await register(db, 'Bu Nina', '081277777702');
		const [first, second] = [await take('Bu Nina'), await take('Bu Nina kembar')];
		await inMelati((work) => linkAccount(work, first, nina.personId));
		expect((await member(first)).personId).toBe(nina.personId);
		await expect(inMelati((work) => linkAccount(work, second, nina.personId))).rejects.toThrow(AccountTaken);
		await expect(inMelati((work) => linkAccount(work, second, v.dewi.personId))).rejects.toThrow(ConflictOfInterest);
		await expect(inMelati((work) => linkAccount(work, second, v.hasan.personId))).rejects.toThrow(ConflictOfInterest);
	});

	test('lets its owner sell, and no longer', async () => {
		const memberId = await take('Bu Oki');
		await inMelati((work) => makeCashier(work, memberId));
		expect((await member(memberId)).isCashier).toBe(true);
		await expect(inMelati((work) => makeCashier(work, memberId))).rejects.toThrow(RoleHeld);
		db.pass(1000);
		await inMelati((work) => endCashier(work, memberId));
		expect((await member(memberId)).isCashier).toBe(false);
		await inMelati((work) => endCashier(work, memberId));
	});
});
