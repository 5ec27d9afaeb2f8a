/** Bytes as text in base64url without padding (RFC 4648 §5), as hashes and signatures travel. */

/** `bytes` as text. */
export function toBase64url(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replace(/=+$/, '');
}

/** The bytes that `text` stands for; null when it is not base64url, or not the one way to write them. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
	if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
	const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
	return toBase64url(bytes) === text ? bytes : null;
}
