/** Fields of two digits of tag, two of length and the value, as merchants' payment codes are made of (EMVCo QRCPS-MPM 1.1, section 3). */

export interface Field {
	readonly tag: string;
	/** Its length counts letters, not bytes. */
	readonly value: string;
}

/** The fields that fill `text`, or null when they do not. */
export function readFields(text: string): Field[] | null {
	const letters = Array.from(text);
	const fields: Field[] = [];
	for (let at = 0; at < letters.length;) {
		const head = letters.slice(at, at + 4).join('');
		if (!/^\d{4}$/.test(head)) return null;
		const length = Number(head.slice(2));
		const value = letters.slice(at + 4, at + 4 + length);
		if (value.length < length) return null;
		fields.push({ tag: head.slice(0, 2), value: value.join('') });
		at += 4 + length;
	}
	return fields;
}

export function writeFields(fields: readonly Field[]): string {
	return fields.map(({ tag, value }) => `${tag}${twoDigits(Array.from(value).length)}${value}`).join('');
}

/** The value of the first field with `tag`, or null. */
export function valueOf(fields: readonly Field[], tag: string): string | null {
	return fields.find((field) => field.tag === tag)?.value ?? null;
}

/** CRC-16/CCITT-FALSE over the UTF-8 bytes of `text`, as four figures (ISO/IEC 13239 with polynomial 1021 and start FFFF). */
export function crc16(text: string): string {
	let value = 0xffff;
	for (const byte of new TextEncoder().encode(text)) {
		value ^= byte << 8;
		for (let bit = 0; bit < 8; bit++) value = ((value & 0x8000) === 0 ? value << 1 : (value << 1) ^ 0x1021) & 0xffff;
	}
	return value.toString(16).toUpperCase().padStart(4, '0');
}

function twoDigits(count: number): string {
	return String(count).padStart(2, '0');
}
