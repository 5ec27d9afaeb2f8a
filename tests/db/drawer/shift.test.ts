// Shifts: what lies in the drawer is told from the legs of what happened in them; what is counted otherwise is posted.
import { beforeAll, describe, expect, test } from 'vitest';
import { auditTrail } from '#lib/audit/trail.server.ts';
import { confirmMove } from '#lib/drawer/move-cash.server.ts';
import { shiftByNumber, shiftNumber, shiftsOf } from '#lib/drawer/queries.server.ts';
import { inWork } from '#lib/db/work.server.ts';
import { dayOf } from '#lib/kernel/day.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { later } from '#lib/kernel/instant.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { account } from '#lib/ledger/chart.ts';
import { confirmHandover } from '#lib/sales/confirm-handover.server.ts';
import { saleById } from '#lib/sales/queries.server.ts';
import { shiftReport } from '#lib/sales/shift-report.server.ts';
import { type Counter, counterOf } from '#tests/support/counter.ts';
import { freshDatabase, morning, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { type TestTill, tillOf } from '#tests/support/till.ts';
import { nobody, type Village, village } from '#tests/support/village.ts';

const hour = 3_600_000;
let db: TestDatabase;
let world: Village;
let till: TestTill;
let counter: Counter;
let receipts = 700;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
	till = await tillOf(db, world.melati, world.ratna);
	counter = counterOf(db, world);
	await counter.receive(world.beras, 100_000, 1_000_000);
});

const receipt = () => `${till.code}-000${++receipts}`;
const open = (float: number, by = till) => by.tell('shift-opened', { float: rupiah(float), notes: null });
const close = (shiftId: Id, counted: number, by = till) =>
	by.tell('shift-closed', { counted: rupiah(counted), notes: null, expected: rupiah(counted), note: '' }, { shiftId });
const handOver = (amount: number, direction: 'in' | 'to-treasurer', telling = {}) =>
	till.tell('cash-moved', { direction, amount: rupiah(amount), note: '' }, telling);
const agent = (service: 'cash-out' | 'aid-cash-out' | 'bill', principal: number, fee: number, telling = {}) =>
	till.tell('agent-service', { receiptNumber: receipt(), service, principal: rupiah(principal), fee: rupiah(fee), feeBy: 'cash', reference: null }, telling); // prettier-ignore
const latest = async () => (await shiftsOf(db.reader, world.melati.groupId)).shifts[0];
const difference = () => counter.balance(account.drawerDifference);

describe('a shift', () => {
	test('expects its float and what all its events did to the drawer, whatever they are', async () => {
		const shift = open(200_000);
		const shiftId = shift.id;
		const party = newId();
		const sale = till.sell([[world.beras, 'kg', 2000, 12_345]], { shiftId });
		const qris = till.sell([[world.beras, 'kg', 1000, 9000]], { shiftId, tender: 'qris' });
		const credit = till.sell([[world.beras, 'kg', 1000, 8000]], { shiftId, tender: 'kasbon', partyId: party });
		const voided = till.sell([[world.beras, 'kg', 1000, 7000]], { shiftId });
		await till.send(
			shift, sale, qris, credit, voided,
			till.takeBack(voided.id, { shiftId }),
			till.giveBack(sale, [[0, 1000]], { shiftId }),
			till.tell('credit-paid', { receiptNumber: receipt(), partyId: party, payment: { tender: 'cash', amount: rupiah(3000), received: rupiah(5000), reference: null } }, { shiftId }),
			handOver(50_000, 'in', { shiftId }), handOver(20_000, 'to-treasurer', { shiftId }),
			till.tell('goods-bought', { supplier: 'Pasar', note: '', total: rupiah(15_000), lines: [{ productId: world.beras.productId, quantity: quantity(1000), cost: rupiah(15_000) }] }, { shiftId }),
			agent('bill', 100_000, 2500, { shiftId })
		); // prettier-ignore
		const expected = 200_000 + 24_600 - 12_300 + 3000 + 50_000 - 20_000 - 15_000 + 102_500;
		const before = await difference();
		await till.send(close(shiftId, expected - 500));
		expect(await latest()).toMatchObject({ id: shiftId, number: 1, float: 200_000, end: { expected, counted: expected - 500 } }); // prettier-ignore
		expect((await difference()) - before).toBe(500);
		await counter.laws();
	});

	test('tells its totals by tender, its sales, and the difference', async () => {
		const shift = await latest();
		const report = await shiftReport(db.reader, world.melati.groupId, shift?.number ?? 0);
		expect(report.tenders.find(({ tender }) => tender === 'cash')).toEqual({ tender: 'cash', sold: 31_600, refunded: 19_300, paidBack: 3000 }); // prettier-ignore
		expect(report.tenders.find(({ tender }) => tender === 'qris')).toMatchObject({ sold: 9000 });
		expect(report).toMatchObject({ sales: 4, difference: -500, cash: { cashMove: 30_000, goodsReceipt: -15_000 } });
	});

	test('gets the next number, none left out', async () => {
		const shift = open(0);
		await till.send(shift, close(shift.id, 0));
		expect(await latest()).toMatchObject({ number: 2 });
	});

	test('is closed once: a second count is held', async () => {
		const shift = open(0);
		const [first, second] = [close(shift.id, 0), close(shift.id, 9000)];
		await till.send(shift, first, second);
		expect(await counter.heldBy(second.id)).toBe('drawer.shift-closed');
		expect(await latest()).toMatchObject({ end: { counted: 0 } });
	});

	test('that is closed before its opening came waits for it', async () => {
		const shift = open(5000);
		const end = close(shift.id, 5000);
		await till.send(end);
		expect(await counter.heldBy(end.id)).toBe('drawer.shift-unknown');
		await till.send(shift);
		expect(await counter.heldBy(end.id)).toBeNull();
		expect(await latest()).toMatchObject({ end: { expected: 5000 } });
	});

	test('must be named to be closed', async () => {
		const end = till.tell('shift-closed', { counted: rupiah(0), notes: null, expected: rupiah(0), note: '' });
		await till.send(end);
		expect(await counter.heldBy(end.id)).toBe('sales.unreadable-event');
	});

	test('keeps a sale that comes after it was counted; a person is told, and the difference shown', async () => {
		const shift = open(0);
		const early = till.sell([[world.beras, 'kg', 1000, 10_000]], { shiftId: shift.id });
		const end = close(shift.id, 10_000);
		const late = till.sell([[world.beras, 'kg', 1000, 5000]], { shiftId: shift.id });
		await till.send(shift, early, end, late);
		expect(await counter.doubts(late.id)).toEqual(['after-closing']);
		expect(await counter.doubts(early.id)).toEqual([]);
		const report = await shiftReport(db.reader, world.melati.groupId, (await latest())?.number ?? 0);
		expect(report).toMatchObject({ expected: 15_000, difference: -5000, shift: { end: { expected: 10_000 } } });
	});

	test('may be shared by several tills, and pass midnight', async () => {
		const other = await tillOf(db, world.melati, world.sari);
		const shift = open(0);
		await till.send(shift);
		await other.send(other.sell([[world.beras, 'kg', 1000, 4000]], { shiftId: shift.id }));
		const before = counter.today();
		db.pass(20 * hour);
		await till.send(till.sell([[world.beras, 'kg', 1000, 6000]], { shiftId: shift.id }), close(shift.id, 10_000));
		expect(await latest()).toMatchObject({ day: before, end: { expected: 10_000 } });
		expect(dayOf((await latest())?.end?.at ?? morning, 'Asia/Makassar')).not.toBe(before);
	});
});

describe('with shifts switched on', () => {
	test('a sale that names none counts for the shift open when it happened, though it comes late', async () => {
		await counter.switchOn({ shifts: true });
		const slow = await tillOf(db, world.melati, world.sari);
		const first = open(0);
		await till.send(first);
		const meanwhile = later(db.clock(), 1);
		db.pass(hour);
		await till.send(close(first.id, 0));
		db.pass(hour);
		const second = open(0);
		const now = till.sell([[world.beras, 'kg', 1000]]);
		await till.send(second, now);
		const late = slow.sell([[world.beras, 'kg', 1000]], { at: meanwhile });
		await slow.send(late);
		expect(await saleById(db.reader, world.melati.groupId, now.id)).toMatchObject({ shiftId: second.id });
		expect(await saleById(db.reader, world.melati.groupId, late.id)).toMatchObject({ shiftId: first.id });
		expect(await counter.doubts(late.id)).toEqual(['after-closing']);
		await till.send(close(second.id, 0));
		await counter.switchOn({});
	});

	test('a second one beside an open one is kept, and looked at', async () => {
		const [first, second] = [open(0), open(0)];
		await till.send(first, second);
		expect(await counter.doubts(second.id)).toEqual(['second-shift-open']);
		await till.send(close(first.id, 0), close(second.id, 0));
	});
});

describe('cash that moves', () => {
	test('is confirmed by the treasurer on the spot, by a PIN', async () => {
		const [drawer, hand] = [await counter.balance(account.cashDrawer), await counter.balance(account.cashOnHand)];
		const moved = handOver(70_000, 'to-treasurer', { approvedBy: world.ani.personId });
		await till.send(moved);
		expect(await counter.doubts(moved.id)).toEqual([]);
		expect((await counter.balance(account.cashDrawer)) - drawer).toBe(-70_000);
		expect((await counter.balance(account.cashOnHand)) - hand).toBe(70_000);
		const about = { subject: { type: 'event', id: moved.id } };
		expect((await auditTrail(db.reader, world.melati.groupId, about)).entries).toMatchObject([
			{ action: 'cash.approved', facts: { approvedBy: world.ani.personId } }
		]);
	});

	test('or later, by a tap: then the question is closed', async () => {
		const moved = handOver(30_000, 'to-treasurer');
		await till.send(moved);
		expect(await counter.doubts(moved.id)).toEqual(['handover-unconfirmed']);
		await inWork(db, world.ani, world.melati.tenant, (work) => confirmHandover(work, moved.id));
		expect(await counter.doubts(moved.id)).toEqual([]);
	});
});

describe('bank services', () => {
	test('the fee is income of the agent, the principal passes through', async () => {
		const drawer = await counter.balance(account.cashDrawer);
		const bank = await counter.balance(account.bank);
		const { omzet } = await counter.omzetToday();
		const out = agent('cash-out', 500_000, 5000);
		await till.send(out, agent('bill', 200_000, 2500));
		expect((await counter.balance(account.cashDrawer)) - drawer).toBe(-500_000 + 5000 + 200_000 + 2500);
		expect((await counter.balance(account.bank)) - bank).toBe(500_000 - 200_000);
		expect((await counter.omzetToday()).omzet - omzet).toBe(7500);
		expect(await counter.doubts(out.id)).toEqual([]);
		await counter.laws();
	});

	test('aid money has no fee: one that was taken is looked at', async () => {
		const [free, paid] = [agent('aid-cash-out', 200_000, 0), agent('aid-cash-out', 200_000, 3000)];
		await till.send(free, paid);
		expect(await counter.doubts(free.id)).toEqual([]);
		expect(await counter.doubts(paid.id)).toEqual(['aid-fee']);
	});
});

describe('another group', () => {
	let number: number;
	let moves: readonly Id[];

	beforeAll(async () => {
		const [one, other] = [handOver(1000, 'in'), handOver(2000, 'in')];
		await till.send(one, other);
		moves = [one.id, other.id];
		number = (await latest())?.number ?? 0;
	});

	const inMelati = (fn: Parameters<typeof inWork>[3]) => inWork(db, world.ani, world.melati.tenant, fn);
	const inKenanga = (fn: Parameters<typeof inWork>[3]) => inWork(db, world.lina, world.kenanga.tenant, fn);

	otherGroup('shiftsOf', {
		owner: () => shiftsOf(db.reader, world.melati.groupId),
		other: () => shiftsOf(db.reader, world.kenanga.groupId),
		random: () => shiftsOf(db.reader, nobody)
	});
	otherGroup('shiftByNumber', {
		owner: () => shiftByNumber(db.reader, world.melati.groupId, number),
		other: () => shiftByNumber(db.reader, world.kenanga.groupId, number),
		random: () => shiftByNumber(db.reader, world.kenanga.groupId, 999)
	});
	otherGroup('shiftNumber', {
		owner: async () => shiftNumber(db.reader, world.melati.groupId, (await latest())?.id ?? nobody),
		other: async () => shiftNumber(db.reader, world.kenanga.groupId, (await latest())?.id ?? nobody),
		random: () => shiftNumber(db.reader, world.kenanga.groupId, nobody)
	});
	otherGroup('shiftReport', {
		owner: () => shiftReport(db.reader, world.melati.groupId, number),
		other: () => shiftReport(db.reader, world.kenanga.groupId, number),
		random: () => shiftReport(db.reader, world.kenanga.groupId, 999)
	});
	otherGroup('confirmMove', {
		owner: () => inMelati((work) => confirmMove(work, moves[0] ?? nobody)),
		other: () => inKenanga((work) => confirmMove(work, moves[1] ?? nobody)),
		random: () => inKenanga((work) => confirmMove(work, nobody))
	});
	otherGroup('confirmHandover', {
		owner: () => inMelati((work) => confirmHandover(work, moves[1] ?? nobody)),
		other: () => inKenanga((work) => confirmHandover(work, moves[1] ?? nobody)),
		random: () => inKenanga((work) => confirmHandover(work, nobody))
	});
});
