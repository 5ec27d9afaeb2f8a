/** The content policy's one exception: the till may run WebAssembly, because its scanner is of it. */

const name = 'content-security-policy';

/** Allows WebAssembly, and nothing else that `eval` would, on the page of these headers. */
export function allowWebAssembly(headers: Headers): void {
	const policy = headers.get(name);
	if (policy !== null) headers.set(name, policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"));
}
