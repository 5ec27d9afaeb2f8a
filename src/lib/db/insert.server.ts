/** Multi-row inserts whose text is built once for each table, set of columns and number of rows. */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

interface Engine {
	readonly builder: Kysely<Tables>;
}

const forms = new WeakMap<object, Map<string, string>>();

type Row = Readonly<Record<string, unknown>>;

/** The text and parameters that insert `rows` into `table`; all rows name the columns of the first. */
export function insertForm(
	engine: Engine,
	table: keyof Tables & string,
	rows: readonly object[]
): { sql: string; parameters: unknown[] } {
	const columns = Object.keys(rows[0] ?? {});
	const key = `${table}:${columns.join(',')}:${rows.length}`;
	let known = forms.get(engine);
	if (known === undefined) forms.set(engine, (known = new Map()));
	let sql = known.get(key);
	if (sql === undefined) known.set(key, (sql = compiled(engine, table, columns, rows.length)));
	return { sql, parameters: rows.flatMap((row) => columns.map((column) => (row as Row)[column] ?? null)) };
}

function compiled(engine: Engine, table: keyof Tables & string, columns: readonly string[], count: number): string {
	const one = Object.fromEntries(columns.map((column) => [column, '']));
	const values = Array.from({ length: count }, () => one);
	return engine.builder.insertInto(table).values(values as never).compile().sql;
}
