// What tills send is kept, applied once, and answered; nothing that happened is refused.
import { beforeAll, describe, expect, test } from 'vitest';
import { present } from '#lib/kernel/assert.ts';
import { units } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { receiveGoods } from '#lib/inventory/receive.server.ts';
import { stockOfProduct, stockValue } from '#lib/inventory/queries.server.ts';
import { inWork } from '#lib/db/work.server.ts';
import { account } from '#lib/ledger/chart.ts';
import { balanceOf } from '#lib/ledger/balances.server.ts';
import { entryOfEvent } from '#lib/ledger/journal.server.ts';
import { omzetOf } from '#lib/ledger/omzet-queries.server.ts';
import { exceptionsOf } from '#lib/sales/exceptions.server.ts';
import { heldOf } from '#lib/sales/hold.server.ts';
import { saleById } from '#lib/sales/queries.server.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { type TestTill, tillOf } from '#tests/support/till.ts';
import { type Village, village } from '#tests/support/village.ts';
import { dayOf, monthOf } from '#lib/kernel/day.ts';

let db: TestDatabase;
let world: Village;
let till: TestTill;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
	till = await tillOf(db, world.melati, world.ratna);
	const { beras, telur } = world;
	await inWork(db, world.ani, world.melati.tenant, (work) =>
		receiveGoods(work, {
			id: work.newId(),
			supplier: 'Bulog',
			paidFrom: account.bank,
			note: '',
			happenedAt: work.now,
			lines: [
				{ productId: beras.productId, quantity: units(50), cost: rupiah(600_000) },
				{ productId: telur.productId, quantity: units(300), cost: rupiah(555_000) }
			]
		})
	);
});

const omzetToday = async () => {
	const today = dayOf(db.clock(), 'Asia/Makassar');
	return (await omzetOf(db.reader, world.melati.groupId, { today, month: monthOf(today), year: today.slice(0, 4) }))
		.today;
};

describe('a sale for cash', () => {
	test('moves stock, posts a balanced entry and adds to omzet', async () => {
		const { melati, beras, telur } = world;
		const sale = till.sell([[beras, 'kg', 1500], [telur, 'butir', 10_000]]); // prettier-ignore
		const body = present(sale.body, 'the sale');

		const { events, highest, installation } = await till.send(sale);

		expect(events).toMatchObject([{ id: sale.id, state: 'applied' }]);
		expect(highest).toBe(1);
		expect(installation).not.toBe('');
		expect(await stockOfProduct(db.reader, melati.groupId, beras.productId)).toMatchObject({
			quantity: 48_500,
			value: 582_000
		});
		expect(await stockOfProduct(db.reader, melati.groupId, telur.productId)).toMatchObject({
			quantity: 290_000,
			value: 536_500
		});
		const { legs } = await entryOfEvent(db.reader, melati.groupId, 'sale', sale.id);
		expect(legs.reduce((sum, leg) => sum + leg.amount, 0)).toBe(0);
		expect(legs.find((leg) => leg.account === account.cashDrawer)?.amount).toBe(body.total);
		expect(legs.find((leg) => leg.account === account.costOfGoods)?.amount).toBe(18_000 + 18_500);
		expect(await omzetToday()).toMatchObject({ omzet: body.total - body.rounding, sales: 1 });
		expect(await stockValue(db.reader, melati.groupId)).toBe(await balanceOf(db.reader, melati.groupId, account.goods));
		expect(await exceptionsOf(db.reader, melati.groupId)).toEqual([]);
	});

	test('sent again it is told again, and counts once', async () => {
		const sale = till.sell([[world.beras, 'kg', 1000]]);
		const first = await till.send(sale);
		const before = await omzetToday();

		const again = await till.send(sale, sale);

		expect(again.events).toEqual([...first.events, ...first.events]);
		expect(await omzetToday()).toEqual(before);
	});

	test('keeps its lines and payments as they were told', async () => {
		const sale = till.sell([[world.telur, 'rak', 1000]], { tender: 'qris', discount: 500 });
		await till.send(sale);
		const kept = await saleById(db.reader, world.melati.groupId, sale.id);
		expect(kept).toMatchObject({
			discount: 500,
			rounding: 0,
			total: present(sale.body, 'sale').total,
			voided: false,
			taken: null
		});
		expect(kept.lines).toMatchObject([
			{ unit: 'rak', quantity: 1000, normalQuantity: 30_000, discount: 500, kind: 'bought' }
		]);
		expect(kept.payments).toMatchObject([{ tender: 'qris', amount: kept.total }]);
	});
});

describe('what arrives strangely', () => {
	test('the same id with other content is kept apart and shown to a person, once', async () => {
		const doubled = await tillOf(db, world.melati, world.ratna);
		const sale = doubled.sell([[world.beras, 'kg', 1000]]);
		await doubled.send(sale);
		const other = { text: sale.text.replace('"quantity":1000', '"quantity":2000') };

		const answer = await doubled.send(other);
		await doubled.send(other);

		expect(answer.events).toMatchObject([{ id: sale.id, state: 'other-content' }]);
		const found = (await exceptionsOf(db.reader, world.melati.groupId)).filter(({ kind }) => kind === 'other-content');
		expect(found).toMatchObject([{ subject: { type: 'event', id: sale.id } }]);
		expect((await saleById(db.reader, world.melati.groupId, sale.id)).lines).toMatchObject([{ quantity: 1000 }]);
	});

	test('one event that cannot be applied is held, and the others of its batch are not', async () => {
		const good = till.sell([[world.beras, 'kg', 1000]]);
		const bad = till.sell([[world.beras, 'kg', 1000]], {
			twist: (event) => ({ ...event, body: { ...event.body, total: 1 } })
		});
		const next = till.sell([[world.beras, 'kg', 1000]]);

		const { events, holes } = await till.send(good, bad, next);

		expect(events.map(({ state }) => state)).toEqual(['applied', 'held', 'applied']);
		expect(holes).toEqual([]);
		const held = await heldOf(db.reader, world.melati.groupId);
		expect(held).toMatchObject([{ id: bad.id, code: 'sales.sums-differ', facts: { told: 1 } }]);
		await expect(saleById(db.reader, world.melati.groupId, bad.id)).rejects.toThrow('No such sale');
	});

	test('prices and goods that are not on the list are sold all the same, and looked at later', async () => {
		const cheap = till.sell([[world.beras, 'kg', 1000, 100]]);
		const strange = till.sell([[world.beras, 'kg', 1000]], {
			twist: (event) =>
				event.kind === 'sale'
					? {
							...event,
							body: {
								...event.body,
								lines: event.body.lines.map((line) => ({ ...line, productId: db.newId(), unitId: db.newId() }))
							}
						}
					: event
		});
		const { events } = await till.send(cheap, strange);
		expect(events.map(({ state }) => state)).toEqual(['applied', 'applied']);
		const found = await exceptionsOf(db.reader, world.melati.groupId);
		expect(found.filter(({ subject }) => subject.id === cheap.id)).toMatchObject([
			{ kind: 'other-price', facts: { told: 100 } }
		]);
		expect(found.filter(({ subject }) => subject.id === strange.id)).toMatchObject([{ kind: 'unknown-product' }]);
	});

	test('a hole in the numbers has a name', async () => {
		const lost = till.sell([[world.beras, 'kg', 1000]]);
		const next = till.sell([[world.beras, 'kg', 1000]]);
		const { holes, highest } = await till.send(next);
		expect(holes).toEqual([[lost.sequence, lost.sequence]]);
		expect(highest).toBe(lost.sequence - 1);
		expect(await till.send(lost)).toMatchObject({ holes: [], highest: next.sequence });
	});

	test('text that is no event refuses the whole delivery', async () => {
		const sale = till.sell([[world.beras, 'kg', 1000]]);
		await expect(till.send(sale, { text: '{"v":1}' })).rejects.toMatchObject({
			code: 'sales.unreadable-envelope',
			index: 1
		});
		await till.send(sale);
	});
});
