/**
 * ESC/POS: paper as the bytes of a receipt printer. Only commands that the cheapest printers know too (Epson, ESC/POS
 * Application Programming Guide); why by hand stands in `docs/decisions/0011-paper-and-codes.md`.
 */
import { type CodePage, letterBytes } from './letters.ts';
import { type Emphasis, type Paper, type PaperPart, rolls } from './paper.ts';
import { bytesOf, inMiddle, type Raster } from './raster.ts';

export interface PrinterSettings {
	readonly codePage: CodePage;
	/** The printer has a knife. */
	readonly cuts: boolean;
	/** A cash drawer hangs on the printer. */
	readonly hasDrawer: boolean;
}

/** What is right for the printer of which nothing is known. */
export const plainPrinter: PrinterSettings = { codePage: 'ascii', cuts: false, hasDrawer: false };

const [lf, esc, fs, gs] = [0x0a, 0x1b, 0x1c, 0x1d];
const letter = (text: string): number => text.charCodeAt(0);

const begin = [esc, letter('@')];
/** Chinese printers else read two bytes above 127 as one sign. */
const noDoubleBytes = [fs, letter('.')];
const pageNumber: Readonly<Record<CodePage, number>> = { ascii: 0, latin: 16 };
/** The motor that drives the drawer: on for 50 ms, off for 500. */
const kick = [esc, letter('p'), 0, 25, 250];
const cut = [gs, letter('V'), 66, 0];
/** So that the last row passes the edge at which people tear. */
const rowsToEdge = 4;
/** Rows of dots in one command: small printers hold no more. */
const bandRows = 128;

/** The bytes that print `paper`. */
export function printBytes(paper: Paper, settings: PrinterSettings): Uint8Array {
	const { dots } = rolls[paper.roll];
	const page = [...noDoubleBytes, esc, letter('t'), pageNumber[settings.codePage]];
	const parts = paper.parts.flatMap((part) => partBytes(part, dots, settings.codePage));
	const end = [...feed(rowsToEdge), ...(settings.cuts ? cut : [])];
	return Uint8Array.from([...begin, ...page, ...parts, ...end]);
}

/** The bytes that open the drawer; none without a drawer. */
export function drawerBytes({ hasDrawer }: PrinterSettings): Uint8Array {
	return Uint8Array.from(hasDrawer ? [...begin, ...kick] : []);
}

function partBytes(part: PaperPart, dots: number, page: CodePage): number[] {
	switch (part.kind) {
		case 'text':
			return [...emphasised(letterBytes(part.text, page), part.emphasis), lf];
		case 'picture':
			return pictureBytes(inMiddle(part.picture, dots));
		case 'feed':
			return feed(part.rows);
	}
}

function emphasised(bytes: number[], emphasis: Emphasis | undefined): number[] {
	if (emphasis === undefined) return bytes;
	const [on, off] = emphasis === 'tall' ? [size(0x01), size(0x00)] : [[], []];
	return [...bold(1), ...on, ...bytes, ...off, ...bold(0)];
}

const bold = (value: 0 | 1): number[] => [esc, letter('E'), value];
const size = (value: number): number[] => [gs, letter('!'), value];
const feed = (rows: number): number[] => [esc, letter('d'), Math.min(rows, 255)];

function pictureBytes({ width, height, bits }: Raster): number[] {
	const rowBytes = bytesOf(width);
	const bytes: number[] = [];
	for (let top = 0; top < height; top += bandRows) {
		const rows = Math.min(bandRows, height - top);
		bytes.push(gs, letter('v'), letter('0'), 0, rowBytes & 0xff, rowBytes >> 8, rows & 0xff, rows >> 8);
		for (const byte of bits.subarray(top * rowBytes, (top + rows) * rowBytes)) bytes.push(byte);
	}
	return bytes;
}
