/** Bytes survive as text, each in one spelling, the same that Node writes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64url, toBase64url } from '#lib/kernel/base64url.ts';

test('any bytes come back, spelled as Node spells them', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
			const text = toBase64url(bytes);
			expect(text).toBe(Buffer.from(bytes).toString('base64url'));
			expect(fromBase64url(text)).toEqual(bytes);
		})
	);
});

test.each(['A', 'AB=', 'A+AA', 'A/AA', 'A AA', 'AB', 'é'])('%s is not base64url', (text) => {
	expect(fromBase64url(text)).toBeNull();
});
