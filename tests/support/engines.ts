/** A fresh, migrated database of the engine under test, with a clock that stands still and ids that count. */
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { afterAll } from 'vitest';
import { requireDurable } from '#lib/db/durable.server.ts';
import { migrate } from '#lib/db/migrate.server.ts';
import { type Database, type DatabaseSource, openDatabase } from '#lib/db/open.server.ts';
import { markInstallation } from '#lib/db/installation.server.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Instant, instant, later } from '#lib/kernel/instant.ts';

/** Which engine this run is against: the `db-sqlite` and `db-postgres` projects run the same files. */
export const engine = process.env['TEST_ENGINE'] === 'postgres' ? 'postgres' : 'sqlite';

/** Saturday 21 November 2026, ten past nine in the morning in Palu. */
export const morning = instant('2026-11-21T01:10:00.000Z');

export interface TestDatabase extends Database {
	/** Sets the clock. */
	setClock(moment: Instant): void;
	/** Moves the clock on. */
	pass(milliseconds: number): void;
	/** Errors that came too late to be answered; a test that expects some takes them out, any left fail its file. */
	readonly lateErrors: unknown[];
}

const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-test-'));
const endings: (() => Promise<void>)[] = [];

afterAll(async () => {
	for (const end of endings) await end();
	rmSync(folder, { recursive: true, force: true });
});

/** A database of its own for the caller, marked as a real installation; closed after the file's tests. */
export async function freshDatabase(): Promise<TestDatabase> {
	const db = openTest(engine === 'sqlite' ? await freshFile() : await freshPostgres());
	await requireDurable(db);
	await markInstallation(db, 'real', 'Dinsos Uji');
	return db;
}

/** An empty database without a schema; dropped after the file's tests. */
export async function emptySource(of: 'sqlite' | 'postgres' = engine): Promise<DatabaseSource> {
	if (of === 'sqlite') return { file: join(folder, `${randomBytes(6).toString('hex')}.db`) };
	const name = `t_${randomBytes(6).toString('hex')}`;
	await asAdmin(`create database ${name}`);
	endings.push(() => asAdmin(`drop database if exists ${name} with (force)`));
	return { url: urlOf(name) };
}

/** A copy of a database that nobody has open, as a backup of it would be; dropped after the file's tests. */
export async function copyOf(source: DatabaseSource): Promise<DatabaseSource> {
	if ('file' in source) {
		const file = join(folder, `${randomBytes(6).toString('hex')}.db`);
		copyFileSync(source.file, file);
		return { file };
	}
	return postgresCopy(new URL(source.url).pathname.slice(1));
}

/** Opens `source` as another process would: with a clock and ids of its own. Closed after the file's tests. */
export function openTest(source: DatabaseSource, ids = countingIds()): TestDatabase {
	let now = morning;
	const lateErrors: unknown[] = [];
	const db = openDatabase(source, { clock: () => now, newId: ids, lateError: (error) => void lateErrors.push(error) });
	endings.unshift(async () => {
		await db.close();
		if (lateErrors.length > 0) throw new AggregateError(lateErrors, 'errors came too late to be answered');
	});
	return Object.assign(db, {
		lateErrors,
		setClock: (moment: Instant) => void (now = moment),
		pass: (milliseconds: number) => void (now = later(now, milliseconds))
	});
}

/** Runs statements past all rooms, as somebody with the database's own tools would; gives the rows of the last. */
export async function pastTheRooms(source: DatabaseSource, statement: string): Promise<Record<string, unknown>[]> {
	if ('file' in source) return throughSqlite(source.file, statement);
	return throughPostgres(source.url, statement);
}

function throughSqlite(file: string, statement: string): Record<string, unknown>[] {
	const raw = new Sqlite(file, { timeout: 5000 });
	try {
		if (!/^\s*select/i.test(statement)) {
			raw.exec(statement);
			return [];
		}
		return raw.prepare<[], Record<string, unknown>>(statement).all();
	} finally {
		raw.close();
	}
}

async function throughPostgres(url: string, statement: string): Promise<Record<string, unknown>[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query<Record<string, unknown>>(statement)).rows;
	} finally {
		await client.end();
	}
}

/** Ids in order: …0001, …0002; they look like UUIDv7 and are the same in every run. */
export function countingIds(prefix = '01900000'): () => Id {
	let count = 0;
	return () => id(`${prefix}-0000-7000-8000-${(++count).toString(16).padStart(12, '0')}`);
}

async function freshFile(): Promise<DatabaseSource> {
	const template = join(folder, 'template.db');
	if (!existsSync(template)) await migrate({ file: template });
	const file = join(folder, `${randomBytes(6).toString('hex')}.db`);
	copyFileSync(template, file);
	return { file };
}

let template: Promise<string> | null = null;

async function freshPostgres(): Promise<DatabaseSource> {
	template ??= makeTemplate();
	return postgresCopy(await template);
}

async function postgresCopy(from: string): Promise<DatabaseSource> {
	const name = `t_${randomBytes(6).toString('hex')}`;
	await asAdmin(`create database ${name} template ${from}`);
	endings.push(() => asAdmin(`drop database if exists ${name} with (force)`));
	return { url: urlOf(name) };
}

/** One migrated template a worker process; it is dropped with the test server. */
async function makeTemplate(): Promise<string> {
	const name = `template_${randomBytes(6).toString('hex')}`;
	await asAdmin(`create database ${name}`);
	await migrate({ url: urlOf(name) });
	return name;
}

function urlOf(database: string): string {
	const url = new URL(serverUrl());
	url.pathname = `/${database}`;
	return url.href;
}

function serverUrl(): string {
	const url = process.env['TEST_DATABASE_URL'];
	if (url === undefined) throw new Error('TEST_DATABASE_URL is not set: run through npm test, which starts PostgreSQL');
	return url;
}

async function asAdmin(statement: string): Promise<void> {
	await throughPostgres(serverUrl(), statement);
}
