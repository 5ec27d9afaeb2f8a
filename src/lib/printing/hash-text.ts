/** 32 bytes as base64url without padding, as hashes stand in events. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const hashLength = 32;

/** The bytes of a text that may be a hash, or null when its form is another. */
export function hashBytes(text: string): number[] | null {
	if (!/^[A-Za-z0-9_-]{43}$/.test(text)) return null;
	const bytes: number[] = [];
	let [bits, held] = [0, 0];
	for (const letter of text) {
		held = ((held << 6) | alphabet.indexOf(letter)) & 0xffff;
		bits += 6;
		if (bits < 8) continue;
		bits -= 8;
		bytes.push((held >> bits) & 0xff);
	}
	return bytes.slice(0, hashLength);
}

export function hashText(bytes: readonly number[]): string {
	let text = '';
	let [bits, held] = [0, 0];
	for (const byte of bytes) {
		held = ((held << 8) | byte) & 0xffff;
		for (bits += 8; bits >= 6; bits -= 6) text += alphabet.charAt((held >> (bits - 6)) & 0x3f);
	}
	return bits === 0 ? text : text + alphabet.charAt((held << (6 - bits)) & 0x3f);
}
