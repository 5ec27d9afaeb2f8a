/** What the till's service worker keeps, and by which rules; pure, so that it is tested without one. */

/** One file of the till, as the build lists it in `_app/kasir.json`. */
export interface ShellFile {
	readonly path: string;
	/** Over the wire, about. */
	readonly bytes: number;
	/** Loaded at once, or when a sheet first needs it. */
	readonly kind: 'first' | 'later';
}

/** The page that stands for every address under `/kasir`: the browser's script reads the address. */
export const shellPath = '/kasir';
/** Where a worker notes what it weighs: a page asks for it to say how large a new version is. */
export const weightPath = '/kasir/.berat';
/** What of the static files the till shows at once or is installed by. */
export const staticPaths = ['/manifest.webmanifest', '/icon.svg', '/icon-192.png', '/icon-512.png'] as const;
/** Pictures are kept by use, the oldest go first. */
export const picturesMax = 400;

export type Way = 'shell' | 'kept' | 'picture' | 'network';

/** How a request under the worker is answered. */
export function wayOf(method: string, path: string, isNavigation: boolean): Way {
	if (method !== 'GET') return 'network';
	if (isNavigation) return path === shellPath || path.startsWith(`${shellPath}/`) ? 'shell' : 'network';
	if (path.startsWith('/goods/') || path.startsWith('/gambar/')) return 'picture';
	const isStatic = staticPaths.some((known) => known === path);
	return isStatic || path.startsWith('/_app/immutable/') ? 'kept' : 'network';
}

const nonceForm = /'nonce-[^']+'/g;
const scriptForm = /<script\b[^>]*>([\s\S]*?)<\/script>/g;

/** The inline scripts of a page, exactly as a browser hashes them. */
export function inlineScripts(html: string): string[] {
	return [...html.matchAll(scriptForm)].map(([, script = '']) => script).filter((script) => script.trim() !== '');
}

/**
 * A kept page says by hashes which of its scripts may run: a nonce that is used again would say nothing. `hashes` are
 * SHA-256 in base64 of its inline scripts.
 */
export function hashedPolicy(policy: string, hashes: readonly string[]): string {
	const said = hashes.map((hash) => `'sha256-${hash}'`).join(' ');
	return policy
		.split(';')
		.map((directive) => {
			const isScript = directive.trim().startsWith('script-src ');
			return directive
				.replace(nonceForm, isScript ? said : '')
				.replace(/\s+/g, ' ')
				.trim();
		})
		.filter((directive) => directive !== '')
		.join('; ');
}

/** The page without its nonces. */
export function withoutNonces(html: string): string {
	return html.replace(/ nonce="[^"]*"/g, '');
}

/** Whether a page loads what the list names: else one of the two is of another version, and both are fetched again later. */
export function isOfOneBuild(html: string, files: readonly ShellFile[]): boolean {
	return files.some(({ path }) => path.includes('/entry/start.') && html.includes(path));
}

/** The header by which a kept page asks for all that it loads at once, instead of finding one file through another. */
export function linksOf(files: readonly ShellFile[]): string {
	const first = files.filter(({ kind }) => kind === 'first').map(({ path }) => path);
	const styles = first.filter((path) => path.endsWith('.css')).map((path) => `<${path}>; rel="preload"; as="style"`);
	const scripts = first.filter((path) => path.endsWith('.js')).map((path) => `<${path}>; rel="modulepreload"`);
	return [...styles, ...scripts].join(', ');
}
