/** Receipts as paper for a printer: the rows of the screen, and where a group wants them the signed codes below. */
import { present } from '#lib/kernel/assert.ts';
import { fromBase64url } from '#lib/kernel/base64url.ts';
import { type Paper, type PaperPart, type Roll, rolls, textParts } from '#lib/printing/paper.ts';
import { qrRaster } from '#lib/printing/qr.ts';
import { saleCodes } from '#lib/printing/sale-code.ts';
import { saleCodeQr } from '#lib/printing/sale-code-qr.ts';
import { receiptLines } from '#lib/sales/receipt.ts';
import { m } from '#texts/messages.js';
import { getLocale } from '#texts/runtime.js';
import type { TillGroup } from './answers.ts';
import { receiptOf } from './receipt-of.ts';
import type { Sold } from './sold.ts';

/** Rows that stand out on a receipt. */
function strong(shop: string): Readonly<Record<string, 'bold' | 'tall'>> {
	return { [shop]: 'bold', [m.books_receipt_total()]: 'bold', [m.books_receipt_change()]: 'bold' };
}

/** Rows as they are on the screen, for paper of `roll`. */
export function rowsPaper(title: string, rows: readonly string[], roll: Roll, shop: string): Paper {
	return { title, roll, parts: textParts(rows, strong(shop)) };
}

export interface SalePaper {
	readonly sold: Sold;
	readonly group: Omit<TillGroup, 'may'>;
	readonly roll: Roll;
	/** How often it was printed before. */
	readonly prints: number;
	/** Base64url of the till's signature; null where receipts carry no codes. */
	readonly signature: string | null;
}

export function salePaper({ sold, group, roll, prints, signature }: SalePaper): Paper {
	const rows = receiptLines(receiptOf(sold, group, prints), getLocale(), rolls[roll].columns);
	const parts = textParts(rows, strong(group.name));
	const title = m.counter_receipt({ number: sold.body.receiptNumber });
	return { title, roll, parts: [...parts, ...(signature === null ? [] : codeParts(sold.event.text, signature, roll))] };
}

function codeParts(text: string, signature: string, roll: Roll): PaperPart[] {
	const codes = saleCodes(text, present(fromBase64url(signature), 'a signature in base64url'));
	return codes.map((code) => ({ kind: 'picture', picture: qrRaster(saleCodeQr(code), rolls[roll].dots, codeScale) }));
}

/** Dots a square: what a cheap camera reads, and no more paper than that. */
const codeScale = 4;
