/** Making tables alike on every engine: STRICT on SQLite, plain on PostgreSQL, spread over machines on Citus. */
import { type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely';

/** SQLite writes both as INTEGER; PostgreSQL needs bigint where money or quantities are summed. */
export type ColumnKind = 'text' | 'integer' | 'bigint';

/** How Citus holds a table: spread by a column, copied everywhere, or only on the node that migrates. */
export type Spread = { readonly by: string } | 'reference' | 'local';

/** Column name to kind; a kind that ends in `?` may be null. */
export type Columns = Readonly<Record<string, ColumnKind | `${ColumnKind}?`>>;

export interface TableShape {
	readonly spread: Spread;
	readonly columns: Columns;
	/** The primary key; begins with the column that the table is spread by. */
	readonly key: readonly string[];
	/** Further constraints: unique, foreign key, check. */
	readonly also?: (table: CreateTableBuilder<string>) => CreateTableBuilder<string>;
}

export type AnyDb = Kysely<unknown>;

/** Which engine runs underneath, asked of the dialect itself. */
export function engineOf(db: AnyDb): 'sqlite' | 'postgres' {
	return db.getExecutor().adapter.constructor.name.includes('Postgres') ? 'postgres' : 'sqlite';
}

/** Creates a table of this shape and, on Citus, spreads it. */
export async function createTable(db: AnyDb, name: string, shape: TableShape): Promise<void> {
	const engine = engineOf(db);
	let table = db.schema.createTable(name) as unknown as CreateTableBuilder<string>;
	for (const [column, kind] of Object.entries(shape.columns)) {
		table = table.addColumn(column, typeOn(engine, kind.replace('?', '') as ColumnKind), (definition) =>
			kind.endsWith('?') ? definition : definition.notNull()
		);
	}
	table = table.addPrimaryKeyConstraint(`${name}_key`, shape.key as never);
	if (shape.also !== undefined) table = shape.also(table);
	if (engine === 'sqlite') table = table.modifyEnd(sql`strict, without rowid`);
	await table.execute();
	if (engine === 'postgres' && (await hasCitus(db))) await spreadOver(db, name, shape.spread);
}

/** Text compares by its bytes on every engine, so that both sort and page alike. */
function typeOn(engine: 'sqlite' | 'postgres', kind: ColumnKind): 'integer' | 'bigint' | 'text' | RawBuilder<unknown> {
	if (engine === 'sqlite') return kind === 'bigint' ? 'integer' : kind;
	return kind === 'text' ? sql`text collate "C"` : kind;
}

async function hasCitus(db: AnyDb): Promise<boolean> {
	const { rows } = await sql`select 1 from pg_extension where extname = 'citus'`.execute(db);
	return rows.length > 0;
}

async function spreadOver(db: AnyDb, name: string, spread: Spread): Promise<void> {
	if (spread === 'local') return;
	if (spread === 'reference') await sql`select create_reference_table(${name})`.execute(db);
	else await sql`select create_distributed_table(${name}, ${spread.by})`.execute(db);
}

/**
 * Guards a table whose rows are facts: no UPDATE (but of the columns named in `mayChange`), no DELETE. Triggers on SQLite
 * and PostgreSQL; on Citus, which refuses triggers, the rights are revoked when the app's role is made.
 */
export async function appendOnly(db: AnyDb, name: string, frozen: readonly string[]): Promise<void> {
	if (engineOf(db) === 'sqlite') {
		const changed = sql.raw(frozen.map((column) => `old.${column} is not new.${column}`).join(' or '));
		const says = sql.lit(`${name} is append-only`);
		await sql`create trigger ${sql.ref(`${name}_kept`)} before delete on ${sql.table(name)}
			begin select raise(abort, ${says}); end`.execute(db);
		await sql`create trigger ${sql.ref(`${name}_frozen`)} before update on ${sql.table(name)} when ${changed}
			begin select raise(abort, ${says}); end`.execute(db);
		return;
	}
	if (await hasCitus(db)) return;
	const changed = sql.raw(frozen.map((column) => `old.${column} is distinct from new.${column}`).join(' or '));
	await sql`create or replace function refuse_change() returns trigger language plpgsql as
		$$ begin raise exception '% is append-only', tg_table_name; end $$`.execute(db);
	await sql`create trigger ${sql.ref(`${name}_kept`)} before delete on ${sql.table(name)}
		for each row execute function refuse_change()`.execute(db);
	await sql`create trigger ${sql.ref(`${name}_frozen`)} before update on ${sql.table(name)}
		for each row when (${changed}) execute function refuse_change()`.execute(db);
}

/** An index whose first column is the one that its table is spread by. */
export async function createIndex(db: AnyDb, table: string, columns: readonly string[], { unique = false, where = '' } = {}): Promise<void> {
	const name = `${table}_by_${columns.slice(1).join('_') || columns.join('_')}`;
	let index = db.schema.createIndex(name).on(table).columns([...columns]);
	if (unique) index = index.unique();
	const condition = where === '' ? sql`` : sql` where ${sql.raw(where)}`;
	await sql`${sql.raw(index.compile().sql)}${condition}`.execute(db);
}
