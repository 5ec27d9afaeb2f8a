/** SQLite's one writer: who shares a commit, and what happens to the others when one of them breaks it. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import type { Gate } from '#lib/db/gate.server.ts';
import { GroupCommit, groupMax } from '#lib/db/group-commit.server.ts';
import { openSqliteFile, type SqliteLink } from '#lib/db/sqlite.server.ts';
import { Bug } from '#lib/kernel/assert.ts';

const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-group-'));
afterAll(() => {
	rmSync(folder, { recursive: true });
});

interface Shop {
	readonly link: SqliteLink;
	readonly writer: GroupCommit;
	/** What another connection sees. */
	readonly sales: () => string[];
	/** How often something was made durable since the shop opened. */
	readonly commits: () => number;
}

let shops = 0;

/** A database with one table, on which a sale named `rollback` ends the whole transaction, and `abort` its statement. */
function openShop(): Shop {
	const file = join(folder, `${++shops}.db`);
	const link = openSqliteFile(file);
	link.raw.exec(`
		create table sale (name text primary key) strict;
		create table line (sale text references sale (name) deferrable initially deferred) strict;
		create trigger rollback_sale before insert on sale when new.name = 'rollback'
			begin select raise(rollback, 'the transaction is gone'); end;
		create trigger abort_sale before insert on sale when new.name = 'abort'
			begin select raise(abort, 'the statement is gone'); end;`);
	link.raw.pragma('wal_checkpoint(truncate)');
	const other = new Sqlite(file, { readonly: true });
	return {
		link,
		writer: new GroupCommit(link, { gatherMilliseconds: Number.POSITIVE_INFINITY }),
		sales: () => other.prepare<[], string>('select name from sale order by name').pluck().all(),
		commits: () => commitsIn(readFileSync(`${file}-wal`))
	};
}

/** The number of frames in a write-ahead log that end a commit (https://sqlite.org/fileformat2.html#walformat). */
function commitsIn(log: Buffer): number {
	if (log.length < 32) return 0;
	const frameBytes = 24 + log.readUInt32BE(8);
	let commits = 0;
	for (let at = 32; at + frameBytes <= log.length; at += frameBytes) {
		const isOfThisLog = log.readBigUInt64BE(at + 8) === log.readBigUInt64BE(16);
		if (isOfThisLog && log.readUInt32BE(at + 4) > 0) commits += 1;
	}
	return commits;
}

const sell =
	(name: string) =>
	async (gate: Gate): Promise<string> => {
		await gate.camelRows('insert into sale (name) values (?)', [name]);
		return name;
	};

const names = (count: number): string[] =>
	Array.from({ length: count }, (_, index) => `sale ${String(index).padStart(3, '0')}`);

describe('sharing', () => {
	test('sixty-four works that wait share one commit; the sixty-fifth waits for the next', async () => {
		const { writer, sales, commits } = openShop();
		expect(groupMax).toBe(64);
		await Promise.all(names(64).map((name) => writer.write('', sell(name))));
		expect(commits()).toBe(1);
		await Promise.all(
			names(129)
				.slice(64)
				.map((name) => writer.write('', sell(name)))
		);
		expect(commits()).toBe(3);
		expect(sales()).toEqual(names(129));
	});

	test('nobody is answered before the commit', async () => {
		const { writer, sales } = openShop();
		const seen: number[] = [];
		await Promise.all(
			names(5).map(async (name) => {
				await writer.write('', sell(name));
				seen.push(sales().length);
			})
		);
		expect(seen).toEqual([5, 5, 5, 5, 5]);
	});

	test('works run strictly one after another, in the order they came', async () => {
		const { writer } = openShop();
		const told: string[] = [];
		const slowly = (name: string) => async (gate: Gate) => {
			told.push(`${name} begins`);
			for (let turn = 0; turn < 5; turn++) await gate.camelRows('select 1', []);
			told.push(`${name} ends`);
		};
		await Promise.all([writer.write('', slowly('one')), writer.write('', slowly('two'))]);
		expect(told).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
	});

	test('each work runs in the context of its own caller', async () => {
		const { writer } = openShop();
		const request = new AsyncLocalStorage<string>();
		const ask = (name: string) => request.run(name, () => writer.write('', () => Promise.resolve(request.getStore())));
		expect(await Promise.all([ask('first'), ask('second')])).toEqual(['first', 'second']);
	});

	test('no work is forgotten, however many turns after an answer it comes', async () => {
		const { writer, sales } = openShop();
		let count = 0;
		for (let turns = 0; turns < 40; turns++) {
			await writer.write('', sell(`sale ${++count}`));
			for (let turn = 0; turn < turns; turn++) await Promise.resolve();
			await writer.write('', sell(`sale ${++count}`));
		}
		expect(sales()).toHaveLength(80);
	});
});

describe('a work that fails', () => {
	test('is undone alone: the others of its group are kept by the same commit', async () => {
		const { writer, sales, commits } = openShop();
		const outcomes = await Promise.allSettled([
			writer.write('', sell('before')),
			writer.write('', async (gate) => {
				await sell('half')(gate);
				throw new Error('no');
			}),
			writer.write('', async (gate) => {
				await sell('other half')(gate);
				await sell('abort')(gate);
			}),
			writer.write('', sell('after'))
		]);
		expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
		expect(sales()).toEqual(['after', 'before']);
		expect(commits()).toBe(1);
	});
});

describe('a work that takes the whole transaction with it', () => {
	test('fails, and every other work of its group runs again alone and is answered right', async () => {
		const { writer, sales } = openShop();
		const runs = new Map<string, number>();
		const counted = (name: string) => (gate: Gate) => {
			runs.set(name, (runs.get(name) ?? 0) + 1);
			return sell(name)(gate);
		};
		const asked = [...names(31), 'rollback', ...names(63).slice(31)];
		const outcomes = await Promise.allSettled(asked.map((name) => writer.write('', counted(name))));
		expect(outcomes[31]).toMatchObject({ status: 'rejected', reason: { message: 'the transaction is gone' } });
		const answered = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'rollback'));
		expect(answered).toEqual(asked);
		expect(sales()).toEqual(names(63));
		expect(runs.get('sale 000')).toBe(2);
		expect(runs.get('sale 062')).toBe(1);
	});

	test('keeps nothing of its own, even when it caught the error and went on', async () => {
		const { writer, sales } = openShop();
		const stubborn = writer.write('', async (gate) => {
			await sell('mine before')(gate);
			await sell('rollback')(gate).catch(() => undefined);
			await sell('mine after')(gate).catch(() => undefined);
			return 'all is well';
		});
		const neighbour = writer.write('', sell('neighbour'));
		await expect(stubborn).rejects.toThrow('the transaction is gone');
		expect(await neighbour).toBe('neighbour');
		expect(sales()).toEqual(['neighbour']);
	});

	test('a full disk does so: what fits is kept, what does not is refused, and nothing is said to be kept that is not', async () => {
		const { link, writer, sales } = openShop();
		const pages = Number(link.raw.pragma('page_count', { simple: true }));
		link.raw.pragma(`max_page_count = ${pages + 6}`);
		const big = (name: string) => sell(`${name} ${'x'.repeat(3000)}`);
		const outcomes = await Promise.allSettled([
			...names(10).map((name) => writer.write('', sell(name))),
			...names(20).map((name) => writer.write('', big(name))),
			writer.write('', sell('small and last'))
		]);
		const kept = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
		const errors = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
		expect(sales()).toEqual([...kept].sort());
		expect(kept).toEqual(expect.arrayContaining(names(10)));
		expect(errors.length).toBeGreaterThan(0);
		for (const error of errors) expect(error).toMatchObject({ code: 'SQLITE_FULL' });
		link.raw.pragma('max_page_count = 100000');
		expect(await writer.write('', sell('after the disk was cleaned'))).toBe('after the disk was cleaned');
	});
});

describe('a commit that fails', () => {
	test('answers nobody with success: the guilty work fails alone, the others are kept', async () => {
		const { writer, sales } = openShop();
		const orphan = writer.write('', async (gate) => {
			await sell('orphan')(gate);
			await gate.camelRows(`insert into line (sale) values ('nothing')`, []);
		});
		const neighbours = ['one', 'two'].map((name) => writer.write('', sell(name)));
		await expect(orphan).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' });
		expect(await Promise.all(neighbours)).toEqual(['one', 'two']);
		expect(sales()).toEqual(['one', 'two']);
	});
});

describe('a work that awaits something else', () => {
	test('is given up at once, and the others go on', async () => {
		const { writer, sales } = openShop();
		const stuck = writer.write('', async (gate) => {
			await sell('stuck')(gate);
			await new Promise(() => undefined);
		});
		const slow = writer.write('', async (gate) => {
			await nextTurn();
			return sell('slow')(gate);
		});
		const neighbour = writer.write('', sell('neighbour'));
		await expect(stuck).rejects.toBeInstanceOf(Bug);
		await expect(slow).rejects.toBeInstanceOf(Bug);
		expect(await neighbour).toBe('neighbour');
		await nextTurn();
		await nextTurn();
		expect(sales()).toEqual(['neighbour']);
	});
});

describe('another process', () => {
	test('that is writing is waited for, without stopping this one', async () => {
		const { link, writer, sales } = openShop();
		const other = new Sqlite(link.raw.name);
		other.exec('begin immediate');
		const waiting = writer.write('', sell('patient'));
		for (let turn = 0; turn < 3; turn++) await nextTurn();
		other.exec(`insert into sale (name) values ('theirs'); commit`);
		expect(await waiting).toBe('patient');
		expect(sales()).toEqual(['patient', 'theirs']);
	});
});

describe('closing', () => {
	test('finishes what waits and refuses what comes after', async () => {
		const { writer, sales } = openShop();
		const waiting = names(200).map((name) => writer.write('', sell(name)));
		const closing = writer.close();
		await expect(writer.write('', sell('late'))).rejects.toThrow('the database is closing');
		await closing;
		expect(sales()).toEqual(names(200));
		await Promise.all(waiting);
	});

	test('a connection that is gone refuses its works and is not waited for', async () => {
		const { link, writer } = openShop();
		link.raw.close();
		await expect(writer.write('', sell('lost'))).rejects.toThrow(/not open/);
		await writer.close();
	});
});
