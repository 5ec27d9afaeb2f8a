/** Making tables alike on every engine: STRICT on SQLite, plain on PostgreSQL, spread over machines on Citus. */
import { type CreateTableBuilder, type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely';

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
	/** Rows are facts: none is deleted, and no column is changed but those named. */
	readonly fact?: true | { readonly mayChange: readonly string[] };
	/** Holds texts longer than a quarter of a page: then SQLite keeps rows apart from the key, and overflows less. */
	readonly wide?: true;
	/** Further constraints: unique, foreign key, check. */
	readonly also?: (table: CreateTableBuilder<string>) => CreateTableBuilder<string>;
}

export type AnyDb = Kysely<unknown>;

/** Which engine runs underneath, asked of the dialect itself. */
function engineOf(db: AnyDb): 'sqlite' | 'postgres' {
	return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
}

/** Creates a table of this shape, guards it if its rows are facts, and spreads it on Citus. */
export async function createTable(db: AnyDb, name: string, shape: TableShape): Promise<void> {
	const engine = engineOf(db);
	let table = db.schema.createTable(name);
	for (const [column, kind] of Object.entries(shape.columns)) {
		table = table.addColumn(column, typeOn(engine, kind.replace('?', '') as ColumnKind), (definition) =>
			kind.endsWith('?') ? definition : definition.notNull()
		);
	}
	table = table.addPrimaryKeyConstraint(`${name}_key`, shape.key as never);
	if (shape.also !== undefined) table = shape.also(table);
	const spread = spreadText(shape.spread);
	if (engine === 'sqlite') {
		const kept = shape.wide === true ? sql`strict` : sql`strict, without rowid`;
		await table.modifyEnd(sql`/* ${sql.raw(spread)} */ ${kept}`).execute();
	} else {
		await table.execute();
		await sql`comment on table ${sql.table(name)} is ${sql.lit(spread)}`.execute(db);
		if (await hasCitus(db)) await spreadOver(db, name, shape.spread);
	}
	if (shape.fact !== undefined) await guard(db, name, frozenOf(shape));
}

/** How a table is spread, as its definition in the database says: `spread by group_id`, `reference` or `local`. */
function spreadText(spread: Spread): string {
	return typeof spread === 'string' ? spread : `spread by ${spread.by}`;
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

/** Columns that every row so far has none of; in a table of facts they are guarded as `fact` says of all its columns. */
export async function addColumns(
	db: AnyDb,
	name: string,
	columns: Readonly<Record<string, `${ColumnKind}?`>>,
	guarded?: Pick<TableShape, 'columns' | 'fact'>
): Promise<void> {
	const engine = engineOf(db);
	for (const [column, kind] of Object.entries(columns))
		await db.schema
			.alterTable(name)
			.addColumn(column, typeOn(engine, kind.replace('?', '') as ColumnKind))
			.execute();
	if (guarded === undefined) return;
	await unguard(db, name);
	await guard(db, name, frozenOf(guarded));
}

async function unguard(db: AnyDb, name: string): Promise<void> {
	const on = engineOf(db) === 'sqlite' ? sql`` : sql` on ${sql.table(name)}`;
	for (const trigger of ['kept', 'whole', 'frozen'])
		await sql`drop trigger if exists ${sql.ref(`${name}_${trigger}`)}${on}`.execute(db);
}

function frozenOf({ columns, fact }: Pick<TableShape, 'columns' | 'fact'>): string[] {
	const mayChange = fact === undefined || fact === true ? [] : fact.mayChange;
	return Object.keys(columns).filter((column) => !mayChange.includes(column));
}

/**
 * Guards a table whose rows are facts by triggers; on Citus, which refuses triggers, the rights are revoked when the
 * app's role is made.
 */
async function guard(db: AnyDb, name: string, frozen: readonly string[]): Promise<void> {
	if (engineOf(db) === 'sqlite') return guardOnSqlite(db, name, frozen);
	if (await hasCitus(db)) return;
	const changed = sql.raw(frozen.map((column) => `old.${column} is distinct from new.${column}`).join(' or '));
	await sql`create or replace function refuse_change() returns trigger language plpgsql as
		$$ begin raise exception '% is append-only', tg_table_name; end $$`.execute(db);
	const on = sql.table(name);
	const refuse = sql`execute function refuse_change()`;
	const triggers = [
		sql`create trigger ${sql.ref(`${name}_kept`)} before delete on ${on} for each row ${refuse}`,
		sql`create trigger ${sql.ref(`${name}_whole`)} before truncate on ${on} for each statement ${refuse}`,
		sql`create trigger ${sql.ref(`${name}_frozen`)} before update on ${on} for each row when (${changed}) ${refuse}`
	];
	for (const trigger of triggers) await trigger.execute(db);
}

async function guardOnSqlite(db: AnyDb, name: string, frozen: readonly string[]): Promise<void> {
	const changed = sql.raw(frozen.map((column) => `old.${column} is not new.${column}`).join(' or '));
	const refuse = sql`begin select raise(abort, ${sql.lit(`${name} is append-only`)}); end`;
	const on = sql.table(name);
	const triggers = [
		sql`create trigger ${sql.ref(`${name}_kept`)} before delete on ${on} ${refuse}`,
		sql`create trigger ${sql.ref(`${name}_frozen`)} before update on ${on} when ${changed} ${refuse}`
	];
	for (const trigger of triggers) await trigger.execute(db);
}

/** An index named by its table and columns; in a table of tenants the first column is the tenant's. */
export async function createIndex(
	db: AnyDb,
	table: string,
	columns: readonly string[],
	{ unique = false, where = '' } = {}
): Promise<void> {
	const name = `${table}_by_${columns.slice(1).join('_') || columns.join('_')}`;
	let index = db.schema
		.createIndex(name)
		.on(table)
		.columns([...columns]);
	if (unique) index = index.unique();
	const condition = where === '' ? sql`` : sql` where ${sql.raw(where)}`;
	await sql`${sql.raw(index.compile().sql)}${condition}`.execute(db);
}
