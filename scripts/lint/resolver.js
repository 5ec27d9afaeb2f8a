/** Tells ESLint which file an import means, as Node would: `#lib/…` through package.json, relative paths, packages. */
import { createRequire, isBuiltin } from 'node:module';

export const interfaceVersion = 2;

/**
 * @param {string} source what the import says
 * @param {string} file the file that says it
 * @returns {{ found: boolean, path?: string | null }}
 */
export function resolve(source, file) {
	if (isBuiltin(source)) return { found: true, path: null };
	try {
		return { found: true, path: createRequire(file).resolve(source) };
	} catch {
		return { found: false };
	}
}
