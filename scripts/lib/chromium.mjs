/** Finds the system's Chromium for the browser tests, or installs it by apt when we are root. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { run } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/snap/bin/chromium'];
const installLine = 'apt-get update && apt-get install -y chromium';

/** @returns {string | null} */
export function findChromium() {
	const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
	const places = [
		process.env['CHROMIUM'] ?? '',
		...folders.flatMap((folder) => names.map((name) => join(folder, name)))
	];
	return [...places, ...elsewhere].find((path) => path !== '' && existsSync(path)) ?? null;
}

/** @returns {Promise<string | null>} the browser; null after saying how to install it */
export async function chromiumOrAdvice() {
	const found = findChromium();
	if (found) return found;
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		console.log(`Installing Chromium: ${installLine}`);
		await run('sh', ['-c', installLine], { DEBIAN_FRONTEND: 'noninteractive' });
		const installed = findChromium();
		if (installed) return installed;
	}
	console.error('The browser tests need Chromium, and there is none. Install it, then run npm test again:');
	console.error(`  sudo sh -c '${installLine}'`);
	return null;
}
