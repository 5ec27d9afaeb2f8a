/** The signed codes of a receipt on its paper: apart from reading them, so that who only reads loads no QR library. */
import type { Language } from '#lib/look/language.ts';
import { m } from '#texts/messages.js';
import { type PaperPart, type Roll, rolls } from './paper.ts';
import { alphanumericQr, type QrCode, qrRaster } from './qr.ts';
import { centred } from './rows.ts';
import { saleCodes } from './sale-code.ts';

/** The largest QR code that a thermal printer and a cheap camera agree about. */
const versionMax = 12;

/** The code of one of `saleCodes`: version 12-M or smaller. */
export function saleCodeQr(text: string): QrCode {
	return alphanumericQr(text, versionMax);
}

/** The foot of a receipt: its codes one below the other, each with its place among them. */
export function saleCodeParts(
	eventText: string,
	signature: Uint8Array,
	{ roll, language }: { readonly roll: Roll; readonly language: Language }
): PaperPart[] {
	const { columns, dots } = rolls[roll];
	const codes = saleCodes(eventText, signature);
	return codes.flatMap((code, index): PaperPart[] => [
		...centred(m.printing_sale_code({ number: index + 1, count: codes.length }, { locale: language }), columns).map(
			(text): PaperPart => ({ kind: 'text', text })
		),
		{ kind: 'picture', picture: qrRaster(saleCodeQr(code), dots) }
	]);
}
