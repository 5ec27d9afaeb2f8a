// Goods come in at a cost, are counted, spoil and are used; stock and books say the same.
import { beforeAll, describe, expect, test } from 'vitest';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { later } from '#lib/kernel/instant.ts';
import { quantity, units } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { adjustStock, type Adjustment } from '#lib/inventory/adjust.server.ts';
import { moveStock } from '#lib/inventory/move.server.ts';
import { movementsOf, stockOf, stockOfProduct, stockValue } from '#lib/inventory/queries.server.ts';
import { type GoodsReceipt, receiveGoods, type ReceiptLine } from '#lib/inventory/receive.server.ts';
import { receiptById, receiptsOf } from '#lib/inventory/receipt-queries.server.ts';
import { parseReceiptSource } from '#lib/inventory/receipt-source.ts';
import { balanceOf } from '#lib/ledger/balances.server.ts';
import { account } from '#lib/ledger/chart.ts';
import { entryOfEvent } from '#lib/ledger/journal.server.ts';
import { dayOf } from '#lib/kernel/day.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { consignedChips } from '#tests/support/shop.ts';
import { type Goods, type Village, village } from '#tests/support/village.ts';

let db: TestDatabase;
let world: Village;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
});

const inMelati = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, world.ani, world.melati.tenant, fn);
const inKenanga = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, world.lina, world.kenanga.tenant, fn);

const line = (goods: Goods, count: number, cost: number): ReceiptLine => ({
	productId: goods.productId,
	quantity: units(count),
	cost: rupiah(cost)
});
const receipt = (lines: readonly ReceiptLine[], about: Partial<GoodsReceipt> = {}): GoodsReceipt => ({
	id: newId(),
	supplier: 'Toko Makmur',
	paidFrom: account.cashDrawer,
	note: '',
	happenedAt: db.clock(),
	lines,
	...about
});
const adjustment = (goods: Goods, kind: Adjustment['kind'], thousandths: number): Adjustment => ({
	id: newId(),
	kind,
	productId: goods.productId,
	quantity: quantity(thousandths),
	note: '',
	happenedAt: db.clock()
});
const level = (goods: Goods) => stockOfProduct(db.reader, world.melati.groupId, goods.productId);
const balance = (code: Parameters<typeof balanceOf>[2]) => balanceOf(db.reader, world.melati.groupId, code);

async function law(): Promise<void> {
	expect(await stockValue(db.reader, world.melati.groupId)).toBe(await balance(account.goods));
}

describe('goods received', () => {
	test('are in stock at what they cost, and paid from where it says', async () => {
		const told = receipt([line(world.beras, 50, 600_000), line(world.telur, 300, 555_000)]);
		const { number, total } = await inMelati((work) => receiveGoods(work, told));
		expect({ number, total }).toEqual({ number: 1, total: 1_155_000 });
		expect(await level(world.beras)).toMatchObject({
			quantity: 50_000,
			value: 600_000,
			lastCost: 12_000,
			normalUnit: 'kg'
		});
		expect(await balance(account.cashDrawer)).toBe(-1_155_000);
		expect(await entryOfEvent(db.reader, world.melati.groupId, 'goods-receipt', told.id)).toMatchObject({ memo: '#1' });
		await law();
	});

	test('told twice count once, with the same number', async () => {
		const told = receipt([line(world.tempe, 20, 90_000)], { paidFrom: account.owedToSuppliers });
		const first = await inMelati((work) => receiveGoods(work, told));
		expect(await inMelati((work) => receiveGoods(work, told))).toEqual(first);
		expect(await level(world.tempe)).toMatchObject({ quantity: 20_000, value: 90_000 });
		expect(await balance(account.owedToSuppliers)).toBe(-90_000);
	});

	test('read back as they were told, the latest number first', async () => {
		const { rows, next } = await receiptsOf(db.reader, world.melati.groupId, { limit: 1 });
		expect(rows).toMatchObject([
			{ number: 2, supplier: 'Toko Makmur', paidFrom: account.owedToSuppliers, total: 90_000 }
		]);
		expect(next).toBe(2);
		const [first] = (await receiptsOf(db.reader, world.melati.groupId, { below: next })).rows;
		expect(await receiptById(db.reader, world.melati.groupId, first?.id ?? newId())).toMatchObject({
			number: 1,
			lines: [{ name: 'Beras medium', unit: 'kg', quantity: 50_000, cost: 600_000 }, { name: 'Telur ayam', unit: 'butir' }]
		}); // prettier-ignore
	});

	test.each([
		['no lines', () => receipt([]), 'inventory.nothing-received'],
		['a cost that no price may be', () => receipt([{ ...line(world.beras, 1, 2_000_000_000), quantity: quantity(1000) }]), 'inventory.cost-too-high'],
		['a service', () => receipt([line(world.permak, 1, 1000)]), 'inventory.not-kept'],
		['goods of another group', () => receipt([line(world.kue, 1, 1000)]), 'kernel.not-found'],
		['tomorrow', () => receipt([line(world.beras, 1, 1000)], { happenedAt: later(db.clock(), 86_400_000) }), 'inventory.in-the-future']
	])('are refused: %s', async (_, told, code) => {
		await expect(inMelati((work) => receiveGoods(work, told()))).rejects.toMatchObject({ code });
	}); // prettier-ignore

	test('of a member, to be sold for a part: counted, worth nothing to the group, and never bought', async () => {
		const { productId } = await consignedChips(db, world, 100);
		const consigned = { productId, quantity: units(30), cost: rupiah(0) };
		await inMelati((work) => receiveGoods(work, receipt([consigned])));
		expect(await stockOfProduct(db.reader, world.melati.groupId, productId)).toMatchObject({
			quantity: 30_000,
			value: 0
		});
		const bought = receipt([{ ...consigned, cost: rupiah(1) }]);
		await expect(inMelati((work) => receiveGoods(work, bought))).rejects.toMatchObject({
			code: 'inventory.consigned-has-no-cost'
		});
		await law();
	});
});

describe('stock that is other than the record says', () => {
	test('counted less: what is missing is a cost', async () => {
		const before = await balance(account.shrinkage);
		await inMelati((work) => adjustStock(work, adjustment(world.beras, 'count', 48_000)));
		expect(await level(world.beras)).toMatchObject({ quantity: 48_000, value: 576_000 });
		expect((await balance(account.shrinkage)) - before).toBe(24_000);
		await law();
	});

	test('counted more: it comes in at the last known cost', async () => {
		await inMelati((work) => adjustStock(work, adjustment(world.beras, 'count', 48_500)));
		expect(await level(world.beras)).toMatchObject({ quantity: 48_500, value: 582_000 });
		await law();
	});

	test('counted the same: nothing is posted, and told twice it counts once', async () => {
		const told = adjustment(world.beras, 'count', 48_500);
		const before = await balance(account.goods);
		await inMelati((work) => adjustStock(work, told));
		await inMelati((work) => adjustStock(work, { ...told, quantity: quantity(1) }));
		expect(await balance(account.goods)).toBe(before);
	});

	test('spoiled and used by ourselves: two different costs', async () => {
		await inMelati((work) => adjustStock(work, adjustment(world.telur, 'loss', 10_000)));
		await inMelati((work) => adjustStock(work, adjustment(world.telur, 'own-use', 4000)));
		expect(await level(world.telur)).toMatchObject({ quantity: 286_000, value: 529_100 });
		expect(await balance(account.ownUse)).toBe(7400);
		await law();
	});

	test('sold before it was bought, then counted: the guess is settled, and Σ value stays the inventory account', async () => {
		const before = await balance(account.shrinkage);
		await inMelati((work) => adjustStock(work, adjustment(world.tempe, 'loss', 25_000)));
		expect(await level(world.tempe)).toMatchObject({ quantity: -5000, value: -22_500 });
		await inMelati((work) => adjustStock(work, adjustment(world.tempe, 'count', 5000)));
		expect(await level(world.tempe)).toMatchObject({ quantity: 5000, value: 22_500 });
		expect((await balance(account.shrinkage)) - before).toBe(112_500 - 45_000);
		await law();
	});
});

describe('the stock card', () => {
	test('of a product tells every movement, the latest first, and they sum to what is there', async () => {
		const { groupId } = world.melati;
		const { productId } = world.beras;
		const first = await movementsOf(db.reader, groupId, productId, { limit: 2 });
		const rest = await movementsOf(db.reader, groupId, productId, { after: first.next });
		const all = [...first.rows, ...rest.rows];
		expect(all.map(({ kind }) => kind)).toEqual(['count', 'count', 'receipt']);
		expect(all.reduce((sum, one) => sum + one.quantity, 0)).toBe(48_500);
		expect(all.reduce((sum, one) => sum + one.value, 0)).toBe(582_000);
		expect(rest.next).toBeNull();
	});
});

test('what can pay for goods', () => {
	expect(parseReceiptSource('1-1100')).toBe(account.cashDrawer);
	expect(parseReceiptSource('1-1400')).toBeNull();
});

describe('another group', () => {
	const nobody = newId();
	let receiptId: Id;

	beforeAll(async () => {
		const told = receipt([line(world.beras, 1, 12_000)]);
		receiptId = told.id;
		await inMelati((work) => receiveGoods(work, told));
	});

	const move = (goods: { readonly productId: Id }) => (work: Work) =>
		moveStock(work, [
			{
				productId: goods.productId,
				kind: 'loss',
				change: { out: quantity(1) },
				source: { type: 'stock-adjustment', id: work.newId(), line: 0 },
				day: dayOf(work.now, 'Asia/Makassar'),
				happenedAt: work.now
			}
		]);
	const unknown = { productId: nobody };

	otherGroup('receiveGoods', {
		owner: () => inMelati((work) => receiveGoods(work, receipt([line(world.beras, 1, 100)]))),
		other: () => inKenanga((work) => receiveGoods(work, receipt([line(world.beras, 1, 100)]))),
		random: () => inKenanga((work) => receiveGoods(work, receipt([{ ...line(world.beras, 1, 100), ...unknown }])))
	});
	otherGroup('adjustStock', {
		owner: async () => {
			await inMelati((work) => adjustStock(work, adjustment(world.telur, 'loss', 1000)));
			return level(world.telur);
		},
		other: () => inKenanga((work) => adjustStock(work, adjustment(world.telur, 'loss', 1000))),
		random: () => inKenanga((work) => adjustStock(work, { ...adjustment(world.telur, 'loss', 1000), ...unknown }))
	});
	otherGroup('moveStock', {
		owner: () => inMelati(move(world.beras)),
		other: () => inKenanga(move(world.beras)).catch(refused),
		random: () => inKenanga(move(unknown)).catch(refused)
	});
	otherGroup('stockOf', {
		owner: () => stockOf(db.reader, world.melati.groupId),
		other: async () => (await stockOf(db.reader, world.kenanga.groupId)).filter(({ productId }) => productId !== world.kue.productId),
		random: () => stockOf(db.reader, nobody)
	}); // prettier-ignore
	otherGroup('stockOfProduct', {
		owner: () => stockOfProduct(db.reader, world.melati.groupId, world.beras.productId),
		other: () => stockOfProduct(db.reader, world.kenanga.groupId, world.beras.productId),
		random: () => stockOfProduct(db.reader, world.kenanga.groupId, nobody)
	});
	otherGroup('stockValue', {
		owner: () => stockValue(db.reader, world.melati.groupId),
		other: () => stockValue(db.reader, world.kenanga.groupId),
		random: () => stockValue(db.reader, nobody)
	});
	otherGroup('movementsOf', {
		owner: () => movementsOf(db.reader, world.melati.groupId, world.beras.productId),
		other: () => movementsOf(db.reader, world.kenanga.groupId, world.beras.productId),
		random: () => movementsOf(db.reader, world.kenanga.groupId, nobody)
	});
	otherGroup('receiptsOf', {
		owner: () => receiptsOf(db.reader, world.melati.groupId),
		other: () => receiptsOf(db.reader, world.kenanga.groupId),
		random: () => receiptsOf(db.reader, nobody)
	});
	otherGroup('receiptById', {
		owner: () => receiptById(db.reader, world.melati.groupId, receiptId),
		other: () => receiptById(db.reader, world.kenanga.groupId, receiptId),
		random: () => receiptById(db.reader, world.kenanga.groupId, nobody)
	});
});

/** The engine's own refusal of a foreign key, whose words name the engine and not the row. */
function refused(error: unknown): never {
	throw new Error(error instanceof Error ? 'refused by the engine' : 'not an error');
}
