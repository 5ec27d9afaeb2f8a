/** Text as the bytes of a printer's letters: what a cheap one lacks is written with plain ones. */

/** `ascii` is what every printer has; `latin` is Windows 1252, which most have as page 16. */
export const codePages = ['ascii', 'latin'] as const;
export type CodePage = (typeof codePages)[number];

const unknownLetter = '?'.charCodeAt(0);

/** Signs that are no letter with an accent, and how a typewriter would write them. */
const plainSigns: ReadonlyMap<string, string> = new Map(
	Object.entries({
		'\u00a0': ' ', '\u2009': ' ', '\u202f': ' ', '‘': "'", '’': "'", '“': '"', '”': '"', '–': '-', '—': '-', '−': '-',
		'…': '...', '×': 'x', '·': '.', '•': '*', '¼': '1/4', '½': '1/2', '¾': '3/4', '°': 'o', '€': 'EUR', '→': '->'
	})
); // prettier-ignore

const latinPage = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 128 }, (_, index) => 128 + index));
const latinByte: ReadonlyMap<string, number> = new Map(Array.from(latinPage, (letter, index) => [letter, 128 + index]));

/** `text` in the letters of `page`, one byte each. A control character would be a command: it is left out. */
export function letterBytes(text: string, page: CodePage): number[] {
	return Array.from(text.normalize('NFC')).flatMap((letter) => bytesOf(letter, page));
}

function bytesOf(letter: string, page: CodePage): number[] {
	const code = letter.charCodeAt(0);
	if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return [];
	if (code < 0x7f) return [code];
	const own = page === 'latin' ? latinByte.get(letter) : undefined;
	if (own !== undefined) return [own];
	return Array.from(plainOf(letter), (plain) => asciiOf(plain));
}

function plainOf(letter: string): string {
	return plainSigns.get(letter) ?? letter.normalize('NFKD').replace(/\p{M}/gu, '');
}

function asciiOf(letter: string): number {
	const code = letter.charCodeAt(0);
	return code >= 0x20 && code < 0x7f ? code : unknownLetter;
}
