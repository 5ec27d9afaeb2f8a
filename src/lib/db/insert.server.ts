/** Multi-row inserts whose text is built once for each table, set of columns and number of rows. */
import type { Kysely } from 'kysely';
import { assert } from '#lib/kernel/assert.ts';
import type { Tables } from './tables.ts';

interface Engine {
	readonly builder: Kysely<Tables>;
}

const forms = new WeakMap<object, Map<string, string>>();

type Row = Readonly<Record<string, unknown>>;

/** The text and parameters that insert `rows` into `table`; all rows name the same columns. */
export function insertForm(
	engine: Engine,
	table: keyof Tables,
	rows: readonly object[]
): { sql: string; parameters: unknown[] } {
	const columns = Object.keys(rows[0] ?? {});
	const key = `${table}:${columns.join(',')}:${rows.length}`;
	let known = forms.get(engine);
	if (known === undefined) forms.set(engine, (known = new Map<string, string>()));
	let sql = known.get(key);
	if (sql === undefined) known.set(key, (sql = compiled(engine, table, columns, rows.length)));
	return { sql, parameters: rows.flatMap((row) => valuesOf(row as Row, columns)) };
}

/** Values in the order of `columns`. A row that names others would lose them, or write null where it meant nothing. */
function valuesOf(row: Row, columns: readonly string[]): unknown[] {
	const named = Object.keys(row).length;
	assert(
		named === columns.length && columns.every((column) => column in row),
		'rows of one insert name the same columns'
	);
	return columns.map((column) => row[column]);
}

function compiled(engine: Engine, table: keyof Tables, columns: readonly string[], count: number): string {
	const one = Object.fromEntries(columns.map((column) => [column, '']));
	const values = Array.from({ length: count }, () => one);
	return engine.builder.insertInto(table).values(values).compile().sql;
}
