/**
 * What one sale leaves in the database, told by looking: the rows that a sale of the real program added and changed, with
 * its ids and numbers taken out, so that the same rows and bytes can be written again without the program.
 */
import { systemActor } from '#lib/db/tenant.ts';
import { type DatabaseSource, openDatabase } from '#lib/db/open.server.ts';
import { isId } from '#lib/kernel/id.ts';
import { receiveEvents } from '#lib/sales/receive.server.ts';
import { openStore, type Row, type Store, type Table, type Value } from './store.ts';
import { type BenchTill, TillSales } from './till-sales.ts';

/** A value of a row: as it was, one of the sale's new ids, text around new ids, or a number that grows from sale to sale. */
export type Cell =
	| { readonly value: Value }
	| { readonly newId: number }
	| { readonly around: readonly (string | number)[] }
	| { readonly counted: number };

export interface AddedRow {
	readonly table: string;
	readonly columns: readonly string[];
	readonly cells: readonly Cell[];
}

export interface ChangedRow {
	readonly table: string;
	/** Columns that grow by so much. */
	readonly grown: Readonly<Record<string, number>>;
	/** Columns that are set. */
	readonly set: Readonly<Record<string, Cell>>;
	readonly key: Row;
}

export interface Template {
	readonly added: readonly AddedRow[];
	readonly changed: readonly ChangedRow[];
	/** How many ids are made for one sale. */
	readonly newIds: number;
}

/** Columns whose numbers grow by one from sale to sale. */
const countedColumns = new Set(['seq', 'sequence']);

type Snapshot = ReadonlyMap<string, ReadonlyMap<string, Row>>;

/** Sells once on each till and tells what that did; the database at `source` is a copy that nobody else uses. */
export async function templatesOf(
	source: DatabaseSource,
	tills: readonly BenchTill[],
	tables: readonly Table[]
): Promise<Template[]> {
	const db = openDatabase(source);
	const store = openStore(source);
	try {
		const templates: Template[] = [];
		for (const till of tills) {
			const { groupId, enrolmentId } = till;
			const before = await snapshot(store, tables, groupId);
			const texts = [new TillSales(till, 1, null).next()];
			await receiveEvents(db, systemActor('bench'), { groupId, enrolmentId, texts }, (error) => {
				throw error;
			});
			templates.push(difference(tables, before, await snapshot(store, tables, groupId)));
		}
		return templates;
	} finally {
		await store.close();
		await db.close();
	}
}

/** Every row of the group by table and key. */
async function snapshot(store: Store, tables: readonly Table[], groupId: string): Promise<Snapshot> {
	const all = new Map<string, Map<string, Row>>();
	for (const { name, key, tenant } of tables) {
		if (tenant === null) continue;
		const rows = await store.rows(`select * from ${name} where ${tenant} = $1`, [groupId]);
		all.set(name, new Map(rows.map((row) => [JSON.stringify(key.map((column) => row[column])), row])));
	}
	return all;
}

function difference(tables: readonly Table[], before: Snapshot, after: Snapshot): Template {
	const known = new Set(
		[...before.values()].flatMap((rows) => [...rows.values()].flatMap((row) => Object.values(row)))
	);
	const newIds: string[] = [];
	const cellOf = (column: string, value: Value): Cell => {
		if (typeof value === 'number') return countedColumns.has(column) ? { counted: value } : { value };
		if (value === null) return { value };
		if (isId(value) && !known.has(value)) return { newId: numberOf(newIds, value) };
		return newIds.some((id) => value.includes(id)) ? { around: split(value, newIds) } : { value };
	};
	const added: AddedRow[] = [];
	const changed: ChangedRow[] = [];
	for (const { name, columns, key } of tables) {
		for (const [place, row] of after.get(name) ?? []) {
			const was = before.get(name)?.get(place);
			if (was === undefined)
				added.push({ table: name, columns, cells: columns.map((column) => cellOf(column, row[column] ?? null)) });
			else if (columns.some((column) => was[column] !== row[column]))
				changed.push(changeOf(name, columns, key, was, row));
		}
	}
	return { added, changed, newIds: newIds.length };
}

function changeOf(table: string, columns: readonly string[], key: readonly string[], was: Row, row: Row): ChangedRow {
	const grown: Record<string, number> = {};
	const set: Record<string, Cell> = {};
	for (const column of columns) {
		const from = was[column];
		const to = row[column] ?? null;
		if (from === to) continue;
		if (typeof to !== 'number') set[column] = { value: to };
		else if (countedColumns.has(column) && table !== 'head') set[column] = { counted: to };
		else grown[column] = to - Number(from);
	}
	return { table, grown, set, key: Object.fromEntries(key.map((column) => [column, row[column] ?? null])) };
}

function numberOf(ids: string[], id: string): number {
	const known = ids.indexOf(id);
	return known >= 0 ? known : ids.push(id) - 1;
}

/** The text with a number wherever one of `ids` stood. */
function split(text: string, ids: readonly string[]): (string | number)[] {
	const parts = text.split(new RegExp(`(${ids.join('|')})`));
	return parts.map((part) => (ids.includes(part) ? ids.indexOf(part) : part));
}
