// What a till is, knows and may is its own group's alone.
import { beforeAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { ceilingClassesOf } from '#lib/catalog/ceilings.server.ts';
import { snapshotShape } from '#lib/counter/snapshot.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { editStaticQris } from '#lib/groups/static-qris.server.ts';
import { newId } from '#lib/kernel/id.ts';
import { unfreezeTill } from '#lib/sales/freeze.server.ts';
import { inviteTill } from '#lib/sales/invite-till.server.ts';
import { lastReceipt } from '#lib/sales/last-receipt.server.ts';
import { isAtTill, tillPeople } from '#lib/sales/till-people.server.ts';
import { tillSnapshot } from '#lib/sales/till-snapshot.server.ts';
import { noteSeen } from '#lib/sales/till.server.ts';
import { tillById } from '#lib/sales/tills.server.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { type TestTill, tillOf } from '#tests/support/till.ts';
import { seals, type Village, village } from '#tests/support/village.ts';

let db: TestDatabase;
let world: Village;
let till: TestTill;
const nobody = newId();

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
	till = await tillOf(db, world.melati, world.ratna);
	await till.send(till.sell([[world.beras, 'kg', 1000]]));
	await inMelati((work) => editStaticQris(work, 'QRIS Melati'));
	await inMelati((work) =>
		work.trx
			.updateTable('product')
			.set({ ceilingClass: 'rice-medium' })
			.where('groupId', '=', work.groupId)
			.where('id', '=', world.beras.productId)
			.execute()
	);
});

const inMelati = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, world.sari, world.melati.tenant, fn);
const inKenanga = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, world.joko, world.kenanga.tenant, fn);

describe('another group', () => {
	const snapshot = (groupId = world.kenanga.groupId, id = till.id) => tillSnapshot(db.reader, groupId, id, db.clock());
	otherGroup('tillSnapshot', {
		owner: () => snapshot(world.melati.groupId),
		other: () => snapshot(),
		random: () => snapshot(world.kenanga.groupId, nobody)
	});
	otherGroup('noteSeen', {
		owner: async () => {
			await inMelati((work) => noteSeen(work, till.id));
			return (await tillById(db.reader, world.melati.groupId, till.id)).seenAt;
		},
		other: () => inKenanga((work) => noteSeen(work, till.id)),
		random: () => inKenanga((work) => noteSeen(work, nobody))
	});
	otherGroup('isAtTill', {
		owner: () => isAtTill(db.reader, world.melati.groupId, world.ratna.personId, db.clock()),
		other: () => isAtTill(db.reader, world.kenanga.groupId, world.ratna.personId, db.clock()),
		random: () => isAtTill(db.reader, nobody, world.ratna.personId, db.clock())
	});
	otherGroup('lastReceipt', {
		owner: () => lastReceipt(db.reader, world.melati.groupId, till.id),
		other: () => lastReceipt(db.reader, world.kenanga.groupId, till.id),
		random: () => lastReceipt(db.reader, world.kenanga.groupId, nobody)
	});
	otherGroup('inviteTill', {
		owner: async () => (await inMelati((work) => inviteTill(work, { replaces: till.id }))).token.length,
		other: () => inKenanga((work) => inviteTill(work, { replaces: till.id })),
		random: () => inKenanga((work) => inviteTill(work, { replaces: nobody }))
	});
	otherGroup('unfreezeTill', {
		owner: () => inMelati((work) => unfreezeTill(work, { enrolmentId: till.id, resolution: 'Sudah.' })),
		other: () => inKenanga((work) => unfreezeTill(work, { enrolmentId: till.id, resolution: '' })),
		random: () => inKenanga((work) => unfreezeTill(work, { enrolmentId: nobody, resolution: '' }))
	});
	otherGroup('ceilingClassesOf', {
		owner: () => ceilingClassesOf(db.reader, world.melati.groupId),
		other: () => ceilingClassesOf(db.reader, world.kenanga.groupId),
		random: () => ceilingClassesOf(db.reader, nobody)
	});
});

test('a till is told what it must know, in the shape that it reads', async () => {
	const about = await tillSnapshot(db.reader, world.melati.groupId, till.id, db.clock());
	const installation = { id: 'x', kind: 'real' };
	const told = JSON.parse(
		JSON.stringify({ ...about, installation, backupKey: seals.backupKey(), goods: [] })
	) as unknown;
	const read = v.parse(snapshotShape, told);
	expect(read).toMatchObject({
		standing: 'open',
		province: '72',
		qris: 'QRIS Melati',
		shift: null,
		ceilingClasses: [{ productId: world.beras.productId, of: 'rice-medium' }]
	});
	expect(read.people.map(({ name }) => name)).toEqual(
		(await tillPeople(db.reader, world.melati.groupId, db.clock())).map(({ name }) => name)
	);
	const ratna = read.people.find(({ id }) => id === world.ratna.personId);
	expect(ratna?.may).toEqual(expect.arrayContaining(['sale.record', 'stock.count']));
	expect(ratna?.may).not.toContain('till.enrol');
	expect(read.people.map(({ id }) => id)).not.toContain(world.wati.personId);
});
