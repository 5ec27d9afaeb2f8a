/** Tells ESLint which file an import means, as Node would: `#lib/…` through package.json, relative paths, packages. */
import { existsSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';

export const interfaceVersion = 2;

const packageName = /^(@[\w.-]+\/)?[a-z][\w.-]*/i;

/**
 * @param {string} source what the import says
 * @param {string} file the file that says it
 * @returns {{ found: boolean, path?: string | null }}
 */
export function resolve(source, file) {
	if (isBuiltin(source)) return { found: true, path: null };
	const [name] = packageName.exec(source) ?? [];
	try {
		const path = name ? join('node_modules', name) : createRequire(file).resolve(source);
		return existsSync(path) ? { found: true, path } : { found: false };
	} catch {
		return { found: false };
	}
}
