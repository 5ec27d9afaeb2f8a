/** Finds a program that the tests need, or installs it by apt when we are root; else says the line to run. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { run } from './run.mjs';

/**
 * @typedef {object} Program
 * @property {string} need who needs it: `The browser tests need Chromium`
 * @property {string} name `Chromium`
 * @property {string} installLine what root runs to have it
 * @property {() => string | null} find where it is
 */

/**
 * @param {readonly string[]} names of which the first that is there counts
 * @returns {string | null}
 */
export function onPath(names) {
	const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
	const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
	return places.find((path) => existsSync(path)) ?? null;
}

/**
 * @param {Program} program
 * @returns {Promise<string | null>} where it is; null after saying how to install it
 */
export async function foundOrAdvice({ need, name, installLine, find }) {
	const found = find();
	if (found) return found;
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		console.log(`Installing ${name}: ${installLine}`);
		await run('sh', ['-c', installLine], { DEBIAN_FRONTEND: 'noninteractive' });
		const installed = find();
		if (installed) return installed;
	}
	console.error(`${need}, and there is none. Install it, then run npm test again:`);
	console.error(`  sudo sh -c '${installLine}'`);
	return null;
}
