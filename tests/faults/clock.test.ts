/** Clocks that are wrong: a phone's, before it is corrected; and the server's own, set back in the middle of a shift. */
import { expect, test } from 'vitest';
import { present } from '#lib/kernel/assert.ts';
import { instantOf, later, millisecondsOf } from '#lib/kernel/instant.ts';
import { freshDatabase, morning } from '#tests/support/engines.ts';
import { send, serve, servedShop } from '#tests/support/served.ts';
import { tillOf } from '#tests/support/till.ts';
import { village } from '#tests/support/village.ts';
import { expectWhole } from '#tests/support/whole.ts';

const hour = 3_600_000;
const day = 24 * hour;
const elevenYears = 11 * 365 * day;

test('a phone eleven years behind, a day ahead, or set back in mid-shift sells; time as we hold it never goes back', async () => {
	const shop = await servedShop('sqlite');
	const till = present(shop.tills[0], 'a till');
	const server = await serve(shop);
	const begun = instantOf(Date.now());
	const phone = (offMs: number, offsetMs: number | null) =>
		till.sellSome(1, { at: instantOf(Date.now() + offMs), offsetMs });
	const sales = [
		phone(0, 0),
		phone(-elevenYears, elevenYears),
		phone(-elevenYears, null),
		phone(day, -day),
		phone(day, null),
		phone(-3 * hour, null),
		phone(0, 0)
	];
	for (const sale of sales) expect((await send(server, till, [sale]))?.events).toMatchObject([{ state: 'applied' }]);
	const ended = instantOf(Date.now());
	expect(await server.end('SIGTERM')).toBe(0);

	await shop.look(async (db) => {
		const rows = await db.reader
			.selectFrom('sale')
			.select(['id', 'deviceAt', 'happenedAt', 'clockCorrected'])
			.where('groupId', '=', till.groupId)
			.orderBy('sequence')
			.execute();
		expect(rows.map((row) => row.clockCorrected)).toEqual([0, 1, 1, 1, 1, 1, 0]);
		expect(rows.map((row) => row.happenedAt)).toEqual(rows.map((row) => row.happenedAt).sort());
		for (const { happenedAt } of rows) {
			expect(happenedAt >= later(begun, -1000)).toBe(true);
			expect(happenedAt <= ended).toBe(true);
		}
		const told = sales.map(({ text }) => (JSON.parse(text) as { deviceAt: string }).deviceAt);
		expect(rows.map((row) => row.deviceAt)).toEqual(told);
		await expectWhole(
			db,
			sales.map((sale) => sale.id),
			[till.groupId]
		);
	});
});

test.each([
	['eleven years back', -elevenYears],
	['a day ahead and then back', day],
	['an hour back', -hour]
])('the server set %s in mid-shift loses and doubles nothing, and goes on when it is set right', async (_, offMs) => {
	const db = await freshDatabase();
	const { melati, ratna, telur } = await village(db);
	const till = await tillOf(db, melati, ratna);
	const sale = () => till.sell([[telur, 'butir', 1000]], { at: morning });
	const sales = [sale(), sale(), sale()];
	for (const [index, one] of sales.entries()) {
		db.setClock(index === 1 ? instantOf(millisecondsOf(morning) + offMs) : later(morning, index * 60_000));
		const { events, highest, holes } = await till.send(one);
		expect(events).toMatchObject([{ id: one.id, state: 'applied' }]);
		expect({ highest, holes }).toEqual({ highest: index + 1, holes: [] });
		expect((await till.send(one)).events).toEqual(events);
	}
	await expectWhole(
		db,
		sales.map((one) => one.id),
		[melati.groupId]
	);
});
