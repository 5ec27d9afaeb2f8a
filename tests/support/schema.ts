/** The schema as a database itself tells it, in one form for both engines. */
import type { DatabaseSource } from '#lib/db/open.server.ts';
import { pastTheRooms } from './engines.ts';

export interface TableSchema {
	readonly name: string;
	/** As declared: `spread by group_id`, `reference`, `local`; empty when not declared. */
	readonly spread: string;
	/** Whether the engine itself refuses values of another type. */
	readonly typed: boolean;
	readonly columns: readonly { readonly name: string; readonly type: string; readonly nullable: boolean }[];
	readonly key: readonly string[];
	readonly indexes: readonly IndexSchema[];
	readonly foreignKeys: readonly ForeignKeySchema[];
	readonly triggers: readonly string[];
}

export interface IndexSchema {
	readonly columns: readonly string[];
	readonly unique: boolean;
	readonly partial: boolean;
}

export interface ForeignKeySchema {
	readonly columns: readonly string[];
	readonly table: string;
	readonly references: readonly string[];
	/** What happens to these rows when the other one goes or changes; empty when it may not. */
	readonly actions: string;
}

/** All tables but the migrator's own, by name. */
export async function readSchema(source: DatabaseSource): Promise<TableSchema[]> {
	const rows = await pastTheRooms(source, 'file' in source ? sqliteQuery : postgresQuery);
	const tables = rows.map((row) => JSON.parse(String(row['told'])) as TableSchema);
	return tables.sort((a, b) => (a.name < b.name ? -1 : 1)).map(sorted);
}

function sorted(table: TableSchema): TableSchema {
	const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
	return {
		...table,
		typed: yes(table.typed),
		columns: table.columns.map((column) => ({ ...column, nullable: yes(column.nullable) })),
		indexes: table.indexes
			.map((index) => ({ ...index, unique: yes(index.unique), partial: yes(index.partial) }))
			.sort(byText),
		foreignKeys: [...table.foreignKeys].sort(byText),
		triggers: [...table.triggers].sort(byText)
	};
}

/** SQLite says 1 where PostgreSQL says true. */
function yes(value: unknown): boolean {
	return value === true || value === 1;
}

const sqliteQuery = `
select json_object(
	'name', t.name,
	'spread', coalesce(trim(substr(m.sql, instr(m.sql, '/*') + 2, instr(m.sql, '*/') - instr(m.sql, '/*') - 2)), ''),
	'typed', t.strict,
	'columns', json((
		select json_group_array(json_object('name', c.name, 'type', lower(c.type), 'nullable', not c."notnull"))
		from pragma_table_info(t.name) c)),
	'key', json((
		select json_group_array(name) from (select c.name from pragma_table_info(t.name) c where c.pk > 0 order by c.pk))),
	'indexes', json((
		select json_group_array(json_object(
			'columns', json((select json_group_array(i.name) from pragma_index_info(x.name) i)),
			'unique', x."unique", 'partial', x.partial))
		from pragma_index_list(t.name) x where x.origin <> 'pk')),
	'foreignKeys', json((
		select json_group_array(json(one)) from (
			select json_object(
				'columns', json(json_group_array(f."from")), 'table', f."table", 'references', json(json_group_array(f."to")),
				'actions', trim(replace(replace(f.on_delete || f.on_update, 'NO ACTION', ''), 'RESTRICT', ''))) as one
			from pragma_foreign_key_list(t.name) f group by f.id))),
	'triggers', json((
		select json_group_array(g.name) from sqlite_schema g where g.type = 'trigger' and g.tbl_name = t.name))
) as told
from pragma_table_list t join sqlite_schema m on m.type = 'table' and m.name = t.name
where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite_%' and t.name not like 'kysely_%'`;

const postgresQuery = `
select json_build_object(
	'name', c.relname,
	'spread', coalesce(obj_description(c.oid), ''),
	'typed', true,
	'columns', (
		select json_agg(json_build_object(
			'name', a.attname,
			'type', case when a.atttypid = 'text'::regtype and a.attcollation <> '"C"'::regcollation then 'text without C'
				else format_type(a.atttypid, a.atttypmod) end,
			'nullable', not a.attnotnull) order by a.attnum)
		from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
	'key', (
		select json_agg(a.attname order by k.place)
		from pg_index i, unnest(i.indkey) with ordinality k (number, place), pg_attribute a
		where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.number),
	'indexes', (
		select coalesce(json_agg(json_build_object(
			'columns', (
				select json_agg(a.attname order by k.place)
				from unnest(i.indkey) with ordinality k (number, place), pg_attribute a
				where a.attrelid = c.oid and a.attnum = k.number),
			'unique', i.indisunique, 'partial', i.indpred is not null)), '[]')
		from pg_index i where i.indrelid = c.oid and not i.indisprimary),
	'foreignKeys', (
		select coalesce(json_agg(json_build_object(
			'columns', (
				select json_agg(a.attname order by k.place)
				from unnest(f.conkey) with ordinality k (number, place), pg_attribute a
				where a.attrelid = f.conrelid and a.attnum = k.number),
			'table', f.confrelid::regclass::text,
			'references', (
				select json_agg(a.attname order by k.place)
				from unnest(f.confkey) with ordinality k (number, place), pg_attribute a
				where a.attrelid = f.confrelid and a.attnum = k.number),
			'actions', trim(replace(replace(concat(f.confdeltype, f.confupdtype), 'a', ''), 'r', '')))), '[]')
		from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'),
	'triggers', (
		select coalesce(json_agg(g.tgname), '[]') from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal)
)::text as told
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'kysely\\_%'`;
