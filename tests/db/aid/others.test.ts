// One group's slips, papers and goods that follow are nobody's to another group.
import { beforeAll, expect, test } from 'vitest';
import { deedsOf, lessenDeed, openDeeds, settleDeed, writeDeeds, writeOffDeed } from '#lib/aid/deeds.server.ts';
import { awaitHandover, handOver } from '#lib/aid/handover.server.ts';
import { noteCardFailure, noteReceiptMissed } from '#lib/aid/mishaps.server.ts';
import { knownSlips, machinesOf, type Slip, writeSlips } from '#lib/aid/slips.server.ts';
import { saveTerminal } from '#lib/aid/terminals.server.ts';
import type { Told } from '#lib/db/told.ts';
import { present } from '#lib/kernel/assert.ts';
import { day } from '#lib/kernel/day.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { nobody, type Village, village, worksOf } from '#tests/support/village.ts';

const today = day('2026-11-21');
let db: TestDatabase;
let v: Village;
let inMelati: ReturnType<typeof worksOf>;
let inKenanga: ReturnType<typeof worksOf>;
let saleId: Id;
let machine: Id;

beforeAll(async () => {
	db = await freshDatabase();
	v = await village(db);
	inMelati = worksOf(db, v.melati, v.ani);
	inKenanga = worksOf(db, v.kenanga, v.joko);
	saleId = newId();
	machine = await inMelati((work) => saveTerminal(work, { bank: 'BNI', mid: '', tid: 'BNI00001', name: 'BNI' }));
	await inMelati(async (work) => {
		await writeDeeds(work, [deed(saleId), deed(second)]);
		await writeSlips(work, [slip(saleId)]);
		await awaitHandover(work, [{ saleId, paidAt: work.now }]);
	});
});

const second = newId();
const deed = (of: Id) => ({ saleId: of, line: 0, number: 'BA-B-000001', tender: 'card', amount: rupiah(5000), day: today, dueDay: today }); // prettier-ignore
const slip = (sourceId: Id): Slip => ({
	sourceId, line: 0, saleId: null, kind: 'doubled', tender: 'card', bank: 'BNI', tid: 'BNI00001', number: '123456', amount: rupiah(5000),
	day: today, happenedAt: db.clock()
}); // prettier-ignore
const told = (): Told => ({
	id: newId(), enrolmentId: null, sequence: 1, shiftId: null, actorId: v.ani.personId, approvedBy: null, deviceAt: db.clock(),
	happenedAt: db.clock(), day: today
}); // prettier-ignore
type Works = ReturnType<typeof worksOf>;
const count = (works: Works, table: 'cardSlip' | 'cardDeed' | 'saleHandover' | 'cardFailure' | 'receiptMissed') =>
	works(
		async (work) =>
			(await work.trx.selectFrom(table).select('seq').where('groupId', '=', work.groupId).execute()).length
	);
const owed = (works: Works, of: Id) =>
	works(async (work) => (await deedsOf(work, of)).map(({ takenBack, state }) => [takenBack, state]));
const firstDeed = () => inMelati(async (work) => present((await deedsOf(work, saleId))[0], 'the paper'));

otherGroup('openDeeds', {
	owner: () => openDeeds(db.reader, v.melati.groupId, today),
	other: () => openDeeds(db.reader, v.kenanga.groupId, today),
	random: () => openDeeds(db.reader, nobody, today)
});
otherGroup('deedsOf', {
	owner: () => owed(inMelati, saleId),
	other: () => owed(inKenanga, saleId),
	random: () => owed(inKenanga, nobody)
});
otherGroup('writeDeeds', {
	owner: async () => {
		await inMelati((work) => writeDeeds(work, [deed(newId())]));
		return count(inMelati, 'cardDeed');
	},
	other: () => count(inKenanga, 'cardDeed'),
	random: () => count(inKenanga, 'cardDeed')
});
otherGroup('lessenDeed', {
	owner: async () => {
		const paper = await firstDeed();
		await inMelati((work) => lessenDeed(work, paper, rupiah(1000)));
		return owed(inMelati, saleId);
	},
	other: async () => {
		const paper = await firstDeed();
		await inKenanga((work) => lessenDeed(work, paper, rupiah(1000)));
		return owed(inKenanga, saleId);
	},
	random: () => owed(inKenanga, nobody)
});
otherGroup('settleDeed', {
	owner: async () => {
		const paper = await firstDeed();
		await inMelati((work) => settleDeed(work, told(), paper));
		return owed(inMelati, saleId);
	},
	other: async () => {
		const paper = await firstDeed();
		await inKenanga((work) => settleDeed(work, told(), paper));
		return owed(inKenanga, saleId);
	},
	random: () => owed(inKenanga, nobody)
});
otherGroup('writeOffDeed', {
	owner: async () => {
		await inMelati((work) => writeOffDeed(work, { saleId: second, reason: 'Kartu diblokir.' }));
		return owed(inMelati, second);
	},
	other: () => inKenanga((work) => writeOffDeed(work, { saleId: second, reason: '' })),
	random: () => inKenanga((work) => writeOffDeed(work, { saleId: nobody, reason: '' }))
});
otherGroup('writeSlips', {
	owner: async () => {
		await inMelati((work) => writeSlips(work, [slip(newId())]));
		return count(inMelati, 'cardSlip');
	},
	other: () => count(inKenanga, 'cardSlip'),
	random: () => count(inKenanga, 'cardSlip')
});
otherGroup('knownSlips', {
	owner: () => inMelati(async (work) => (await knownSlips(work, ['123456'])).meet(slip(saleId), 'B-1')),
	other: () => inKenanga(async (work) => (await knownSlips(work, ['123456'])).meet(slip(saleId), 'B-1') === undefined),
	random: () => inKenanga(async (work) => (await knownSlips(work, ['999999'])).meet(slip(saleId), 'B-1') === undefined)
});
otherGroup('machinesOf', {
	owner: () => inMelati(async (work) => [...(await machinesOf(work, [machine])).values()]),
	other: () => inKenanga(async (work) => [...(await machinesOf(work, [machine])).values()]),
	random: () => inKenanga(async (work) => [...(await machinesOf(work, [nobody])).values()])
});
otherGroup('awaitHandover', {
	owner: async () => {
		await inMelati((work) => awaitHandover(work, [{ saleId: newId(), paidAt: work.now }]));
		return count(inMelati, 'saleHandover');
	},
	other: () => count(inKenanga, 'saleHandover'),
	random: () => count(inKenanga, 'saleHandover')
});
otherGroup('handOver', {
	owner: () => inMelati((work) => handOver(work, saleId, work.now)),
	other: () => inKenanga((work) => handOver(work, saleId, work.now)),
	random: () => inKenanga((work) => handOver(work, nobody, work.now))
});
otherGroup('noteCardFailure', {
	owner: async () => {
		await inMelati((work) => noteCardFailure(work, told(), { bank: 'BNI', why: 'blocked' }));
		return count(inMelati, 'cardFailure');
	},
	other: () => count(inKenanga, 'cardFailure'),
	random: () => count(inKenanga, 'cardFailure')
});
otherGroup('noteReceiptMissed', {
	owner: async () => {
		await inMelati((work) => noteReceiptMissed(work, told(), { saleId, why: 'no-printer' }));
		return count(inMelati, 'receiptMissed');
	},
	other: () => count(inKenanga, 'receiptMissed'),
	random: () => count(inKenanga, 'receiptMissed')
});

test('a paper is found by its sale', async () => {
	expect(await firstDeed()).toMatchObject({ number: 'BA-B-000001', amount: 5000 });
});
