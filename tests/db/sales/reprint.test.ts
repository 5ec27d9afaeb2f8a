// A receipt printed again is written down, once, and moves nothing.
import { beforeAll, describe, expect, test } from 'vitest';
import { auditTrail, checkChain } from '#lib/audit/trail.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { exceptionsOf } from '#lib/sales/exceptions.server.ts';
import { heldOf } from '#lib/sales/hold.server.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { type TestTill, tillOf } from '#tests/support/till.ts';
import { type Village, village } from '#tests/support/village.ts';

let db: TestDatabase;
let world: Village;
let till: TestTill;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
	till = await tillOf(db, world.melati, world.ratna);
});

/** What the audit says of reprints of a sale, the latest first. */
async function reprintsOf(saleId: string) {
	const { entries } = await auditTrail(db.reader, world.melati.groupId, { subject: { type: 'sale', id: saleId } });
	return entries.filter(({ action }) => action === 'receipt.reprinted').map(({ facts }) => facts);
}

/** The `count`th print of a sale's receipt. */
const again = (by: TestTill, saleId: Id, count: number, at?: Instant) =>
	by.tell('receipt-printed-again', { saleId, count }, at === undefined ? {} : { at });

const rowsOf = async (table: 'journalEntry' | 'stockMovement' | 'saleReturn') =>
	(await db.reader.selectFrom(table).select('groupId').execute()).length;

describe('a reprint', () => {
	test('stands in the audit with who, how often and when; books and stock stay as they are', async () => {
		const sale = till.sell([[world.beras, 'kg', 1000]]);
		await till.send(sale);
		const before = [await rowsOf('journalEntry'), await rowsOf('stockMovement'), await rowsOf('saleReturn')];
		const happenedAt = db.clock();
		db.pass(60_000);
		const told = [again(till, sale.id, 2, happenedAt), again(till, sale.id, 3)];
		expect((await till.send(...told)).events).toMatchObject([{ state: 'applied' }, { state: 'applied' }]);

		const fact = { cashierId: world.ratna.personId, enrolmentId: till.id, receiptNumber: sale.body?.receiptNumber };
		expect(await reprintsOf(sale.id)).toEqual([
			{ ...fact, count: 3, happenedAt: db.clock() },
			{ ...fact, count: 2, happenedAt }
		]);
		expect([await rowsOf('journalEntry'), await rowsOf('stockMovement'), await rowsOf('saleReturn')]).toEqual(before);
		expect(await checkChain(db.reader, world.melati.groupId)).toMatchObject({ whole: true });
	});

	test('sent again it is told again, and written down once', async () => {
		const sale = till.sell([[world.beras, 'kg', 1000]]);
		const told = again(till, sale.id, 2);
		const first = await till.send(sale, told);
		expect((await till.send(told)).events).toEqual(first.events.slice(1));
		expect(await reprintsOf(sale.id)).toHaveLength(1);
	});

	test('that arrives before its sale waits for it', async () => {
		const sale = till.sell([[world.beras, 'kg', 1000]]);
		const told = again(till, sale.id, 2);
		expect((await till.send(told)).events).toMatchObject([{ state: 'held' }]);
		expect(await reprintsOf(sale.id)).toEqual([]);
		await till.send(sale);
		expect(await reprintsOf(sale.id)).toHaveLength(1);
	});

	test('by someone who may not is written down, and looked at', async () => {
		const other = await tillOf(db, world.melati, world.wati);
		const sale = till.sell([[world.beras, 'kg', 1000]]);
		await till.send(sale);
		const told = again(other, sale.id, 2);
		await other.send(told);
		expect(await reprintsOf(sale.id)).toHaveLength(1);
		expect(await exceptionsOf(db.reader, world.melati.groupId)).toContainEqual(
			expect.objectContaining({ kind: 'cashier-without-role', subject: { type: 'event', id: told.id } })
		);
	});

	test("of another group's sale is held like that of a sale that nobody knows", async () => {
		const sale = till.sell([[world.beras, 'kg', 1000]]);
		await till.send(sale);
		const others = await tillOf(db, world.kenanga, world.joko);
		await others.send(again(others, sale.id, 2), again(others, db.newId(), 2));
		const held = await heldOf(db.reader, world.kenanga.groupId);
		expect(held.map(({ code }) => code)).toEqual(['sales.sale-unknown', 'sales.sale-unknown']);
		expect(await reprintsOf(sale.id)).toEqual([]);
	});
});
