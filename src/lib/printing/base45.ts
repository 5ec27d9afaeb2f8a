/** Base45: bytes in the 45 characters that a QR code packs tightest, three for two bytes (RFC 9285). */

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const valueOf: ReadonlyMap<string, number> = new Map(Array.from(alphabet, (letter, value) => [letter, value]));
const base = alphabet.length;

export function toBase45(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += 2) {
		const [first = 0, second] = bytes.subarray(at, at + 2);
		text += second === undefined ? lettersOf(first, 2) : lettersOf(first * 256 + second, 3);
	}
	return text;
}

/** The bytes that `text` stands for, or null when it is no base45. */
export function fromBase45(text: string): Uint8Array | null {
	if (text.length % 3 === 1) return null;
	const bytes: number[] = [];
	for (let at = 0; at < text.length; at += 3) {
		const letters = text.slice(at, at + 3);
		const value = numberOf(letters);
		if (value === null || value >= (letters.length === 3 ? 65_536 : 256)) return null;
		if (letters.length === 3) bytes.push(value >> 8);
		bytes.push(value & 0xff);
	}
	return Uint8Array.from(bytes);
}

/** The lowest figure comes first. */
function lettersOf(value: number, count: number): string {
	let rest = value;
	let text = '';
	for (let made = 0; made < count; made++) {
		text += alphabet.charAt(rest % base);
		rest = Math.floor(rest / base);
	}
	return text;
}

function numberOf(letters: string): number | null {
	let value = 0;
	for (const letter of Array.from(letters).reverse()) {
		const figure = valueOf.get(letter);
		if (figure === undefined) return null;
		value = value * base + figure;
	}
	return value;
}
