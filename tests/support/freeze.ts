/**
 * `node tests/support/freeze.ts`: freezes a small database of today's schema into `tests/support/fixtures`, once a schema:
 * every later program must be able to migrate it and read the same from it. A frozen database is never written anew.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { markInstallation } from '#lib/db/installation.server.ts';
import { migrate, schemaVersion } from '#lib/db/migrate.server.ts';
import { type Database, openDatabase } from '#lib/db/open.server.ts';
import { inWork } from '#lib/db/work.server.ts';
import { receiveGoods } from '#lib/inventory/receive.server.ts';
import { id } from '#lib/kernel/id.ts';
import { instant, later } from '#lib/kernel/instant.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { account } from '#lib/ledger/chart.ts';
import { tellOld } from './old-database.ts';
import { tillOf } from './till.ts';
import { village } from './village.ts';

const fixtures = join(import.meta.dirname, 'fixtures');

/** Two days of two groups: goods received, sold, taken back, and one event held. */
async function live(db: Database, pass: (milliseconds: number) => void): Promise<void> {
	await markInstallation(db, 'real', 'Dinsos Kota Palu');
	const { melati, kenanga, ani, ratna, joko, telur, beras, kue } = await village(db);
	const receipt = { supplier: 'Pasar Masomba', paidFrom: account.cashOnHand, note: '' };
	const lines = [
		{ productId: telur.productId, quantity: quantity(300_000), cost: rupiah(540_000) },
		{ productId: beras.productId, quantity: quantity(50_000), cost: rupiah(650_000) }
	];
	await inWork(db, ani, melati.tenant, (work) =>
		receiveGoods(work, { ...receipt, id: work.newId(), happenedAt: work.now, lines })
	);
	const counter = await tillOf(db, melati, ratna);
	const bakery = await tillOf(db, kenanga, joko);
	const sold = [1000, 2500, 10_000].map((some) => counter.sell([[telur, 'butir', some], [beras, 'kg', 1500]])); // prettier-ignore
	await counter.send(...sold);
	pass(24 * 3_600_000);
	const [wrong] = sold;
	if (wrong !== undefined) await counter.send(counter.takeBack(wrong.id));
	await counter.send(counter.sell([[telur, 'butir', 3000]], { discount: 500 }));
	await counter.send(counter.takeBack(db.newId()));
	await bakery.send(bakery.sell([[kue, 'potong', 12_000]], { tender: 'transfer' }));
}

/** The rows of a table as statements that every engine reads. */
function insertsOf(raw: Sqlite.Database, table: string): string[] {
	const columns = raw.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table);
	const quoted = columns.map((column) => `quote("${column}")`).join(` || ', ' || `);
	const rows = raw.prepare<[], string>(`select ${quoted} from "${table}"`).pluck().all();
	return rows.map((row) => `insert into ${table} (${columns.join(', ')}) values (${row});`);
}

/** Their rows are written by migrations. */
const madeByMigrations = ['kysely_migration', 'kysely_migration_lock', 'rule_value'];

/** Tables of our own, those that others point to first. */
function tablesOf(raw: Sqlite.Database): string[] {
	const names = `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%'`;
	const waiting = new Set(raw.prepare<[], string>(`${names} order by name`).pluck().all());
	const parents = raw.prepare<[string], string>('select "table" from pragma_foreign_key_list(?)').pluck();
	const ordered: string[] = [];
	while (waiting.size > 0) {
		for (const table of waiting) {
			if (parents.all(table).some((parent) => parent !== table && waiting.has(parent))) continue;
			ordered.push(table);
			waiting.delete(table);
		}
	}
	return ordered;
}

function schemaOf(raw: Sqlite.Database): string[] {
	const kinds = `case type when 'table' then 1 when 'index' then 2 else 3 end`;
	return raw
		.prepare<[], string>(
			`select sql from sqlite_schema where sql is not null and name not like 'sqlite_%' order by ${kinds}, name`
		)
		.pluck()
		.all()
		.map((statement) => `${statement};`);
}

async function freeze(): Promise<void> {
	const name = join(fixtures, schemaVersion());
	if (existsSync(`${name}.rows.sql`)) throw new Error(`${schemaVersion()} is frozen already, for ever.`);
	const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-freeze-'));
	const file = join(folder, 'old.db');
	let now = instant('2026-11-21T01:10:00.000Z');
	let count = 0;
	const newId = () => id(`01900000-0000-7000-8000-${(++count).toString(16).padStart(12, '0')}`);
	try {
		await migrate({ file });
		const db = openDatabase({ file }, { clock: () => now, newId });
		await live(db, (milliseconds) => void (now = later(now, milliseconds)));
		const told = await tellOld(db);
		await db.close();
		const raw = new Sqlite(file, { readonly: true });
		mkdirSync(fixtures, { recursive: true });
		const migrated = madeByMigrations.flatMap((table) => insertsOf(raw, table));
		const lived = tablesOf(raw).filter((table) => !madeByMigrations.includes(table));
		writeFileSync(`${name}.sqlite.sql`, `${[...schemaOf(raw), ...migrated].join('\n')}\n`);
		writeFileSync(`${name}.rows.sql`, `${lived.flatMap((table) => insertsOf(raw, table)).join('\n')}\n`); // prettier-ignore
		writeFileSync(`${name}.told.json`, `${JSON.stringify(told, null, '\t')}\n`);
		raw.close();
	} finally {
		rmSync(folder, { recursive: true });
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await freeze();
