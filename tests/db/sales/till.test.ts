// Tills: a code that is never used again, a clock that may be wrong, a revocation that loses nothing; and who may look.
import { beforeAll, describe, expect, test } from 'vitest';
import { inWork, type Work } from '#lib/db/work.server.ts';
import type { Month } from '#lib/kernel/day.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { instant, later } from '#lib/kernel/instant.ts';
import { entryOfEvent } from '#lib/ledger/journal.server.ts';
import { closeMonth } from '#lib/ledger/periods.server.ts';
import { enrolTill, revokeTill } from '#lib/sales/enrol.server.ts';
import { exceptionsOf } from '#lib/sales/exceptions.server.ts';
import { heldOf, holdEvent } from '#lib/sales/hold.server.ts';
import { highestUnbroken } from '#lib/sales/numbers.ts';
import { saleById, type SalePage, salesOf } from '#lib/sales/queries.server.ts';
import { receiveEvents } from '#lib/sales/receive.server.ts';
import { releaseHeld, retryHeld } from '#lib/sales/release.server.ts';
import { receiptLines } from '#lib/sales/receipt.ts';
import { saleReceipt } from '#lib/sales/sale-receipt.server.ts';
import { readHead } from '#lib/sales/wire.ts';
import { tillById, tillsOf } from '#lib/sales/tills.server.ts';
import { freshDatabase, morning, type TestDatabase } from '#tests/support/engines.ts';
import { type TestTill, tillOf } from '#tests/support/till.ts';
import { type Village, village } from '#tests/support/village.ts';

let db: TestDatabase;
let world: Village;
let till: TestTill;

const hour = 3_600_000;
const day = 24 * hour;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
	till = await tillOf(db, world.melati, world.ratna);
});

const inMelati = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, world.sari, world.melati.tenant, fn);
const sell = (target = till, selling = {}) => target.sell([[world.beras, 'kg', 1000]], selling);
const sold = (saleId: Id) => saleById(db.reader, world.melati.groupId, saleId);

describe('enrolling', () => {
	test('gives codes in order, never one again, and the same answer to the same till', async () => {
		const id = newId();
		const enrol = { id, name: 'HP Bu Wati', personId: world.wati.personId };
		const first = await inMelati((work) => enrolTill(work, enrol));
		await inMelati((work) => revokeTill(work, id));
		const next = await inMelati((work) => enrolTill(work, { ...enrol, id: newId() }));
		expect([till.code, first.code, next.code]).toEqual(['A', 'B', 'C']);
		expect(await inMelati((work) => enrolTill(work, enrol))).toEqual(first);
		expect((await tillsOf(db.reader, world.melati.groupId)).map(({ code, revokedAt }) => [code, revokedAt !== null])).toEqual([['A', false], ['B', true], ['C', false]]); // prettier-ignore
	});
});

describe('the clock of a till', () => {
	test.each([
		['right', 0, 0, 0, false],
		['two hours ahead, measured', 2 * hour, -2 * hour, 0, true],
		['eleven years behind, never measured', -11 * 365 * day, null, null, true],
		['a day ahead, never measured', day, null, 0, true]
	])('%s', async (_, off, offsetMs, happened, corrected) => {
		const before = (await tillById(db.reader, world.melati.groupId, till.id)).numbers.at(-1)?.at;
		db.pass(hour);
		const deviceAt = later(db.clock(), off);
		const sale = sell(till, { at: deviceAt, offsetMs });
		await till.send(sale);
		expect(await sold(sale.id)).toMatchObject({
			happenedAt: happened === null ? (before ?? morning) : later(db.clock(), happened),
			clockCorrected: corrected
		});
	});

	test('a sale before midnight that is received after it counts for its own day', async () => {
		db.setClock(instant('2026-11-22T17:00:00.000Z'));
		const sale = sell(till, { at: instant('2026-11-22T15:59:59.999Z') });
		const next = sell(till, { at: instant('2026-11-22T16:00:00.000Z') });
		await till.send(sale, next);
		expect([(await sold(sale.id)).day, (await sold(next.id)).day]).toEqual(['2026-11-22', '2026-11-23']);
	});

	test('a sale of a closed month keeps its own day and counts for the first open one', async () => {
		const late = await tillOf(db, world.melati, world.ratna);
		db.setClock(instant('2026-12-02T01:00:00.000Z'));
		await inMelati((work) => closeMonth(work, { month: '2026-11' as Month, reason: '' }));
		const sale = sell(late, { at: instant('2026-11-25T01:00:00.000Z') });
		await late.send(sale);
		expect(await sold(sale.id)).toMatchObject({ day: '2026-11-25' });
		expect(await entryOfEvent(db.reader, world.melati.groupId, 'sale', sale.id)).toMatchObject({
			day: '2026-12-01',
			happenedDay: '2026-11-25'
		});
	});
});

describe('a revoked till', () => {
	test('loses nothing: what it sends is held, and a person can apply it at the time it happened', async () => {
		const lost = await tillOf(db, world.melati, world.ratna);
		const sale = sell(lost);
		db.pass(hour);
		await inMelati((work) => revokeTill(work, lost.id));
		const { events, highest } = await lost.send(sale);
		expect(events).toMatchObject([{ state: 'held' }]);
		expect(highest).toBe(1);
		expect((await heldOf(db.reader, world.melati.groupId)).at(-1)).toMatchObject({
			id: sale.id,
			code: 'sales.till-revoked',
			kind: 'till-sale'
		});

		db.pass(hour);
		await inMelati((work) => releaseHeld(work, sale.id));

		expect((await sold(sale.id)).happenedAt).toBe(later(db.clock(), -2 * hour));
		expect((await heldOf(db.reader, world.melati.groupId)).map(({ id }) => id)).not.toContain(sale.id);
		expect((await lost.send(sale)).events).toMatchObject([{ state: 'applied' }]);
		await expect(inMelati((work) => releaseHeld(work, sale.id))).rejects.toMatchObject({
			code: 'sales.already-released'
		});
	});
});

describe('what an older program could not apply', () => {
	test('is tried again: what can be is applied at the time it happened, the rest says why', async () => {
		const target = await tillOf(db, world.melati, world.ratna);
		const good = sell(target);
		const bad = sell(target, { twist: (event: object) => ({ ...event, v: 9 }) });
		for (const { text } of [good, bad]) {
			const sent = { text, head: present(readHead(text), 'a head') };
			await inMelati((work) => holdEvent(work, target.id, sent, { code: 'bug', facts: { logged: 'B001' } }));
		}
		const happened = db.clock();
		db.pass(hour);

		await retryHeld(db);

		expect((await sold(good.id)).happenedAt).toBe(happened);
		const held = await heldOf(db.reader, world.melati.groupId);
		expect(held.find(({ id }) => id === good.id)).toBeUndefined();
		expect(held.find(({ id }) => id === bad.id)).toMatchObject({ code: 'sales.unknown-version' });
	});
});

describe('what is sent under a wrong name', () => {
	test('an event of another till is held and takes no number', async () => {
		const other = await tillOf(db, world.melati, world.ratna);
		const strange = sell(other);
		const before = (await tillById(db.reader, world.melati.groupId, till.id)).numbers;
		expect((await till.send(strange)).events).toMatchObject([{ state: 'held' }]);
		expect((await heldOf(db.reader, world.melati.groupId)).at(-1)).toMatchObject({ code: 'sales.other-till' });
		expect((await tillById(db.reader, world.melati.groupId, till.id)).numbers).toEqual(before);
	});

	test('two events under one number that are not chained are both sold, and a person is told', async () => {
		const sale = sell();
		const twin = sell(till, { twist: (event: object) => ({ ...event, sequence: sale.sequence, previous: null }) });
		await till.send(sale, twin);
		expect(await sold(twin.id)).toMatchObject({ sequence: sale.sequence });
		const found = (await exceptionsOf(db.reader, world.melati.groupId)).filter(
			({ kind }) => kind === 'duplicate-sequence'
		);
		expect(found).toMatchObject([{ subject: { type: 'sale', id: twin.id } }]);
	});

	test('a newer till’s event waits for a newer server', async () => {
		const sale = sell(till, { twist: (event: object) => ({ ...event, kind: 'exchange' }) });
		expect((await till.send(sale)).events).toMatchObject([{ state: 'held' }]);
		await expect(inMelati((work) => releaseHeld(work, sale.id))).rejects.toMatchObject({
			code: 'sales.unknown-version'
		});
	});

	test('a bug met while applying is logged, and the event held under the log’s number', async () => {
		const sale = sell();
		const texts = [sale.text];
		const delivery = { groupId: world.melati.groupId, enrolmentId: till.id, texts };
		await inMelati(async (work) => work.insert('sale', [{ ...(await firstSale(work)), id: sale.id }]));
		const logged: Id[] = [];
		const { events } = await receiveEvents(db, world.ratna, delivery, (_error, eventId) => {
			logged.push(eventId);
			return 'A7F3';
		});
		expect(events).toMatchObject([{ state: 'held' }]);
		expect(logged).toEqual([sale.id]);
		expect((await heldOf(db.reader, world.melati.groupId)).at(-1)).toMatchObject({
			code: 'bug',
			facts: { logged: 'A7F3' }
		});
	});
});

async function firstSale(work: Work) {
	return work.trx.selectFrom('sale').selectAll().where('groupId', '=', work.groupId).limit(1).executeTakeFirstOrThrow();
}

describe('buyers', () => {
	test('come beside the events, and those known stay as they are', async () => {
		const buyer = { id: newId(), name: 'Bu Ida', phone: null };
		const delivery = { groupId: world.melati.groupId, enrolmentId: till.id, texts: [] };
		const deliver = (buyers: readonly (typeof buyer)[]) =>
			receiveEvents(db, world.ratna, { ...delivery, buyers }, () => '');
		const { highest } = await deliver([buyer]);
		await deliver([{ ...buyer, name: 'Bukan Bu Ida' }]);
		const row = await db.reader.selectFrom('party').select('name').where('groupId', '=', world.melati.groupId).where('id', '=', buyer.id).executeTakeFirst(); // prettier-ignore
		expect(row?.name).toBe('Bu Ida');
		expect(highest).toBe(highestUnbroken((await tillById(db.reader, world.melati.groupId, till.id)).numbers));
	});
});

describe('reading', () => {
	test('sales come in pages, the latest day first, each once', async () => {
		const seen: string[] = [];
		let after: SalePage['next'] = null;
		do {
			const page: SalePage = await salesOf(db.reader, world.melati.groupId, { after, limit: 3 });
			seen.push(...page.rows.map((row) => row.id));
			after = page.next;
		} while (after !== null);
		const { rows } = await salesOf(db.reader, world.melati.groupId, { limit: 100 });
		expect(seen).toEqual(rows.map((row) => row.id));
		expect(new Set(seen).size).toBe(seen.length);
		expect(rows.map((row) => row.day)).toEqual(rows.map((row) => row.day).sort().reverse()); // prettier-ignore
	});

	test('a receipt tells shop, goods and sums', async () => {
		const sale = sell();
		await till.send(sale);
		const lines = receiptLines(await saleReceipt(db.reader, world.melati.groupId, sale.id), 'id');
		expect(lines).toEqual(expect.arrayContaining(['          Kube Melati', 'Kasir                   Bu Ratna', 'Beras medium'])); // prettier-ignore
	});
});
