/** Writing tables that a spreadsheet opens: semicolons, as Indonesian spreadsheets expect, and nothing that it would run. */

/** Lets spreadsheets know that the text is UTF-8. */
const byteOrderMark = '\uFEFF';

/** What a spreadsheet takes for a formula when a cell begins with it. */
const formula = /^[=+\-@\t\r]/;
const guarded = /^'[=+\-@\t\r]/;

/** The text of a CSV file with these rows. */
export function csvText(rows: readonly (readonly string[])[]): string {
	return byteOrderMark + rows.map((row) => row.map(csvCell).join(';') + '\r\n').join('');
}

/** One cell: guarded against formulas, quoted where it must be. */
export function csvCell(text: string): string {
	const safe = formula.test(text) ? `'${text}` : text;
	return /[;"\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell as it was before it was guarded. */
export function unguarded(cell: string): string {
	return guarded.test(cell) ? cell.slice(1) : cell;
}
