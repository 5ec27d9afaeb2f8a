/** Builds the app when what it is made of has changed since the last build. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './own-node.mjs';
import { listen, secondsSince } from './run.mjs';

const stampFile = join(root, 'build', '.stamp');
const madeOf = [
	'src',
	'static',
	'messages',
	'project.inlang/settings.json',
	'svelte.config.js',
	'vite.config.ts',
	'scripts/lib/till-files.mjs',
	'tsconfig.json',
	'package.json',
	'package-lock.json'
];
/** Written by the build itself. */
const generated = new Set(['texts']);

/** @returns {Promise<boolean>} whether there is a build of what is here now */
export async function buildWhenStale() {
	const stamp = stampOfSources();
	if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return true;
	console.log('Building the app; this takes half a minute or so …');
	const startedAt = performance.now();
	const { code, said } = await listen('vite', ['build', '--logLevel', 'warn']);
	if (code !== 0) {
		console.error(said);
		return false;
	}
	writeFileSync(stampFile, stamp);
	console.log(`Built in ${secondsSince(startedAt)}.`);
	return true;
}

function stampOfSources() {
	const hash = createHash('sha256');
	for (const path of madeOf.flatMap(filesBelow))
		hash
			.update(path)
			.update('\0')
			.update(readFileSync(join(root, path)))
			.update('\0');
	return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
	if (!existsSync(join(root, path))) return [];
	if (statSync(join(root, path)).isFile()) return [path];
	return readdirSync(join(root, path))
		.filter((name) => !generated.has(name))
		.sort()
		.flatMap((name) => filesBelow(join(path, name)));
}
