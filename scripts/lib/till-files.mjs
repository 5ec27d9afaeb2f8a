/** What the till loads: as one file at once, and as the list `_app/kasir.json` for its service worker. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { root } from './own-node.mjs';

/** What of the routes the till shows; everything else is for pages of the server. */
const tillRoutes = /\/src\/routes\/(kasir\/|\+layout|\+error)/;
/** Read by a camera where the browser has no reader of its own: kept when first used. */
const keptByUse = '.wasm';

const importForm =
	/(?:^|[\n;{}])\s*(?:import|export)\s(?!type\b)[^'";]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'/g;
const lateForm = /\bimport\('([^']+)'\)/g;

/**
 * The modules of `src` that the pages under `/kasir` load at once. The till is the only part that runs script: as a file for
 * each small module their headers alone were a fifth of its first load.
 *
 * @returns {ReadonlySet<string>} absolute paths
 */
export function firstModules() {
	const folder = join(root, 'src', 'routes', 'kasir');
	const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((path) => /\.(svelte|ts)$/.test(path))
		.map((path) => join(folder, path));
	return ours(reached(pages, [importForm]));
}

/**
 * The modules of `src` that the till loads when a sheet first needs them. One file again: a hundred small ones weighed half
 * as much more.
 *
 * @param {ReadonlySet<string>} first
 * @returns {ReadonlySet<string>} absolute paths
 */
export function laterModules(first) {
	const all = ours(reached([...first], [importForm, lateForm]));
	return new Set([...all].filter((path) => !first.has(path)));
}

/** @param {ReadonlySet<string>} paths */
function ours(paths) {
	return new Set([...paths].filter((path) => path.startsWith(join(root, 'src', 'lib'))));
}

/**
 * All modules that some lead to.
 *
 * @param {readonly string[]} from @param {readonly RegExp[]} forms how a module names another
 */
function reached(from, forms) {
	const waiting = [...from];
	/** @type {Set<string>} */
	const found = new Set();
	for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
		if (found.has(path) || !existsSync(path)) continue;
		found.add(path);
		const text = readFileSync(path, 'utf8');
		for (const [, named, bare] of forms.flatMap((form) => [...text.matchAll(form)])) {
			const target = moduleAt(dirname(path), named ?? bare ?? '');
			if (target !== null) waiting.push(target);
		}
	}
	return found;
}

/** @param {string} folder @param {string} source @returns {string | null} */
function moduleAt(folder, source) {
	if (source.startsWith('#lib/')) return join(root, 'src', 'lib', source.slice('#lib/'.length));
	return source.startsWith('.') && /\.(svelte|ts)$/.test(source) ? resolve(folder, source) : null;
}

/**
 * A Vite plugin: writes the list of files that the pages under `/kasir` can ever load.
 *
 * @returns {import('vite').Plugin}
 */
export function tillFiles() {
	return {
		name: 'till-files',
		apply: 'build',
		generateBundle: {
			order: 'post',
			handler(_options, bundle) {
				/** @param {string | null} id */
				const importedBy = (id) => (id === null ? [] : (this.getModuleInfo(id)?.importedIds ?? []));
				const files = reachable(bundle, importedBy);
				if (files === null) return;
				this.emitFile({ type: 'asset', fileName: '_app/kasir.json', source: JSON.stringify({ files }) });
			}
		}
	};
}

/**
 * Walks from the app's entries over all they import, but into the nodes of the till's own routes only.
 *
 * @param {import('vite').Rolldown.OutputBundle} bundle
 * @param {(id: string | null) => readonly string[]} importedBy
 * @returns {{ path: string, bytes: number, kind: 'first' | 'later' }[] | null} null for a bundle that is not the browser's
 */
function reachable(bundle, importedBy) {
	const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
	const entries = chunks.filter(({ isEntry, fileName }) => isEntry && fileName.includes('/entry/'));
	if (entries.length === 0) return null;
	const nodes = new Map(
		chunks.filter(({ fileName }) => fileName.includes('/nodes/')).map((chunk) => [chunk.fileName, chunk])
	);
	const isTills = (/** @type {string} */ name) => {
		const node = nodes.get(name);
		if (node === undefined) return true;
		const sources = importedBy(node.facadeModuleId);
		return sources.some((id) => tillRoutes.test(id));
	};
	/** @type {Map<string, 'first' | 'later'>} */
	const found = new Map();
	/** @param {string} name @param {'first' | 'later'} kind */
	const walk = (name, kind) => {
		const chunk = bundle[name];
		if (chunk === undefined || found.get(name) === 'first' || found.get(name) === kind) return;
		found.set(name, kind);
		if (chunk.type !== 'chunk') return;
		for (const next of chunk.imports) walk(next, kind);
		for (const asset of assetsOf(chunk)) if (!asset.endsWith(keptByUse)) walk(asset, kind);
		for (const next of chunk.dynamicImports) if (isTills(next)) walk(next, nodes.has(next) ? 'first' : 'later');
	};
	for (const { fileName } of entries) walk(fileName, 'first');
	return [...found].map(([name, kind]) => ({ path: `/${name}`, bytes: weight(bundle[name]), kind }));
}

/** @param {import('vite').Rolldown.OutputChunk} chunk @returns {string[]} styles and other files that a chunk brings along */
function assetsOf({ viteMetadata }) {
	return viteMetadata === undefined ? [] : [...viteMetadata.importedCss, ...viteMetadata.importedAssets];
}

/** @param {import('vite').Rolldown.OutputChunk | import('vite').Rolldown.OutputAsset | undefined} output bytes over the wire, about */
function weight(output) {
	if (output === undefined) return 0;
	return brotliCompressSync(output.type === 'chunk' ? output.code : output.source).length;
}
