/** The system's Chromium for the browser tests. */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { foundOrAdvice, onPath } from './apt.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/snap/bin/chromium'];

/** @returns {string | null} */
export function findChromium() {
	const given = process.env['CHROMIUM'] ?? '';
	if (given !== '' && existsSync(given)) return given;
	return onPath(names) ?? elsewhere.find((path) => existsSync(path)) ?? null;
}

/** @returns {Promise<string | null>} the browser; null after saying how to install it */
export function chromiumOrAdvice() {
	return foundOrAdvice({
		need: 'The browser tests need Chromium',
		name: 'Chromium',
		installLine: 'apt-get update && apt-get install -y chromium',
		find: findChromium
	});
}
