// Limits of law and of the group: a sale that passes one stands, and a person looks at it.
import { beforeAll, describe, expect, test } from 'vitest';
import { auditTrail } from '#lib/audit/trail.server.ts';
import { editProduct } from '#lib/catalog/edit-product.server.ts';
import { productById } from '#lib/catalog/queries.server.ts';
import { inWork } from '#lib/db/work.server.ts';
import { receiptById } from '#lib/inventory/receipt-queries.server.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { account } from '#lib/ledger/chart.ts';
import { saleById } from '#lib/sales/queries.server.ts';
import { type Counter, counterOf } from '#tests/support/counter.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { type TestTill, tillOf } from '#tests/support/till.ts';
import { type Village, village } from '#tests/support/village.ts';

let db: TestDatabase;
let world: Village;
let till: TestTill;
let counter: Counter;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
	till = await tillOf(db, world.melati, world.ratna);
	counter = counterOf(db, world);
	await inWork(db, world.ani, world.melati.tenant, async (work) => {
		await editProduct(work, world.beras.productId, { ceilingClass: 'rice-medium' });
		await editProduct(work, world.telur.productId, { ceilingClass: 'minyakita' });
	});
});

const doubtsOf = async (told: ReturnType<TestTill['sell']>, by = till) => {
	await by.send(told);
	return counter.doubts(told.id);
};

describe('ceilings of law, in Palu', () => {
	test('are kept with the product', async () => {
		const product = await productById(db.reader, world.melati.groupId, world.beras.productId);
		expect(product.ceilingClass).toBe('rice-medium');
	});

	// unit, thousandths, price, reason, doubts: medium rice costs at most Rp13,500 a kilogram in zone 1
	test.each([
		['kg', 1000, 13_500, '', []],
		['kg', 1000, 13_501, '', ['price-over-ceiling']],
		['kg', 333, 13_500, '', []],
		['kg', 1000, 14_000, 'beras dari luar daerah', []]
	] as const)('rice by the %s, %i at %i, "%s"', async (unit, amount, price, reason, doubts) => {
		expect(await doubtsOf(till.sell([[world.beras, unit, amount, price]], { reason }))).toEqual(doubts);
	});

	test('a buyer gets at most two units of MinyaKita', async () => {
		expect(await doubtsOf(till.sell([[world.telur, 'butir', 2000, 15_700]]))).toEqual([]);
		const over = till.sell([[world.telur, 'butir', 1000, 15_700], [world.telur, 'butir', 1500, 15_700]]); // prettier-ignore
		expect(await doubtsOf(over)).toEqual(['over-sale-limit']);
	});
});

describe('discounts', () => {
	const sell = (discount: number, selling = {}, by = till) => doubtsOf(by.sell([[world.tempe, 'papan', 1000, 10_000]], { discount, ...selling }), by); // prettier-ignore

	test('a cashier gives up to the limit of the group', async () => {
		expect(await sell(1000)).toEqual([]);
		expect(await sell(1100)).toEqual(['discount-over-limit']);
		await counter.switchOn({ cashierDiscount: 50 });
		expect(await sell(5000)).toEqual([]);
		await counter.switchOn({});
	});

	test('more with the word of an officer, or by one', async () => {
		expect(await sell(5000, { approvedBy: world.ani.personId })).toEqual([]);
		expect(await sell(5000, {}, await tillOf(db, world.melati, world.sari))).toEqual([]);
	});

	test('the word of another stands in the audit, with who sold; without one nothing does', async () => {
		const sale = till.sell([[world.tempe, 'papan', 1000, 10_000]], { discount: 5000, approvedBy: world.ani.personId });
		const plain = till.sell([[world.tempe, 'papan', 1000, 10_000]]);
		await till.send(sale, plain);
		const told = async (id: string) =>
			(await auditTrail(db.reader, world.melati.groupId, { subject: { type: 'sale', id } })).entries;
		expect(await told(sale.id)).toMatchObject([
			{
				action: 'sale.approved',
				facts: {
					cashierId: world.ratna.personId,
					approvedBy: world.ani.personId,
					receiptNumber: sale.body?.receiptNumber
				}
			}
		]);
		expect(await told(plain.id)).toEqual([]);
	});

	test('the word of someone who may not, or of the cashier again, is none', async () => {
		expect(await sell(5000, { approvedBy: world.wati.personId })).toEqual(['approver-without-role', 'discount-over-limit']); // prettier-ignore
		expect(await sell(0, { approvedBy: world.ratna.personId })).toEqual(['approver-without-role']);
	});
});

describe('what else a sale says', () => {
	test('its note and those of its lines, and who agreed, are kept', async () => {
		const sale = till.sell([[world.beras, 'kg', 1000, 13_000]], {
			approvedBy: world.ani.personId,
			twist: (event) => ({ ...event, body: { ...event.body, note: 'untuk hajatan' } })
		});
		await till.send(sale);
		expect(await saleById(db.reader, world.melati.groupId, sale.id)).toMatchObject({
			note: 'untuk hajatan',
			approvedBy: world.ani.personId,
			returns: [],
			returned: 0,
			lines: [{ note: null, reason: null }]
		});
	});
});

describe('goods at the counter', () => {
	const lines = (cost: number) => [{ productId: world.tempe.productId, quantity: quantity(5000), cost: rupiah(cost) }];

	test('bought out of the drawer come into stock', async () => {
		const drawer = await counter.balance(account.cashDrawer);
		const bought = till.tell('goods-bought', { supplier: 'Pasar Masomba', lines: lines(20_000), total: rupiah(20_000), note: '' }); // prettier-ignore
		const [level] = [(await counter.level(world.tempe))?.quantity ?? 0];
		await till.send(bought);
		expect((await counter.balance(account.cashDrawer)) - drawer).toBe(-20_000);
		expect(((await counter.level(world.tempe))?.quantity ?? 0) - level).toBe(5000);
		expect(await receiptById(db.reader, world.melati.groupId, bought.id)).toMatchObject({ total: 20_000 });
		await counter.laws();
	});

	test('whose sums differ are held', async () => {
		const bought = till.tell('goods-bought', { supplier: '', lines: lines(20_000), total: rupiah(1), note: '' });
		await till.send(bought);
		expect(await counter.heldBy(bought.id)).toBe('sales.sums-differ');
	});

	test('counted, spoilt and used by the group move to what was told', async () => {
		const adjust = (why: 'count' | 'loss' | 'own-use', amount: number) =>
			till.tell('stock-adjusted', { why, note: '', lines: [{ productId: world.tempe.productId, quantity: quantity(amount) }] }); // prettier-ignore
		await till.send(adjust('count', 9000), adjust('loss', 1000), adjust('own-use', 500));
		expect(await counter.level(world.tempe)).toMatchObject({ quantity: 7500 });
		const nothing = adjust('loss', 0);
		await till.send(nothing);
		expect(await counter.heldBy(nothing.id)).toBe('sales.unreadable-event');
		await counter.laws();
	});
});
