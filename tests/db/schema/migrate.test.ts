/** Migrating: all or nothing, never backward, and on SQLite never without a copy that was checked. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Migration } from 'kysely/migration';
import { describe, expect, test } from 'vitest';
import { createTable, type AnyDb } from '#lib/db/distribute.server.ts';
import { markInstallation, readInstallation } from '#lib/db/installation.server.ts';
import { appliedMigrations, migrate, SchemaTooNew, schemaVersion } from '#lib/db/migrate.server.ts';
import { migrations } from '#lib/db/migrations/list.ts';
import type { DatabaseSource } from '#lib/db/open.server.ts';
import { emptySource, engine, openTest, pastTheRooms } from '#tests/support/engines.ts';

const names = Object.keys(migrations);

const laterName = '2099_01_01_01_later';
const later: Migration = { up: (db: AnyDb) => makeLater(db) };
const broken: Migration = {
	async up(db: AnyDb) {
		await makeLater(db);
		throw new Error('half-way');
	}
};

function makeLater(db: AnyDb): Promise<void> {
	return createTable(db, 'later', { spread: 'reference', columns: { id: 'text' }, key: ['id'] });
}

async function tableNames(source: DatabaseSource): Promise<unknown[]> {
	const query =
		engine === 'sqlite'
			? `select name from sqlite_schema where type = 'table'`
			: `select tablename as name from pg_tables where schemaname = 'public'`;
	return (await pastTheRooms(source, query)).map((row) => row['name']).sort();
}

async function migrated(): Promise<DatabaseSource> {
	const source = await emptySource();
	await migrate(source);
	return source;
}

test('migrations are listed in the order of their names', () => {
	expect(names).toEqual([...names].sort());
	expect(schemaVersion()).toBe(names.at(-1));
});

test('a new database gets all of them, and the second time none', async () => {
	const source = await emptySource();
	expect(await appliedMigrations(source)).toEqual([]);
	expect(await migrate(source)).toEqual(names);
	expect(await appliedMigrations(source)).toEqual(names);
	expect(await migrate(source)).toEqual([]);
});

test('asking for the version of a database that is not there does not make one', async () => {
	const source = await emptySource();
	expect(await appliedMigrations(source)).toEqual([]);
	if ('file' in source) expect(existsSync(source.file)).toBe(false);
});

describe('a migration that fails half-way', () => {
	test('leaves a new database empty, with none of those before it', async () => {
		const source = await emptySource();
		await expect(migrate(source, { known: { ...migrations, [laterName]: broken } })).rejects.toThrow('half-way');
		expect(await tableNames(source)).toEqual([]);
	});

	test('leaves a database as it was, ready for the mended program', async () => {
		const source = await migrated();
		const before = await tableNames(source);
		await expect(migrate(source, { known: { ...migrations, [laterName]: broken } })).rejects.toThrow('half-way');
		expect(await tableNames(source)).toEqual(before);
		expect(await appliedMigrations(source)).toEqual(names);
		expect(await migrate(source, { known: { ...migrations, [laterName]: later } })).toEqual([laterName]);
		expect(await tableNames(source)).toContain('later');
	});
});

test('a schema that this program does not know is refused, and named', async () => {
	const source = await migrated();
	await migrate(source, { known: { ...migrations, [laterName]: later } });
	await expect(migrate(source)).rejects.toEqual(new SchemaTooNew(laterName));
	expect(await appliedMigrations(source)).toContain(laterName);
});

test('a database is marked demo or real once', async () => {
	const db = openTest(await migrated());
	await expect(readInstallation(db.reader)).rejects.toThrow('No such installation.');
	await markInstallation(db, 'demo', 'Palu');
	await expect(markInstallation(db, 'real', 'Palu')).rejects.toThrow(/unique|duplicate/i);
	expect(await readInstallation(db.reader)).toMatchObject({ kind: 'demo', name: 'Palu' });
	await expect(pastTheRooms(db.source, `update installation set kind = 'real'`)).rejects.toThrow('append-only');
});

if (engine === 'postgres')
	test('two programs that migrate at the same moment: one does, the other finds it done', async () => {
		const source = await emptySource();
		const applied = await Promise.all([migrate(source), migrate(source)]);
		expect(applied.map((list) => list.length).sort()).toEqual([0, names.length]);
	});

if (engine === 'sqlite')
	describe('the copy', () => {
		/** A migrated and marked database in a file; `copy` is where the copy is to stand. */
		async function office(): Promise<{ file: string; copy: string }> {
			const source = await migrated();
			if (!('file' in source)) throw new Error('SQLite is a file');
			const db = openTest(source);
			await markInstallation(db, 'real', 'Dinsos Uji');
			await db.close();
			return { file: source.file, copy: `${source.file}.before-${laterName}` };
		}
		const upgrade = (file: string, onCopy?: (copy: string) => void) =>
			migrate({ file }, { known: { ...migrations, [laterName]: later }, ...(onCopy ? { onCopy } : {}) });

		test('is made before anything is changed, holds the data, and can be opened', async () => {
			const { file, copy } = await office();
			const told: string[] = [];
			await upgrade(file, (where) => told.push(where));
			expect(told).toEqual([copy]);
			expect(await appliedMigrations({ file: copy })).toEqual(names);
			const opened = openTest({ file: copy });
			expect(await readInstallation(opened.reader)).toMatchObject({ name: 'Dinsos Uji' });
			await opened.close();
		});

		test('is not made for a new database, nor when there is nothing to do', async () => {
			const source = await migrated();
			await migrate(source);
			if (!('file' in source)) throw new Error('SQLite is a file');
			const beside = readdirSync(dirname(source.file)).filter((name) => name.startsWith(`${basename(source.file)}.`));
			expect(beside).toEqual([]);
		});

		test('replaces an older one, and one that was never finished', async () => {
			const { file, copy } = await office();
			writeFileSync(copy, 'a copy of last year');
			writeFileSync(`${copy}.unfinished`, 'half a copy');
			await upgrade(file);
			expect(await appliedMigrations({ file: copy })).toEqual(names);
			expect(existsSync(`${copy}.unfinished`)).toBe(false);
		});

		test('of a database with rows that point nowhere is refused, and nothing is changed', async () => {
			const { file, copy } = await office();
			const orphan = `insert into held values ('nobody', 'nothing', 1, 'code', '{}', null)`;
			await pastTheRooms({ file }, `pragma foreign_keys = off; ${orphan}`);
			await expect(upgrade(file)).rejects.toThrow('point nowhere');
			expect(await appliedMigrations({ file })).toEqual(names);
			expect([copy, `${copy}.unfinished`].filter((path) => existsSync(path))).toEqual([]);
		});

		test('of a damaged database is refused, and nothing is changed', async () => {
			const { file, copy } = await office();
			const damaged = readFileSync(file);
			const pageBytes = damaged.readUInt16BE(16);
			damaged.fill(0xff, pageBytes * 4, damaged.length - pageBytes * 4);
			writeFileSync(file, damaged);
			await expect(upgrade(file)).rejects.toThrow(/damaged|malformed/);
			expect(existsSync(copy)).toBe(false);
			expect(readFileSync(file).equals(damaged)).toBe(true);
		});
	});
