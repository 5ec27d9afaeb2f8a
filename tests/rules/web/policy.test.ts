/** The content policy's one exception. */
import { expect, test } from 'vitest';
import { allowWebAssembly } from '#lib/web/policy.server.ts';

const name = 'content-security-policy';

test('the till may run WebAssembly, and nothing else is loosened', () => {
	const headers = new Headers({ [name]: "default-src 'self'; script-src 'self' 'nonce-a'; style-src 'self'" });
	allowWebAssembly(headers);
	expect(headers.get(name)).toBe(
		"default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'nonce-a'; style-src 'self'"
	);
});

test('what has no policy gets none', () => {
	const headers = new Headers();
	allowWebAssembly(headers);
	expect(headers.has(name)).toBe(false);
});
