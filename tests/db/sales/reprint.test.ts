// A receipt printed again is written down, once, and moves nothing.
import { beforeAll, describe, expect, test } from 'vitest';
import { auditTrail, checkChain } from '#lib/audit/trail.server.ts';
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

const rowsOf = async (table: 'journalEntry' | 'stockMovement' | 'saleReturn') =>
	(await db.reader.selectFrom(table).select('groupId').execute()).length;

describe('a reprint', () => {
	test('stands in the audit with who, how often and when; books and stock stay as they are', async () => {
		const sale = till.sell([[world.beras, 'kg', 1000]]);
		await till.send(sale);
		const before = [await rowsOf('journalEntry'), await rowsOf('stockMovement'), await rowsOf('saleReturn')];
		const happenedAt = db.clock();
		db.pass(60_000);
		const again = [till.reprint(sale.id, 1, { at: happenedAt }), till.reprint(sale.id, 2)];
		expect((await till.send(...again)).events).toMatchObject([{ state: 'applied' }, { state: 'applied' }]);

		const fact = { cashierId: world.ratna.personId, enrolmentId: till.id };
		expect(await reprintsOf(sale.id)).toEqual([
			{ ...fact, prints: 2, happenedAt: db.clock() },
			{ ...fact, prints: 1, happenedAt }
		]);
		expect([await rowsOf('journalEntry'), await rowsOf('stockMovement'), await rowsOf('saleReturn')]).toEqual(before);
		expect(await checkChain(db.reader, world.melati.groupId)).toMatchObject({ whole: true });
	});

	test('sent again it is told again, and written down once', async () => {
		const sale = till.sell([[world.beras, 'kg', 1000]]);
		const again = till.reprint(sale.id, 1);
		const first = await till.send(sale, again);
		expect((await till.send(again)).events).toEqual(first.events.slice(1));
		expect(await reprintsOf(sale.id)).toHaveLength(1);
	});

	test('that arrives before its sale waits for it', async () => {
		const sale = till.sell([[world.beras, 'kg', 1000]]);
		const again = till.reprint(sale.id, 1);
		expect((await till.send(again)).events).toMatchObject([{ state: 'held' }]);
		expect(await reprintsOf(sale.id)).toEqual([]);
		await till.send(sale);
		expect(await reprintsOf(sale.id)).toHaveLength(1);
	});

	test('by someone who may not is written down, and looked at', async () => {
		const other = await tillOf(db, world.melati, world.wati);
		const sale = till.sell([[world.beras, 'kg', 1000]]);
		await till.send(sale);
		const again = other.reprint(sale.id, 1);
		await other.send(again);
		expect(await reprintsOf(sale.id)).toHaveLength(1);
		expect(await exceptionsOf(db.reader, world.melati.groupId)).toContainEqual(
			expect.objectContaining({ kind: 'cashier-without-role', subject: { type: 'event', id: again.id } })
		);
	});

	test("of another group's sale is held like that of a sale that nobody knows", async () => {
		const sale = till.sell([[world.beras, 'kg', 1000]]);
		await till.send(sale);
		const others = await tillOf(db, world.kenanga, world.joko);
		await others.send(others.reprint(sale.id, 1), others.reprint(db.newId(), 1));
		const held = await heldOf(db.reader, world.kenanga.groupId);
		expect(held.map(({ code }) => code)).toEqual(['sales.sale-unknown', 'sales.sale-unknown']);
		expect(await reprintsOf(sale.id)).toEqual([]);
	});
});
