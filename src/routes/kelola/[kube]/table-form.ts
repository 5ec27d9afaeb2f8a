/** A table that a form brings, as a file or pasted, and the same table as text to be sent once more. */
import * as v from 'valibot';
import { csvText } from '#lib/files/csv.ts';
import { readTable } from '#lib/files/read-table.server.ts';
import type { Table } from '#lib/files/table.ts';

export const TableForm = v.object({
	file: v.optional(v.instance(File)),
	table: v.optional(v.string(), '')
});

/** Throws NotATable, TableTooLarge. */
export async function tableFrom({ file, table }: v.InferOutput<typeof TableForm>): Promise<Table> {
	if (file === undefined || file.size === 0) return readTable(table);
	return readTable(new Uint8Array(await file.arrayBuffer()));
}

/** The table in a form that reads back the same. */
export function tableText({ headings, rows }: Table): string {
	return `sep=;\r\n${csvText([headings, ...rows.map((row) => row.cells)]).replace(/^\uFEFF/, '')}`;
}

/** One cell of a table that stands in the way. */
export interface ShownProblem {
	/** As the spreadsheet numbers it. */
	readonly row: number;
	readonly column: string;
	readonly text: string;
}

/** What a look at a table found. */
export interface CheckedTable {
	/** The table, to be sent once more when nothing is wrong. */
	readonly text: string;
	readonly rows: readonly { readonly row: number; readonly name: string; readonly outcome: string }[];
	readonly problems: readonly ShownProblem[];
}
