/** Rules of aid are made by two people of one office, for its own region. */
import { beforeAll, describe, expect, test } from 'vitest';
import { confirmRule, refuseRule } from '#lib/aid/confirm.server.ts';
import {
	AlreadyDecided,
	EndBeforeStart,
	type FoodListProposal,
	ListEmpty,
	OwnProposal,
	RegionOutside,
	type RegimeProposal,
	StartPassed
} from '#lib/aid/proposal.ts';
import { proposeFoodList, proposeRegime } from '#lib/aid/propose.server.ts';
import { ruleBookOf, ruleIn } from '#lib/aid/rule-book.server.ts';
import { stateOf } from '#lib/aid/rule-book.ts';
import { ruleAt } from '#lib/aid/regime.ts';
import { aidRules } from '#lib/aid/rules.server.ts';
import { PLATFORM } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { foundOffice, offices } from '#lib/identity/offices.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { freshDatabase, pastTheRooms, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { give, register, setup } from '#tests/support/people.ts';
import { lasoani, nobody, palu, type Person, type Village, village } from '#tests/support/village.ts';

const today = day('2026-11-21');
const coupon: RegimeProposal = {
	region: palu, validFrom: day('2026-12-01'), validTo: null, source: 'SK Wali Kota 12/2026', lateReason: null,
	regime: 'COUPON', programme: 'Kupon Pangan Palu'
}; // prettier-ignore
const rice: FoodListProposal = {
	region: palu, validFrom: day('2026-12-01'), validTo: null, source: 'SK Wali Kota 12/2026', lateReason: null,
	entries: [{ foodGroup: 'carbohydrate', isFreshOnly: true }]
}; // prettier-ignore

let db: TestDatabase;
let v: Village;
let hasan: Person;
let yusuf: Person;
let sigi: Person;
let officeId: Id;
let sigiId: Id;

beforeAll(async () => {
	db = await freshDatabase();
	v = await village(db);
	({ hasan } = v);
	officeId = present((await offices(db.reader))[0], 'the office').id;
	yusuf = await register(db, 'Pak Yusuf', '081100000003');
	await give(db, yusuf.personId, { role: 'office-staff', scopeId: officeId, regionCode: palu });
	const about = { name: 'Dinas Sosial Provinsi', level: 'province', regionCode: '72' } as const;
	sigiId = await inWork(db, setup, PLATFORM, (work) => foundOffice(work, about));
	sigi = await register(db, 'Bu Sigi', '081100000004');
	await give(db, sigi.personId, { role: 'office-admin', scopeId: sigiId, regionCode: '72' });
});

const as = <Value>(person: Person, fn: (work: Work) => Promise<Value>) => inWork(db, person, PLATFORM, fn);
const at = () => ({ officeId, today });
const propose = (more: Partial<RegimeProposal> = {}, by = hasan) =>
	as(by, (work) => proposeRegime(work, at(), { ...coupon, ...more }));
const confirm = (ruleId: Id, by = yusuf, office = officeId, on = today) =>
	as(by, (work) => confirmRule(work, { ruleId, officeId: office, today: on }));
const refuse = (ruleId: Id, by = yusuf) =>
	as(by, (work) => refuseRule(work, { ruleId, officeId, today }, 'Belum ada suratnya.'));
const regimeIn = async (on: string) =>
	ruleAt((await aidRules(db.reader)).regimes, { village: lasoani, day: day(on) })?.regime;

describe('a regime', () => {
	test('holds from its day once a second person has confirmed it, and not before', async () => {
		const ruleId = await propose({ programme: 'Kupon uji', validTo: day('2026-12-10') });
		expect(await regimeIn('2026-12-05')).toBe('SAVINGS');
		await confirm(ruleId);
		expect(await regimeIn('2026-12-05')).toBe('COUPON');
		expect(await regimeIn('2026-11-30')).toBe('SAVINGS');
		expect(await regimeIn('2026-12-11')).toBe('SAVINGS');
		const rules = await ruleBookOf(db.reader, palu);
		const rule = await ruleIn(db.reader, palu, ruleId);
		expect(rule).toMatchObject({ proposedBy: hasan.personId, confirmedBy: yusuf.personId });
		expect(stateOf(rule, rules, today)).toBe('coming');
		expect(stateOf(rule, rules, day('2026-12-05'))).toBe('holds');
		expect(stateOf(rule, rules, day('2026-12-11'))).toBe('ended');
	});

	test('is never confirmed or refused by who proposed it', async () => {
		const ruleId = await propose();
		await expect(confirm(ruleId, hasan)).rejects.toThrow(OwnProposal);
		await expect(refuse(ruleId, hasan)).rejects.toThrow(OwnProposal);
	});

	test('confirmed twice by one person changes nothing; by two at once, one is told that it is decided', async () => {
		const ruleId = await propose();
		const third = await register(db, 'Bu Ketiga', '081100000005');
		await give(db, third.personId, { role: 'office-staff', scopeId: officeId, regionCode: palu });
		const both = await Promise.allSettled([confirm(ruleId), confirm(ruleId, third)]);
		expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(both.find((one) => one.status === 'rejected')?.reason).toBeInstanceOf(AlreadyDecided);
		const by = (await ruleIn(db.reader, palu, ruleId)).confirmedBy === yusuf.personId ? yusuf : third;
		await confirm(ruleId, by);
		const acts = await db.reader.selectFrom('auditEntry').select('action').where('subjectId', '=', ruleId).execute();
		expect(acts.map((act) => act.action)).toEqual(['aid-regime.proposed', 'aid-regime.confirmed']);
	});

	test('refused never holds, and cannot be confirmed afterwards', async () => {
		const ruleId = await propose();
		await refuse(ruleId);
		await refuse(ruleId);
		await expect(confirm(ruleId)).rejects.toThrow(AlreadyDecided);
		const rule = await ruleIn(db.reader, palu, ruleId);
		expect(stateOf(rule, [rule], today)).toBe('refused');
		expect(rule.refusedWhy).toBe('Belum ada suratnya.');
	});

	test('is for the region of the office or a part of it', async () => {
		await expect(propose({ region: '72' })).rejects.toThrow(RegionOutside);
		await expect(propose({ region: '' })).rejects.toThrow(RegionOutside);
		await expect(propose({ region: '72.710' })).rejects.toThrow(RegionOutside);
		await expect(propose({ region: '72.71.99' })).rejects.toThrow(NotFound);
		const ruleId = await propose({ region: lasoani, programme: 'Hanya Lasoani' });
		expect((await ruleIn(db.reader, palu, ruleId)).region).toBe(lasoani);
		await expect(ruleIn(db.reader, '31', ruleId)).rejects.toThrow(NotFound);
	});

	test('begins on a day that has passed only with a reason, and not long ago', async () => {
		const past = { validFrom: day('2026-11-01') };
		await expect(propose(past)).rejects.toThrow(StartPassed);
		await expect(propose({ validFrom: day('2025-11-01'), lateReason: 'Salah tahun' })).rejects.toThrow(StartPassed);
		await expect(propose({ validTo: day('2026-11-30') })).rejects.toThrow(EndBeforeStart);
		const ruleId = await propose({ ...past, lateReason: 'Surat baru sampai.', validTo: day('2026-11-02') });
		await confirm(ruleId);
		expect(await regimeIn('2026-11-01')).toBe('COUPON');
	});

	test('whose day went by while it waited is to be proposed anew', async () => {
		const ruleId = await propose();
		await expect(confirm(ruleId, yusuf, officeId, day('2026-12-02'))).rejects.toThrow(StartPassed);
	});

	test('stays as it was proposed, even for who gets past the rooms', async () => {
		const ruleId = await propose();
		const change = `update aid_regime set regime = 'SAVINGS' where id = '${ruleId}'`;
		await expect(async () => pastTheRooms(db.source, change)).rejects.toThrow(/append-only/);
	});
});

describe('a list of food', () => {
	test('holds once confirmed, with its fresh flags', async () => {
		const ruleId = await as(hasan, (work) => proposeFoodList(work, at(), rice));
		await confirm(ruleId);
		const list = ruleAt((await aidRules(db.reader)).lists, { village: lasoani, day: day('2026-12-01') });
		expect(list?.id).toBe(ruleId);
		expect(list?.entries).toEqual(rice.entries);
	});

	test('names at least one food group', async () => {
		const empty = as(hasan, (work) => proposeFoodList(work, at(), { ...rice, entries: [] }));
		await expect(empty).rejects.toThrow(ListEmpty);
	});
});

describe('another office', () => {
	const proposing = (office: Id) => as(sigi, (work) => proposeRegime(work, { officeId: office, today }, coupon));

	test('above this one has no say in it either', async () => {
		const ruleId = await propose();
		await expect(confirm(ruleId, sigi)).rejects.toThrow(NotFound);
		await expect(confirm(ruleId, sigi, sigiId)).rejects.toThrow(NotFound);
		await expect(proposing(officeId)).rejects.toThrow(NotFound);
		await expect(confirm(ruleId, v.sari)).rejects.toThrow(NotFound);
	});

	let ruleId: Id;
	beforeAll(async () => {
		ruleId = await propose();
	});

	otherGroup('confirmRule', {
		owner: async () => {
			await confirm(ruleId);
			return 'confirmed';
		},
		other: () => confirm(ruleId, sigi, sigiId),
		random: () => confirm(nobody, sigi, sigiId)
	});
	otherGroup('refuseRule', {
		owner: async () => {
			await refuse(await propose());
			return 'refused';
		},
		other: async () => as(sigi, async (work) => refuseRule(work, { ruleId, officeId: sigiId, today }, 'x')),
		random: () => as(sigi, (work) => refuseRule(work, { ruleId: nobody, officeId: sigiId, today }, 'x'))
	});
	otherGroup('proposeRegime', {
		owner: () => propose(),
		other: () => proposing(officeId),
		random: () => proposing(nobody)
	});
	otherGroup('proposeFoodList', {
		owner: () => as(hasan, (work) => proposeFoodList(work, at(), rice)),
		other: () => as(sigi, (work) => proposeFoodList(work, at(), rice)),
		random: () => as(sigi, (work) => proposeFoodList(work, { officeId: nobody, today }, rice))
	});
});
