/** A database past all rooms: what it holds, row by row, on either engine. For measuring only. */
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import type { DatabaseSource } from '#lib/db/open.server.ts';

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

export interface Store {
	/** Rows of `sql`, whose parameters are written `$1`, `$2` … */
	rows(sql: string, parameters?: readonly Value[]): Promise<Row[]>;
	close(): Promise<void>;
}

export function openStore(source: DatabaseSource): Store {
	return 'file' in source ? sqliteStore(source.file) : postgresStore(source.url);
}

function sqliteStore(file: string): Store {
	const raw = new Sqlite(file, { readonly: true });
	return {
		rows: (sql, parameters = []) =>
			Promise.resolve(raw.prepare<Value[], Row>(sql.replace(/\$\d+/g, '?')).all(...parameters)),
		close: () => Promise.resolve(void raw.close())
	};
}

function postgresStore(url: string): Store {
	pg.types.setTypeParser(pg.types.builtins.INT8, Number);
	const client = new pg.Client({ connectionString: url });
	const connected = client.connect();
	return {
		async rows(sql, parameters = []) {
			await connected;
			return (await client.query<Row>(sql, [...parameters])).rows;
		},
		close: () => client.end()
	};
}

export interface Table {
	readonly name: string;
	readonly columns: readonly string[];
	readonly key: readonly string[];
	/** The column that names the group, or null when the table is nobody's. */
	readonly tenant: 'group_id' | 'tenant_id' | null;
}

/** The tables of the schema, parents before children, as a migrated SQLite file has them. */
export function tablesOf(file: string): Table[] {
	const raw = new Sqlite(file, { readonly: true });
	try {
		const names = raw
			.prepare<[], { name: string }>(
				`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by rowid`
			)
			.all();
		return names.map(({ name }) => {
			const columns = raw.pragma(`table_info(${name})`) as { name: string; pk: number }[];
			const own = columns.map((column) => column.name);
			const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk).map((column) => column.name); // prettier-ignore
			const tenant = own.includes('group_id') ? 'group_id' : own.includes('tenant_id') ? 'tenant_id' : null;
			return { name, columns: own, key, tenant };
		});
	} finally {
		raw.close();
	}
}

/** How many rows there are in all tables together. */
export async function countRows(source: DatabaseSource, tables: readonly Table[]): Promise<number> {
	const store = openStore(source);
	try {
		let count = 0;
		for (const { name } of tables)
			count += Number((await store.rows(`select count(*) as n from ${name}`))[0]?.['n'] ?? 0);
		return count;
	} finally {
		await store.close();
	}
}
