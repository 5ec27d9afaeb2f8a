// Months that are closed stay closed until someone opens them, and late facts count for the first open day.
import { beforeAll, describe, expect, test } from 'vitest';
import { groupTenant } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { day, type Month } from '#lib/kernel/day.ts';
import { newId } from '#lib/kernel/id.ts';
import { instant } from '#lib/kernel/instant.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { account } from '#lib/ledger/chart.ts';
import { entryById } from '#lib/ledger/journal.server.ts';
import { addToOmzet } from '#lib/ledger/omzet.server.ts';
import { omzetByDay, omzetOf } from '#lib/ledger/omzet-queries.server.ts';
import { closedThrough, closedThroughOf, closeMonth, closingsOf, reopenMonth } from '#lib/ledger/periods.server.ts';
import { postEntry } from '#lib/ledger/post.server.ts';
import { zoneOf } from '#lib/ledger/zone.server.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { emptyGroup } from '#tests/support/people.ts';
import { type Village, village } from '#tests/support/village.ts';

let db: TestDatabase;
let world: Village;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
});

const month = (text: string): Month => text as Month;
const inMelati = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, world.ani, world.melati.tenant, fn);
const inKenanga = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, world.lina, world.kenanga.tenant, fn);

const sold = (work: Work, on: string, amount = 1000) =>
	postEntry(work, {
		source: { type: 'sale', id: newId() },
		day: day(on),
		memo: '',
		legs: [
			{ account: account.cashDrawer, amount: rupiah(amount) },
			{ account: account.salesCounter, amount: rupiah(-amount) }
		]
	});

describe('closing a month', () => {
	test('sends what happened in it to the first open day; both days are kept', async () => {
		await inMelati((work) => closeMonth(work, { month: month('2026-10'), reason: 'Sudah diperiksa.' }));
		const late = await inMelati((work) => sold(work, '2026-09-30'));
		expect(late.day).toBe('2026-11-01');
		expect(await entryById(db.reader, world.melati.groupId, late.id)).toMatchObject({
			day: '2026-11-01',
			happenedDay: '2026-09-30'
		});
		expect((await inMelati((work) => sold(work, '2026-11-20'))).day).toBe('2026-11-20');
	});

	test('this month is not over yet, by the clock on the group’s wall', async () => {
		await expect(inMelati((work) => closeMonth(work, { month: month('2026-11'), reason: '' }))).rejects.toMatchObject({
			code: 'ledger.month-not-over'
		});
		db.setClock(instant('2026-11-30T16:30:00.000Z'));
		await inMelati((work) => closeMonth(work, { month: month('2026-11'), reason: 'Pukul 00.30 WITA.' }));
		expect(await closedThroughOf(db.reader, world.melati.groupId)).toBe('2026-11');
	});

	test('opening one again opens all after it, and is on record', async () => {
		await inMelati((work) => reopenMonth(work, { month: month('2026-10'), reason: 'Nota tertinggal.' }));
		expect(await closedThroughOf(db.reader, world.melati.groupId)).toBe('2026-09');
		expect(await inMelati(closedThrough)).toBe('2026-09');
		expect((await inMelati((work) => sold(work, '2026-10-05'))).day).toBe('2026-10-05');
		const closings = await closingsOf(db.reader, world.melati.groupId);
		expect(closings.map(({ month: of, state, reason, actorId }) => [of, state, reason, actorId])).toEqual([
			['2026-10', 'reopened', 'Nota tertinggal.', world.ani.personId],
			['2026-11', 'closed', 'Pukul 00.30 WITA.', world.ani.personId],
			['2026-10', 'closed', 'Sudah diperiksa.', world.ani.personId]
		]);
	});
});

describe('omzet', () => {
	test('of a day, a month and a year, with untung beside it', async () => {
		await inKenanga(async (work) => {
			const add = (on: string, omzet: number) => addToOmzet(work, [{ day: day(on), channel: 'counter', omzet, gross: omzet, cost: 0, sales: 1 }]); // prettier-ignore
			for (const [on, amount] of [
				['2025-12-31', 1],
				['2026-01-01', 20],
				['2026-11-01', 300],
				['2026-11-21', 4000],
				['2026-11-21', 4000]
			] as const) {
				// prettier-ignore
				await sold(work, on, amount);
				await add(on, amount);
			}
			await postEntry(work, {
				source: { type: 'reversal', id: newId() },
				day: day('2026-11-21'),
				memo: 'listrik',
				legs: [{ account: account.electricity, amount: rupiah(500) }, { account: account.cashDrawer, amount: rupiah(-500) }] // prettier-ignore
			});
		});
		const asked = { today: day('2026-11-21'), month: month('2026-11'), year: '2026' };
		expect(await omzetOf(db.reader, world.kenanga.groupId, asked)).toEqual({
			today: { omzet: 8000, untung: 7500, gross: 8000, sales: 2 },
			month: { omzet: 8300, untung: 7800, gross: 8300, sales: 3 },
			year: { omzet: 8320, untung: 7820, gross: 8320, sales: 4 }
		});
		expect(
			(await omzetByDay(db.reader, world.kenanga.groupId, day('2025-12-31'), day('2026-11-01'))).map((one) => [
				one.day,
				one.omzet,
				one.untung
			])
		).toEqual([
			['2025-12-31', 1, 1],
			['2026-01-01', 20, 20],
			['2026-11-01', 300, 300]
		]);
	});
});

describe('another group', () => {
	const nobody = newId();
	const last = { month: month('2026-10'), reason: '' };
	const all = { today: day('2026-11-21'), month: month('2026-11'), year: '2026' };

	otherGroup('closedThroughOf', {
		owner: () => closedThroughOf(db.reader, world.melati.groupId),
		other: () => closedThroughOf(db.reader, world.kenanga.groupId),
		random: () => closedThroughOf(db.reader, nobody)
	});
	otherGroup('closingsOf', {
		owner: () => closingsOf(db.reader, world.melati.groupId),
		other: () => closingsOf(db.reader, world.kenanga.groupId),
		random: () => closingsOf(db.reader, nobody)
	});
	otherGroup('closeMonth', {
		owner: async () => {
			await inMelati((work) => closeMonth(work, last));
			return closedThroughOf(db.reader, world.melati.groupId);
		},
		other: () => closedThroughOf(db.reader, world.kenanga.groupId),
		random: () => closedThroughOf(db.reader, nobody)
	});
	otherGroup('reopenMonth', {
		owner: () => inMelati((work) => reopenMonth(work, last)),
		other: () => inKenanga((work) => reopenMonth(work, last)),
		random: () => inKenanga((work) => reopenMonth(work, last))
	});
	otherGroup('omzetOf', {
		owner: () => omzetOf(db.reader, world.kenanga.groupId, all),
		other: () =>
			omzetOf(db.reader, world.melati.groupId, {
				...all,
				today: day('2026-11-22'),
				month: month('2026-12'),
				year: '2027'
			}),
		random: () => omzetOf(db.reader, nobody, all)
	});
	otherGroup('omzetByDay', {
		owner: () => omzetByDay(db.reader, world.kenanga.groupId, day('2026-01-01'), day('2026-01-31')),
		other: () => omzetByDay(db.reader, world.melati.groupId, day('2026-01-01'), day('2026-01-31')),
		random: () => omzetByDay(db.reader, nobody, day('2026-01-01'), day('2026-01-31'))
	});
	otherGroup('addToOmzet', {
		owner: async () => {
			await inKenanga((work) => addToOmzet(work, [{ day: day('2026-02-02'), channel: 'shop', omzet: 5, gross: 5, cost: 0, sales: 1 }])); // prettier-ignore
			return omzetByDay(db.reader, world.kenanga.groupId, day('2026-02-02'), day('2026-02-02'));
		},
		other: () => omzetByDay(db.reader, world.melati.groupId, day('2026-02-02'), day('2026-02-02')),
		random: () => omzetByDay(db.reader, nobody, day('2026-02-02'), day('2026-02-02'))
	});
	otherGroup('zoneOf', {
		owner: () => inMelati(zoneOf),
		other: async () => inWork(db, world.ani, groupTenant(await emptyGroup(db)), zoneOf),
		random: () => inWork(db, world.ani, groupTenant(nobody), zoneOf)
	});
});
