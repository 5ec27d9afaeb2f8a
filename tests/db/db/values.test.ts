/** What crosses into and out of the database: the same on both engines, and nothing that one of them would bend. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { readPrepared } from '#lib/db/open.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import { PLATFORM } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { Bug } from '#lib/kernel/assert.ts';
import { tester } from '#tests/support/bare-group.ts';
import { freshDatabase, pastTheRooms } from '#tests/support/engines.ts';

const db = await freshDatabase();
const largest = Number.MAX_SAFE_INTEGER;

/** The three ways by which a value reaches the database. */
const ways: Record<string, (work: Work, series: string, value: unknown) => Promise<unknown>> = {
	'an insert of the work': (work, series, value) =>
		work.insert('counter', [{ tenantId: 'platform', series, value: value as number }]),
	'a query built in the work': (work, series, value) =>
		work.trx
			.insertInto('counter')
			.values({ tenantId: 'platform', series, value: value as number })
			.execute(),
	'a prepared query': (work, series, value) => work.run(putCounter, { series, value: value as number })
};

const putCounter = prepared((on, p: { series: string; value: number }) =>
	on.insertInto('counter').values({ tenantId: 'platform', ...p })
);

const counter = prepared((on, p: { series: string }) =>
	on
		.selectFrom('counter')
		.select(['tenantId', 'value'])
		.where('tenantId', '=', 'platform')
		.where('series', '=', p.series)
);

const refused: [string, unknown][] = [
	['a fraction', 0.5],
	['a number beyond 2^53', 2 ** 53],
	['a negative number beyond 2^53', -(2 ** 53)],
	['a bigint beyond 2^53', 9_007_199_254_740_993n],
	['not a number', Number.NaN],
	['infinity', Number.POSITIVE_INFINITY],
	['true', true],
	['a Date', new Date(0)],
	['undefined', undefined],
	['bytes', new Uint8Array([1])],
	['an object', { amount: 1 }],
	['a list', [1]]
];

describe.each(Object.keys(ways))('by %s', (way) => {
	const write = (series: string, value: unknown) =>
		inWork(db, tester, PLATFORM, (work) => Promise.resolve(ways[way]?.(work, `${way} ${series}`, value)));

	test.each(refused)('%s is refused', async (what, value) => {
		await expect(write(what, value)).rejects.toBeInstanceOf(Error);
		expect(await readPrepared(db, counter, { series: `${way} ${what}` })).toEqual([]);
	});

	test.each([0, -0, 1, -1, largest, -largest])('%d is kept as it is', async (value) => {
		const series = `number ${Object.is(value, -0) ? 'minus zero' : value}`;
		await write(series, value);
		const rows = await readPrepared(db, counter, { series: `${way} ${series}` });
		expect(rows).toEqual([{ tenantId: 'platform', value: value === 0 ? 0 : value }]);
	});
});

test.each([
	['NUL', 'a\0b'],
	['half a character', 'a\ud800b']
])('text with %s is refused: one engine could not keep it, another would change it', async (_, text) => {
	const write = inWork(db, tester, PLATFORM, (work) =>
		work.insert('counter', [{ tenantId: 'platform', series: text, value: 1 }])
	);
	await expect(write).rejects.toBeInstanceOf(Bug);
});

test.each([
	'',
	' ',
	'Bu Ida',
	"Nur'aini; drop table sale --",
	'🥚 telur',
	'é',
	'e\u0301',
	'garis\nbaru\ttab',
	'\\',
	'%_',
	'x'.repeat(100_000)
])('text is kept letter by letter: %j', async (text) => {
	await inWork(db, tester, PLATFORM, (work) =>
		work.insert('ruleValue', [{ key: text, validFrom: '2026-11-21', validTo: null, value: text, source: '' }])
	);
	const found = await db.reader.selectFrom('ruleValue').selectAll().where('key', '=', text).execute();
	expect(found).toEqual([{ key: text, validFrom: '2026-11-21', validTo: null, value: text, source: '' }]);
});

describe('reading', () => {
	test('a whole number beyond 2^53 is a Bug, not another number', async () => {
		await pastTheRooms(db.source, `insert into rule_value values ('huge', '9007199254740993', null, '', '')`);
		const huge = sql<{ n: number }>`select cast(valid_from as bigint) as n from rule_value where key = 'huge'`;
		await expect(inWork(db, tester, PLATFORM, (work) => huge.execute(work.trx))).rejects.toBeInstanceOf(Bug);
	});

	test('a fraction is a Bug: no division or average is made in SQL', async () => {
		const half = sql<{ n: number }>`select cast(1 as real) / 2 as n`;
		await expect(inWork(db, tester, PLATFORM, (work) => half.execute(work.trx))).rejects.toBeInstanceOf(Bug);
	});

	test('sums, counts and truths are numbers on both engines', async () => {
		const row = await inWork(db, tester, PLATFORM, async (work) => {
			await work.insert('counter', [
				{ tenantId: 'platform', series: 'sum one', value: 1_000_000_000_000 },
				{ tenantId: 'platform', series: 'sum two', value: 5 }
			]);
			return work.reader
				.selectFrom('counter')
				.select(({ fn, eb }) => [
					fn.sum<number>('value').as('sum'),
					fn.countAll<number>().as('count'),
					eb('series', '=', 'x').as('truth')
				])
				.where('tenantId', '=', 'platform')
				.where('series', 'like', 'sum %')
				.groupBy('truth')
				.executeTakeFirstOrThrow();
		});
		expect(row).toEqual({ sum: 1_000_000_000_005, count: 2, truth: 0 });
	});

	test('text sorts by its bytes on both engines: capitals first, dashes count', async () => {
		const words = ['b', 'B', 'a', 'A', 'a-b', 'ab', 'a b', 'é', 'z', '1', '10', '2'];
		await inWork(db, tester, PLATFORM, (work) =>
			work.insert(
				'counter',
				words.map((word) => ({ tenantId: 'platform', series: `sort ${word}`, value: 1 }))
			)
		);
		const rows = await db.reader
			.selectFrom('counter')
			.select('series')
			.where('series', 'like', 'sort %')
			.orderBy('series')
			.execute();
		expect(rows.map((row) => row.series)).toEqual(words.map((word) => `sort ${word}`).sort());
	});

	test('nothing streams', async () => {
		const stream = async (): Promise<void> => {
			for await (const _ of db.reader.selectFrom('head').selectAll().stream()) return;
		};
		await expect(stream()).rejects.toThrow('nothing streams');
	});

	test('a reader cannot write, whatever it is told', async () => {
		const sneaky = sql`update head set seq = 0`;
		await expect(sneaky.execute(db.reader as never)).rejects.toThrow(/readonly|read-only/);
		await expect(db.rows('update head set seq = 0', [])).rejects.toThrow(/readonly|read-only/);
	});
});
