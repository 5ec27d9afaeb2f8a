/** The schema keeps the rules under which the same code runs on SQLite, PostgreSQL and Citus. */
import { describe, expect, test } from 'vitest';
import { engine, freshDatabase } from '#tests/support/engines.ts';
import { readSchema, type TableSchema } from '#tests/support/schema.ts';

const db = await freshDatabase();
const tables = await readSchema(db.source);
const spreadColumns = ['group_id', 'tenant_id', 'agency_id'];

/** The column by which Citus spreads a table, or null for one that is whole everywhere. */
function spreadColumn({ spread }: TableSchema): string | null {
	return /^spread by (\w+)$/.exec(spread)?.[1] ?? null;
}

function named(name: string): TableSchema | undefined {
	return tables.find((table) => table.name === name);
}

test('there are tables', () => {
	expect(tables.length).toBeGreaterThan(20);
	expect(named('sale')?.spread).toBe('spread by group_id');
});

describe.each(tables.map((table) => [table.name, table] as const))('%s', (name, table) => {
	const spread = spreadColumn(table);

	test('says how it is spread', () => {
		expect(table.spread).toMatch(/^(reference|local|spread by [a-z_]+)$/);
	});

	test('is typed by the engine, and has text and whole numbers only, with names in small letters', () => {
		expect(table.typed).toBe(true);
		const types = engine === 'sqlite' ? ['text', 'integer'] : ['text', 'integer', 'bigint'];
		for (const column of table.columns) {
			expect(types).toContain(column.type);
			expect(column.name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
		}
		expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
	});

	test('has a primary key of columns that are never null, which begins with the column it is spread by', () => {
		expect(table.key.length).toBeGreaterThan(0);
		for (const column of table.columns) if (table.key.includes(column.name)) expect(column.nullable).toBe(false);
		if (spread !== null) expect(table.key[0]).toBe(spread);
	});

	test('begins with the column of its tenant, if it is of a tenant', () => {
		if (spread !== null && spreadColumns.includes(spread)) expect(table.columns[0]?.name).toBe(spread);
	});

	test('is unique only within what is on one machine', () => {
		for (const index of table.indexes)
			if (index.unique && spread !== null) expect(index.columns, JSON.stringify(index)).toContain(spread);
	});

	test('points only to rows of the same tenant or to what is everywhere, and nothing happens to it from there', () => {
		for (const key of table.foreignKeys) {
			const other = named(key.table);
			expect(key.actions, JSON.stringify(key)).toBe('');
			if (spread === null) expect(other?.spread, JSON.stringify(key)).not.toMatch(/^spread by/);
			else if (other !== undefined && spreadColumn(other) !== null) {
				expect(key.columns[0]).toBe(spread);
				expect(key.references[0]).toBe(spreadColumn(other));
			}
		}
	});
});

/** A table as a person reads it. */
function told(table: TableSchema): string {
	const facts = table.triggers.length > 0 ? ', facts' : '';
	const type = (text: string): string => (text === 'text' ? '' : ' number');
	return [
		`${table.name} (${table.spread}${facts})`,
		...table.columns.map(({ name, type: of, nullable }) => `  ${name}${type(of)}${nullable ? '?' : ''}`),
		`  key ${table.key.join(', ')}`,
		...table.indexes.map(
			({ columns, unique, partial }) =>
				`  ${unique ? 'unique' : 'index'} ${columns.join(', ')}${partial ? ' where …' : ''}`
		),
		...table.foreignKeys.map((key) => `  ${key.columns.join(', ')} → ${key.table} ${key.references.join(', ')}`)
	].join('\n');
}

test('nobody adds a column, a key or an index unseen, and both engines have the same', async () => {
	await expect(`${tables.map(told).join('\n\n')}\n`).toMatchFileSnapshot('tables.txt');
});
