/** An aid day of 306 families, sent through the door at night and held against the bank's file, on each engine. */
import { beforeAll, expect, test } from 'vitest';
import { instant, later } from '#lib/kernel/instant.ts';
import { account } from '#lib/ledger/chart.ts';
import { cardDay } from '#lib/sales/card-day.server.ts';
import { type AidDay, expectFive, families, readyForAid, sellAidDay, untilSentMs } from '#tests/support/aid-day.ts';
import { type Counter, counterOf } from '#tests/support/counter.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { type TestTill, tillOf } from '#tests/support/till.ts';
import { type Village, village } from '#tests/support/village.ts';

const opened = instant('2026-11-21T00:00:00.000Z');

let db: TestDatabase;
let v: Village;
let counter: Counter;
let tills: readonly TestTill[];
let aid: AidDay;

beforeAll(async () => {
	db = await freshDatabase();
	v = await village(db);
	counter = counterOf(db, v);
	tills = [await tillOf(db, v.melati, v.ratna), await tillOf(db, v.melati, v.ani)];
	const machineIds = await readyForAid(db, v, db.clock());
	db.setClock(later(opened, untilSentMs));
	aid = sellAidDay(v, tills, machineIds, opened);
});

test('all sales arrive, are paid as they said, and none is doubted', async () => {
	for (const [at, till] of tills.entries()) {
		const own = aid.salesOf(at);
		for (let from = 0; from < own.length; from += 50) {
			const { events } = await till.send(...own.slice(from, from + 50));
			expect(new Set(events.map(({ state }) => state))).toEqual(new Set(['applied']));
		}
		await till.send(...own.slice(0, 50));
	}
	await counter.laws();
	const { groupId } = v.melati;
	const sales = await db.reader.selectFrom('sale').select('day').where('groupId', '=', groupId).execute();
	expect(sales).toHaveLength(families);
	expect(new Set(sales.map((sale) => sale.day))).toEqual(new Set([aid.today]));
	const doubts = await Promise.all(aid.swipes.map(({ sale }) => counter.doubts(sale.id)));
	expect(doubts.flat()).toEqual([]);
	expect(await counter.balance(account.cardInTransit)).toBe(aid.paid);
	const { byBank } = await cardDay(db.reader, groupId, { day: aid.today, today: aid.today });
	expect(byBank).toEqual([{ bank: 'BRI', count: families, total: aid.paid }]);
});

test('of the bank file exactly the five that are wrong are found, and the rest is in the bank', async () => {
	await expectFive(db, v, aid);
	await counter.laws();
});
