// A void takes a sale back whole: money, goods at their old cost, omzet; once.
import { beforeAll, describe, expect, test } from 'vitest';
import { auditTrail } from '#lib/audit/trail.server.ts';
import { inWork } from '#lib/db/work.server.ts';
import { endCashier } from '#lib/groups/account.server.ts';
import { receiveGoods } from '#lib/inventory/receive.server.ts';
import { stockOfProduct, stockValue } from '#lib/inventory/queries.server.ts';
import { addDays, dayOf, monthOf } from '#lib/kernel/day.ts';
import { newId } from '#lib/kernel/id.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { balanceOf, trialBalance } from '#lib/ledger/balances.server.ts';
import { account } from '#lib/ledger/chart.ts';
import { entryOfEvent } from '#lib/ledger/journal.server.ts';
import { omzetOf } from '#lib/ledger/omzet-queries.server.ts';
import { inColumns } from '#lib/ledger/trial-balance.ts';
import { exceptionsOf } from '#lib/sales/exceptions.server.ts';
import { heldOf } from '#lib/sales/hold.server.ts';
import { saleById } from '#lib/sales/queries.server.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { consignedChips } from '#tests/support/shop.ts';
import { type TestTill, tillOf } from '#tests/support/till.ts';
import { type Goods, type Village, village } from '#tests/support/village.ts';

let db: TestDatabase;
let world: Village;
let till: TestTill;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
	till = await tillOf(db, world.melati, world.ratna);
	await receive(world.beras, 10_000, 120_000);
});

async function receive(goods: Goods, thousandths: number, cost: number): Promise<void> {
	const lines = [{ productId: goods.productId, quantity: quantity(thousandths), cost: rupiah(cost) }];
	const rest = { supplier: '', paidFrom: account.bank, note: '' } as const;
	await inWork(db, world.ani, world.melati.tenant, (work) =>
		receiveGoods(work, { id: work.newId(), happenedAt: work.now, lines, ...rest })
	);
}

const today = () => dayOf(db.clock(), 'Asia/Makassar');
const balance = (code: Parameters<typeof balanceOf>[2]) => balanceOf(db.reader, world.melati.groupId, code);
const level = (goods: Goods) => stockOfProduct(db.reader, world.melati.groupId, goods.productId);
const omzetToday = async () =>
	(
		await omzetOf(db.reader, world.melati.groupId, {
			today: today(),
			month: monthOf(today()),
			year: today().slice(0, 4)
		})
	).today;

async function laws(): Promise<void> {
	expect(await stockValue(db.reader, world.melati.groupId)).toBe(await balance(account.goods));
	const sheet = inColumns(
		await trialBalance(db.reader, world.melati.groupId, addDays(today(), -30), addDays(today(), 30))
	);
	expect(sheet.debit).toBe(sheet.credit);
}

describe('a void', () => {
	test('leaves money, stock and omzet as they were before the sale', async () => {
		const before = [await level(world.beras), await balance(account.cashDrawer), await omzetToday()];
		const sale = till.sell([[world.beras, 'kg', 1500]]);
		await till.send(sale);
		const back = till.takeBack(sale.id, { reason: 'buyer-left', note: 'uangnya kurang' });
		expect((await till.send(back)).events).toMatchObject([{ state: 'applied' }]);

		expect([await level(world.beras), await balance(account.cashDrawer), await omzetToday()]).toEqual(before);
		expect(await saleById(db.reader, world.melati.groupId, sale.id)).toMatchObject({
			voided: true,
			taken: { reason: 'buyer-left', note: 'uangnya kurang', actorId: world.ratna.personId }
		});
		const entry = await entryOfEvent(db.reader, world.melati.groupId, 'void', back.id);
		expect(entry.reversesId).toBe((await entryOfEvent(db.reader, world.melati.groupId, 'sale', sale.id)).id);
		await laws();
	});

	test('is on the audit trail, without the words about it', async () => {
		const { entries } = await auditTrail(db.reader, world.melati.groupId, {});
		const cashierId = world.ratna.personId;
		expect(entries[0]).toMatchObject({ action: 'sale.voided', facts: { reason: 'buyer-left', cashierId } });
		expect(entries[0]?.facts).not.toHaveProperty('approvedBy');
	});

	test('to which another agreed says so wherever it is told of', async () => {
		const sale = till.sell([[world.beras, 'kg', 500]]);
		const approvedBy = world.ani.personId;
		await till.send(sale, till.takeBack(sale.id, { approvedBy }));
		expect((await saleById(db.reader, world.melati.groupId, sale.id)).taken).toMatchObject({ approvedBy });
		const { entries } = await auditTrail(db.reader, world.melati.groupId, {});
		expect(entries[0]).toMatchObject({
			action: 'sale.voided',
			facts: { approvedBy, cashierId: world.ratna.personId, receiptNumber: sale.body?.receiptNumber }
		});
	});

	test('may come in the same batch as its sale', async () => {
		const before = await level(world.beras);
		const sale = till.sell([[world.beras, 'kg', 1000]]);
		const { events } = await till.send(sale, till.takeBack(sale.id), till.sell([[world.beras, 'kg', 500]]));
		expect(events.map(({ state }) => state)).toEqual(['applied', 'applied', 'applied']);
		expect((await level(world.beras))?.quantity).toBe((before?.quantity ?? 0) - 500);
		await laws();
	});

	test('of another day takes its omzet from the day it happened', async () => {
		const sale = till.sell([[world.beras, 'kg', 1000]]);
		await till.send(sale);
		const sold = await omzetToday();
		db.pass(86_400_000);
		await till.send(till.takeBack(sale.id));
		expect(await omzetToday()).toMatchObject({
			omzet: 0 - (sale.body?.total ?? 0) + (sale.body?.rounding ?? 0),
			sales: -1
		});
		expect(sold.sales).toBeGreaterThan(0);
	});

	test('counts once: a second one is held', async () => {
		const sale = till.sell([[world.beras, 'kg', 500]]);
		await till.send(sale, till.takeBack(sale.id));
		const before = await balance(account.cashDrawer);
		const { events } = await till.send(till.takeBack(sale.id));
		expect(events).toMatchObject([{ state: 'held' }]);
		expect(await balance(account.cashDrawer)).toBe(before);
		expect((await heldOf(db.reader, world.melati.groupId)).at(-1)).toMatchObject({ code: 'sales.already-voided' });
	});

	test('that arrives before its sale waits for it, and is applied when it comes', async () => {
		const before = await level(world.beras);
		const sale = till.sell([[world.beras, 'kg', 500]]);
		const back = till.takeBack(sale.id);
		expect((await till.send(back)).events).toMatchObject([{ state: 'held' }]);
		await till.send(sale);
		expect(await saleById(db.reader, world.melati.groupId, sale.id)).toMatchObject({ voided: true });
		expect(await level(world.beras)).toEqual(before);
		expect((await till.send(back)).events).toMatchObject([{ state: 'applied' }]);
	});

	test('by someone who may not is applied, and looked at', async () => {
		const other = await tillOf(db, world.melati, world.wati);
		const sale = other.sell([[world.beras, 'kg', 500]]);
		const back = other.takeBack(sale.id);
		await other.send(sale, back);
		const found = (await exceptionsOf(db.reader, world.melati.groupId)).filter(
			({ kind }) => kind === 'cashier-without-role'
		);
		expect(found.map(({ subject }) => subject)).toEqual(
			expect.arrayContaining([{ type: 'sale', id: sale.id }, { type: 'event', id: back.id }]) // prettier-ignore
		);
	});
});

describe('a void by a cashier whose role has ended', () => {
	const doubted = async () =>
		(await exceptionsOf(db.reader, world.melati.groupId))
			.filter(({ kind }) => kind === 'cashier-without-role')
			.map(({ subject }) => subject.id);

	test('is judged by when it happened: applied in any case, and looked at when the role was gone', async () => {
		const sales = [till.sell([[world.beras, 'kg', 100]]), till.sell([[world.beras, 'kg', 100]])] as const;
		await till.send(...sales);
		const [early, late] = sales;
		const inTime = db.clock();
		db.pass(60_000);
		await inWork(db, world.sari, world.melati.tenant, (work) => endCashier(work, world.ratna.memberId));
		db.pass(60_000);

		const before = till.takeBack(early.id, { at: inTime });
		const after = till.takeBack(late.id);
		expect((await till.send(before, after)).events).toMatchObject([{ state: 'applied' }, { state: 'applied' }]);
		expect(await doubted()).toContain(after.id);
		expect(await doubted()).not.toContain(before.id);
		await laws();
	});

	test('that waited for its sale is judged when it is applied', async () => {
		const sale = till.sell([[world.beras, 'kg', 100]]);
		const back = till.takeBack(sale.id);
		await till.send(back);
		expect(await doubted()).not.toContain(back.id);
		await till.send(sale);
		expect(await saleById(db.reader, world.melati.groupId, sale.id)).toMatchObject({ voided: true });
		expect(await doubted()).toContain(back.id);
	});
});

describe('stock below zero', () => {
	test('is sold at the last known cost; the purchase that follows posts the difference', async () => {
		const { telur } = world;
		await receive(telur, 10_000, 18_000);
		const sale = till.sell([[telur, 'butir', 15_000]]);
		await till.send(sale);
		expect(await level(telur)).toMatchObject({ quantity: -5000, value: -9000, lastCost: 1800 });
		await receive(telur, 20_000, 40_000);
		expect(await level(telur)).toMatchObject({ quantity: 15_000, value: 30_000, lastCost: 2000 });
		expect(await balance(account.costDifference)).toBe(1000);
		await laws();
	});

	test('goods that come back to it bring a difference of their own', async () => {
		const { tempe } = world;
		await receive(tempe, 2000, 8000);
		const first = till.sell([[tempe, 'papan', 2000]]);
		await till.send(first);
		await receive(tempe, 1000, 6000);
		await till.send(till.sell([[tempe, 'papan', 3000]]));
		expect(await level(tempe)).toMatchObject({ quantity: -2000, value: -12_000 });
		await till.send(till.takeBack(first.id));
		expect(await level(tempe)).toMatchObject({ quantity: 0, value: 0 });
		await laws();
	});
});

describe('goods of other kinds', () => {
	test('consigned: only the commission is omzet, and a void takes that back', async () => {
		const keripik = await consignedChips(db, world, 150);
		const seller = await tillOf(db, world.melati, world.ratna);
		const before = await omzetToday();
		const sale = seller.sell([[keripik, 'bungkus', 2000]]);
		await seller.send(sale);
		expect(await omzetToday()).toMatchObject({ omzet: before.omzet + 3000, gross: before.gross + 20_000 });
		expect(await balance(account.owedToMembers)).toBe(-17_000);
		const { legs } = await entryOfEvent(db.reader, world.melati.groupId, 'sale', sale.id);
		expect(legs.find((leg) => leg.account === account.owedToMembers)).toMatchObject({ partyId: world.wati.memberId });
		await seller.send(seller.takeBack(sale.id));
		expect(await omzetToday()).toEqual(before);
		expect(await balance(account.owedToMembers)).toBe(0);
		await laws();
	});

	test('a service moves no stock, and a sale for nothing posts nothing', async () => {
		const { permak, melati } = world;
		const free = till.sell([[permak, 'potong', 1000, 0]]);
		const mended = till.sell([[permak, 'potong', 1000]]);
		const { events } = await till.send(free, mended, till.takeBack(free.id));
		expect(events.map(({ state }) => state)).toEqual(['applied', 'applied', 'applied']);
		await expect(entryOfEvent(db.reader, melati.groupId, 'sale', free.id)).rejects.toThrow('No such entry');
		expect(await stockOfProduct(db.reader, melati.groupId, permak.productId)).toBeNull();
		await laws();
	});

	test('sold on credit: the customer owes it', async () => {
		const partyId = newId();
		const sale = till.sell([[world.beras, 'kg', 500]], { tender: 'kasbon', partyId });
		await till.send(sale);
		const { legs } = await entryOfEvent(db.reader, world.melati.groupId, 'sale', sale.id);
		expect(legs).toContainEqual({ account: account.owedByCustomers, amount: sale.body?.total, partyId });
	});
});
