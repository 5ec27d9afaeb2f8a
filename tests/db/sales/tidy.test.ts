// The bytes of what tills sent go after 400 days; that it was received is known for good.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { inWork } from '#lib/db/work.server.ts';
import { newId } from '#lib/kernel/id.ts';
import { later } from '#lib/kernel/instant.ts';
import { releaseHeld } from '#lib/sales/release.server.ts';
import { saleById } from '#lib/sales/queries.server.ts';
import { tidyEvents } from '#lib/sales/tidy.server.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { type TestTill, tillOf } from '#tests/support/till.ts';
import { type Village, village } from '#tests/support/village.ts';

const keptMs = 400 * 86_400_000;
let db: TestDatabase;
let world: Village;
let till: TestTill;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
});

/** A till of its own for each, since one that says two things under one number is frozen. */
beforeEach(async () => {
	till = await tillOf(db, world.melati, world.ratna);
});

const sell = () => till.sell([[world.beras, 'kg', 1000]]);

/** The bytes kept of each event. */
async function bodies(...ids: readonly string[]): Promise<(string | null | undefined)[]> {
	const rows = await db.reader.selectFrom('received').select(['id', 'body']).where('tenantId', '=', world.melati.groupId).execute(); // prettier-ignore
	const byId = new Map<string, string | null>(rows.map(({ id, body }) => [id, body]));
	return ids.map((id) => byId.get(id));
}

test('bytes are kept to the last moment of 400 days, then dropped, however many there are', async () => {
	const old = Array.from({ length: 205 }, sell);
	await till.send(...old);
	db.pass(1);
	const young = sell();
	await till.send(young);
	db.pass(keptMs - 1);
	await tidyEvents(db);
	expect(await bodies(young.id, old[0]?.id ?? '')).toEqual([young.text, old[0]?.text]);

	db.pass(1);
	await tidyEvents(db);
	expect(new Set(await bodies(...old.map(({ id }) => id)))).toEqual(new Set([null]));
	expect(await bodies(young.id)).toEqual([young.text]);
});

test('an event whose bytes are gone is told again when it is the same, and refused when it is another', async () => {
	const sale = sell();
	const first = await till.send(sale);
	db.pass(keptMs + 1);
	await tidyEvents(db);
	expect((await till.send(sale)).events).toEqual(first.events);
	const other = { text: sale.text.replace('"quantity":1000', '"quantity":2000') };
	expect((await till.send(other)).events).toMatchObject([{ id: sale.id, state: 'other-content' }]);
	expect((await saleById(db.reader, world.melati.groupId, sale.id)).lines).toMatchObject([{ quantity: 1000 }]);
});

test('what is held keeps its bytes as long as it waits, and can be applied from them', async () => {
	const sale = sell();
	const back = till.takeBack(sale.id);
	await till.send(back);
	db.pass(keptMs + 1);
	await tidyEvents(db);
	expect(await bodies(back.id)).toEqual([back.text]);

	await till.send(sale);
	expect(await saleById(db.reader, world.melati.groupId, sale.id)).toMatchObject({ voided: true });
	await expect(inWork(db, world.sari, world.melati.tenant, (work) => releaseHeld(work, back.id))).rejects.toThrow();
	await tidyEvents(db);
	expect(await bodies(back.id)).toEqual([null]);
});

test('what early versions kept of forms goes at once', async () => {
	const form = newId();
	await inWork(db, world.sari, world.melati.tenant, (work) =>
		work.insert('received', [
			{ tenantId: work.groupId, id: form, kind: 'form', hash: '', seq: work.seq, receivedAt: later(work.now, 0), outcome: 'applied', answer: null, body: 'Bu Ida' }
		])
	); // prettier-ignore
	await tidyEvents(db);
	expect(await bodies(form)).toEqual([null]);
});
