/** The rows of sales written without the program: prepared statements, one a row, so many sales a commit. */
import process from 'node:process';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import type { DatabaseSource } from '#lib/db/open.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { newId } from '#lib/kernel/id.ts';
import type { Value } from './store.ts';
import type { Cell, Template } from './template.ts';

export interface RawOrder {
	readonly source: DatabaseSource;
	/** One a till. */
	readonly templates: readonly Template[];
	/** Whether a commit holds sales of one till, as a till's batch does, or of all in turn, as tills that sell at once do. */
	readonly oneTill: boolean;
	readonly perCommit: number;
	/** How long, or how many sales. */
	readonly until: { readonly seconds: number } | { readonly sales: number };
	/** False only where a database is filled to be measured afterwards. */
	readonly durable: boolean;
}

export interface RawResult {
	readonly sales: number;
	readonly seconds: number;
	/** Of the writing process, all of its threads. */
	readonly cpuSeconds: number;
}

interface Statement {
	readonly sql: string;
	readonly cells: readonly Cell[];
}

/** Tells, sale after sale, whether to go on. */
type GoesOn = (sales: number) => boolean;

/** One statement a row, parents before children. */
function statementsOf({ added, changed }: Template): Statement[] {
	const inserts = added.map(({ table, columns, cells }) => ({
		sql: `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
		cells
	}));
	const updates = changed.map(({ table, grown, set, key }) => {
		const cells = [
			...Object.values(grown).map((value) => ({ value })),
			...Object.values(set),
			...Object.values(key).map((value) => ({ value }))
		];
		let at = 0;
		const growing = Object.keys(grown).map((column) => `${column} = ${column} + $${++at}`);
		const setting = Object.keys(set).map((column) => `${column} = $${++at}`);
		const keys = Object.keys(key).map((column) => `${column} = $${++at}`);
		return { sql: `update ${table} set ${[...growing, ...setting].join(', ')} where ${keys.join(' and ')}`, cells };
	});
	return [...inserts, ...updates];
}

function valueOf(cell: Cell, ids: readonly string[], nth: number): Value {
	if ('value' in cell) return cell.value;
	if ('counted' in cell) return cell.counted + nth;
	if ('newId' in cell) return ids[cell.newId] ?? '';
	return cell.around.map((part) => (typeof part === 'number' ? (ids[part] ?? '') : part)).join('');
}

function idsFor(template: Template): string[] {
	return Array.from({ length: template.newIds }, newId);
}

function writeSqlite(file: string, { templates, perCommit, oneTill, durable }: RawOrder, goesOn: GoesOn): number {
	const raw = new Sqlite(file);
	raw.pragma('journal_mode = WAL');
	raw.pragma(`synchronous = ${durable ? 'FULL' : 'OFF'}`);
	raw.pragma('foreign_keys = ON');
	raw.pragma('cache_size = -32000');
	raw.pragma('mmap_size = 268435456');
	const known = new Map<string, Sqlite.Statement>();
	const prepare = (sql: string): Sqlite.Statement => {
		const text = sql.replace(/\$\d+/g, '?');
		const prepared = known.get(text) ?? raw.prepare(text);
		known.set(text, prepared);
		return prepared;
	};
	const tills = templates.map((template) => ({
		template,
		sold: 0,
		statements: statementsOf(template).map(({ sql, cells }) => ({ prepared: prepare(sql), cells }))
	}));
	const begin = raw.prepare('begin immediate');
	const commit = raw.prepare('commit');
	let sales = 0;
	while (goesOn(sales)) {
		begin.run();
		for (let each = 0; each < perCommit; each++, sales++) {
			const turn = oneTill ? Math.floor(sales / perCommit) : sales;
			const till = present(tills[turn % tills.length], 'a till');
			const nth = till.sold++;
			const ids = idsFor(till.template);
			for (const { prepared, cells } of till.statements)
				prepared.run(cells.map((cell) => boundWhole(valueOf(cell, ids, nth))));
		}
		commit.run();
	}
	raw.close();
	return sales;
}

/** A JS number would be stored as REAL. */
function boundWhole(value: Value): unknown {
	return typeof value === 'number' ? BigInt(value) : value;
}

async function writePostgres(
	url: string,
	{ templates, perCommit, durable }: RawOrder,
	goesOn: GoesOn
): Promise<number> {
	const sold = await Promise.all(
		templates.map(async (template) => {
			const client = new pg.Client({ connectionString: url });
			await client.connect();
			if (!durable) await client.query('set synchronous_commit = off');
			const statements = statementsOf(template).map(({ sql, cells }, index) => ({
				name: `s${index}`,
				text: sql,
				cells
			}));
			let sales = 0;
			while (goesOn(sales * templates.length)) {
				await client.query('begin');
				for (let each = 0; each < perCommit; each++, sales++) {
					const ids = idsFor(template);
					for (const { name, text, cells } of statements)
						await client.query({ name, text, values: cells.map((cell) => valueOf(cell, ids, sales)) });
				}
				await client.query('commit');
			}
			await client.end();
			return sales;
		})
	);
	return sold.reduce((sum, sales) => sum + sales, 0);
}

async function run(order: RawOrder): Promise<RawResult> {
	const { source, until } = order;
	const begun = performance.now();
	const used = process.cpuUsage();
	const goesOn: GoesOn =
		'sales' in until ? (sales) => sales < until.sales : () => performance.now() - begun < until.seconds * 1000;
	const sales =
		'file' in source ? writeSqlite(source.file, order, goesOn) : await writePostgres(source.url, order, goesOn);
	const { user, system } = process.cpuUsage(used);
	return { sales, seconds: (performance.now() - begun) / 1000, cpuSeconds: (user + system) / 1_000_000 };
}

process.once('message', (order: RawOrder) => {
	void run(order).then(
		(result) => process.send?.(result, () => process.connected && process.disconnect()),
		(error: unknown) => {
			console.error(error);
			process.exit(1);
		}
	);
});
