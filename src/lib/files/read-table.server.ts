/** Reading a table that people send, however their spreadsheet wrote it. */
import papaparse from 'papaparse';
import { holdsCardNumber } from '#lib/kernel/card-number.ts';
import { holdsNik } from '#lib/kernel/resident-number.ts';
import { unguarded } from './csv.ts';
import {
	CardNumberInTable,
	foldedHeading,
	NikInTable,
	NotATable,
	type Table,
	tableBytesMax,
	type TableRow,
	tableRowsMax,
	TableTooLarge
} from './table.ts';

const delimiters = ['\t', ';', ','] as const;

/** Reads a file's bytes or pasted text. Throws NotATable, TableTooLarge, CardNumberInTable, NikInTable. */
export function readTable(sent: Uint8Array | string): Table {
	const { declared, body } = declaredDelimiter(sentText(sent));
	const [headings, ...rest] = rowsIn(body, declared ?? usualDelimiter(body), declared === null ? 1 : 2);
	if (headings === undefined) throw new NotATable();
	if (rest.length > tableRowsMax) throw new TableTooLarge();
	checkNumbers(headings, rest);
	return { headings: headings.cells, rows: rest };
}

/** What was sent, a file's bytes or pasted text, as text. Throws NotATable, TableTooLarge. */
export function sentText(sent: Uint8Array | string): string {
	if (sent.length > tableBytesMax) throw new TableTooLarge();
	return typeof sent === 'string' ? sent.replace(/^\uFEFF/, '') : textOf(sent);
}

/** The rows of `body` with something in them, the first line numbered `first`. */
export function rowsIn(body: string, delimiter: string, first = 1): TableRow[] {
	const { data } = papaparse.parse<string[]>(body, { delimiter, skipEmptyLines: false });
	return data
		.map((cells, index): TableRow => ({ number: index + first, cells: cells.map(unguarded) }))
		.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

/** A NIK has as many figures as a card, and every tenth one would pass for one; it stands in its own column only. */
function checkNumbers(headings: TableRow, rows: readonly TableRow[]): void {
	const isNik = headings.cells.map((heading) => /\bnik\b/.test(foldedHeading(heading)));
	for (const { number, cells } of [headings, ...rows]) {
		const others = cells.filter((_, at) => isNik[at] !== true);
		if (others.some(holdsCardNumber)) throw new CardNumberInTable(number);
		if (others.some(holdsNik)) throw new NikInTable(number);
	}
}

/** The bytes as text: UTF-8 or UTF-16 with a mark, UTF-8 without one, else the Windows letters of old spreadsheets. */
function textOf(bytes: Uint8Array): string {
	const [first, second] = bytes;
	const encoding =
		first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
	const text = encoding === null ? plainText(bytes) : new TextDecoder(encoding).decode(bytes);
	if (text.includes('\0') || text.startsWith('PK')) throw new NotATable();
	return text;
}

function plainText(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** A first line `sep=;`, as some spreadsheets write it, says which sign separates. */
function declaredDelimiter(text: string): { declared: string | null; body: string } {
	const line = /^sep=(.)\r?\n/i.exec(text);
	return line === null
		? { declared: null, body: text }
		: { declared: line[1] ?? null, body: text.slice(line[0].length) };
}

/** The sign that stands most often in the headings; they hold no amounts, so that a decimal comma cannot mislead. */
function usualDelimiter(text: string): string {
	const line = text.split(/\r\n|\r|\n/).find((candidate) => candidate.trim() !== '') ?? '';
	const bare = line.replace(/"[^"]*"/g, '');
	const counted = delimiters.map((delimiter) => ({ delimiter, times: bare.split(delimiter).length - 1 }));
	return counted.reduce((most, one) => (one.times > most.times ? one : most)).delimiter;
}
