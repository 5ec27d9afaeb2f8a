/** CRC-32 as in zip and PNG files (ISO 3309): tells one receipt's codes from another's, and damage from none. */

const polynomial = 0xedb88320;
const table = Uint32Array.from({ length: 256 }, (_, start) => {
	let value = start;
	for (let bit = 0; bit < 8; bit++) value = (value & 1) === 0 ? value >>> 1 : polynomial ^ (value >>> 1);
	return value;
});

export function checksum(bytes: Uint8Array): number {
	let value = 0xffffffff;
	for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
	return (value ^ 0xffffffff) >>> 0;
}
