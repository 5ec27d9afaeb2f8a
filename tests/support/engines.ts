/** A fresh, migrated database of the engine under test, with a clock that stands still and ids that count. */
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll } from 'vitest';
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
}

const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-test-'));
const opened: { db: Database; drop: () => Promise<void> }[] = [];

afterAll(async () => {
	for (const { db, drop } of opened) {
		await db.close();
		await drop();
	}
	rmSync(folder, { recursive: true, force: true });
});

/** A database of its own for the caller, marked as a real installation; closed after the file's tests. */
export async function freshDatabase(): Promise<TestDatabase> {
	const { source, drop } = engine === 'sqlite' ? await freshFile() : await freshPostgres();
	let now = morning;
	const db = openDatabase(source, { clock: () => now, newId: countingIds() });
	opened.push({ db, drop });
	await markInstallation(db, 'real', 'Dinsos Uji');
	return Object.assign(db, {
		setClock: (moment: Instant) => void (now = moment),
		pass: (milliseconds: number) => void (now = later(now, milliseconds))
	});
}

/** Ids in order: …0001, …0002; they look like UUIDv7 and are the same in every run. */
export function countingIds(prefix = '01900000'): () => Id {
	let count = 0;
	return () => id(`${prefix}-0000-7000-8000-${(++count).toString(16).padStart(12, '0')}`);
}

async function freshFile(): Promise<{ source: DatabaseSource; drop: () => Promise<void> }> {
	const template = join(folder, 'template.db');
	if (!existsSync(template)) await migrate({ file: template });
	const file = join(folder, `${randomBytes(6).toString('hex')}.db`);
	copyFileSync(template, file);
	return { source: { file }, drop: () => Promise.resolve() };
}

let template: Promise<string> | null = null;

async function freshPostgres(): Promise<{ source: DatabaseSource; drop: () => Promise<void> }> {
	template ??= makeTemplate();
	const from = await template;
	const name = `t_${randomBytes(6).toString('hex')}`;
	await asAdmin(`create database ${name} template ${from}`);
	return { source: { url: urlOf(name) }, drop: () => asAdmin(`drop database if exists ${name} with (force)`) };
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
	const client = new pg.Client({ connectionString: serverUrl() });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
