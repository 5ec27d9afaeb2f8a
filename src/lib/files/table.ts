/** A table that people send: saved from a spreadsheet, or copied out of one. */
import { Refusal } from '#lib/kernel/refusal.ts';
import { folded } from '#lib/kernel/text.ts';

export interface TableRow {
	/** As the spreadsheet numbers it; the headings are usually row 1. */
	readonly number: number;
	readonly cells: readonly string[];
}

export interface Table {
	readonly headings: readonly string[];
	/** Rows with something in them. */
	readonly rows: readonly TableRow[];
}

export const tableBytesMax = 2 * 1024 * 1024;
export const tableRowsMax = 2000;

/** What was sent is no table: a spreadsheet's own file, a picture, nothing at all. */
export class NotATable extends Refusal {
	readonly code = 'files.not-a-table';

	constructor() {
		super('This is no table in plain text.');
	}
}

/** More than one import takes. */
export class TableTooLarge extends Refusal {
	readonly code = 'files.table-too-large';
	readonly rowsMax = tableRowsMax;

	constructor() {
		super(`A table has at most ${tableRowsMax} rows and two megabytes.`);
	}
}

/** A cell holds the number of a bank card, which is never kept (R25); the table is refused whole. */
export class CardNumberInTable extends Refusal {
	readonly code = 'files.card-number';
	/** As the spreadsheet numbers it. */
	readonly row: number;

	constructor(row: number) {
		super(`Row ${row} holds the number of a bank card.`);
		this.row = row;
	}
}

/** A cell outside the column of NIKs holds one; only that column is kept secret (R72). */
export class NikInTable extends Refusal {
	readonly code = 'files.nik';
	/** As the spreadsheet numbers it. */
	readonly row: number;

	constructor(row: number) {
		super(`Row ${row} holds a NIK outside its column.`);
		this.row = row;
	}
}

/** None of the headings says what its column holds. */
export class HeadingsMissing extends Refusal {
	readonly code = 'files.headings-missing';
	/** The heading that has to be there. */
	readonly heading: string;

	constructor(heading: string) {
		super(`No column is headed ${heading}.`);
		this.heading = heading;
	}
}

/** A heading as it is compared: without what stands in brackets, case, accents and signs. */
export function foldedHeading(text: string): string {
	return folded(text.replace(/\([^)]*\)/g, ' '));
}

/** Where each of `columns` stands, by the headings (folded) that people give it; a column that is not there is left out. */
export function columnPlaces<Key extends string>(
	{ headings }: Pick<Table, 'headings'>,
	columns: Readonly<Record<Key, readonly string[]>>
): ReadonlyMap<Key, number> {
	const places = headings.map(foldedHeading);
	const found = (Object.keys(columns) as Key[]).map(
		(key) => [key, places.findIndex((heading) => columns[key].includes(heading))] as const
	);
	return new Map(found.filter(([, place]) => place >= 0));
}

/** What a row has in a column, without spaces around it; empty where there is no such column. */
export function cellOf<Key extends string>({ cells }: TableRow, places: ReadonlyMap<Key, number>, key: Key): string {
	const place = places.get(key);
	return place === undefined ? '' : (cells[place] ?? '').trim();
}
