/** A number of a bank card that a till sends all the same is kept nowhere, and nothing else of the event is lost. */
import { beforeAll, expect, test } from 'vitest';
import { inWork } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { heldOf } from '#lib/sales/hold.server.ts';
import { saleById } from '#lib/sales/queries.server.ts';
import { releaseHeld } from '#lib/sales/release.server.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { type TestTill, tillOf } from '#tests/support/till.ts';
import { type Village, village } from '#tests/support/village.ts';

const card = '5221 8421 0000 0006';
let db: TestDatabase;
let world: Village;
let till: TestTill;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
	till = await tillOf(db, world.melati, world.ratna);
});

/** All that is kept of what was received. */
const kept = async () => JSON.stringify(await db.reader.selectFrom('received').selectAll().execute());

test('a note with a card number is held without it, sent again it is the same, and recorded its chain goes on', async () => {
	const { melati, beras } = world;
	const sale = till.sell([[beras, 'kg', 1000]], {
		twist: (event) => ({ ...event, body: { ...event.body, note: `kartu ${card} Bu Ida` } })
	});
	expect((await till.send(sale)).events).toMatchObject([{ state: 'held' }]);
	expect((await till.send(sale)).events).toMatchObject([{ state: 'held' }]);
	expect(await kept()).not.toMatch(/5221 ?8421/);
	expect(await kept()).toContain('kartu •••• •••• •••• •••• Bu Ida');

	await inWork(db, world.ani, melati.tenant, (work) => releaseHeld(work, sale.id));
	const { receiptNumber } = present(await saleById(db.reader, melati.groupId, sale.id), 'the sale');
	expect(receiptNumber).toBe(present(sale.body, 'what was sold').receiptNumber);

	const next = till.sell([[beras, 'kg', 1000]]);
	expect(await till.send(next)).toMatchObject({ highest: 2, standing: 'open', events: [{ state: 'applied' }] });
});

test('what is held says which paper the buyer was given, and for how much', async () => {
	const { melati, beras } = world;
	const sale = till.sell([[beras, 'kg', 1000]], {
		twist: (event) => ({ ...event, body: { ...event.body, note: `kartu ${card}` } })
	});
	await till.send(sale);
	const body = present(sale.body, 'what was sold');
	const held = (await heldOf(db.reader, melati.groupId)).find(({ id }) => id === sale.id);
	expect(held).toMatchObject({ receipt: body.receiptNumber, total: body.total });
});
