/** Databases that older programs made: frozen, migrated to the newest schema, and still telling the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { groupTenant } from '#lib/db/tenant.ts';
import type { AnyDb } from '#lib/db/distribute.server.ts';
import { appliedMigrations, migrate, schemaVersion } from '#lib/db/migrate.server.ts';
import { migrations } from '#lib/db/migrations/list.ts';
import type { DatabaseSource } from '#lib/db/open.server.ts';
import { inWork } from '#lib/db/work.server.ts';
import { id } from '#lib/kernel/id.ts';
import { keptSums, rebuiltSums } from '#lib/ledger/rebuild.server.ts';
import { tester } from '#tests/support/bare-group.ts';
import { emptySource, engine, openTest, pastTheRooms } from '#tests/support/engines.ts';
import { tellOld } from '#tests/support/old-database.ts';
import { readSchema } from '#tests/support/schema.ts';

const fixtures = join(import.meta.dirname, '../../support/fixtures');
const versions = readdirSync(fixtures)
	.filter((name) => name.endsWith('.rows.sql'))
	.map((name) => name.replace('.rows.sql', ''));

const frozen = (version: string, part: string): string => readFileSync(join(fixtures, `${version}.${part}`), 'utf8');
const upTo = (version: string) => Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= version));

/** The old database: on SQLite as the file was, on PostgreSQL as its migrations made it then. */
async function oldDatabase(version: string): Promise<DatabaseSource> {
	const source = await emptySource();
	if (engine === 'sqlite') await pastTheRooms(source, frozen(version, 'sqlite.sql'));
	else await migrate(source, { known: upTo(version) });
	await pastTheRooms(source, frozen(version, 'rows.sql'));
	return source;
}

test('there are old databases', () => {
	expect(versions).toContain('2026_11_21_04_trade');
});

describe.each(versions)('a database of %s', (version) => {
	test('is migrated, and tells what it told when it was frozen', async () => {
		const source = await oldDatabase(version);
		expect(await appliedMigrations(source)).toEqual(Object.keys(upTo(version)));
		await migrate(source);
		expect((await appliedMigrations(source)).at(-1)).toBe(schemaVersion());
		const db = openTest(source);
		expect(await tellOld(db)).toEqual(JSON.parse(frozen(version, 'told.json')));
		for (const { groupId } of await db.reader.selectFrom('kube').select('groupId').execute())
			expect(await keptSums(db.reader, id(groupId))).toEqual(await rebuiltSums(db.reader, id(groupId)));
	});

	test('has the schema that its migrations make to this day: none of them was edited since', async () => {
		const made = await emptySource();
		await migrate(made, { known: upTo(version) });
		expect(await readSchema(await oldDatabase(version))).toEqual(await readSchema(made));
	});

	test('goes on: its groups work, with the numbers that follow', async () => {
		const source = await oldDatabase(version);
		await migrate(source);
		const db = openTest(source);
		const heads = await db.reader.selectFrom('head').selectAll().where('tenantKind', '=', 'group').execute();
		expect(heads.length).toBeGreaterThan(0);
		for (const head of heads) {
			const seq = await inWork(db, tester, groupTenant(id(head.tenantId)), (work) => Promise.resolve(work.seq));
			expect(seq).toBe(head.seq + 1);
		}
	});

	test('would bear a later migration, and keep its rows', async () => {
		const source = await oldDatabase(version);
		const later = async (on: AnyDb): Promise<void> => {
			await sql`alter table sale add column basket text`.execute(on);
			await sql`create index sale_by_basket on sale (group_id, basket)`.execute(on);
		};
		const sales = await pastTheRooms(source, 'select count(*) as n from sale');
		await migrate(source, { known: { ...migrations, '2099_01_01_01_later': { up: later } } });
		expect(await pastTheRooms(source, 'select count(*) as n from sale where basket is null')).toEqual(sales);
	});
});
