/** Browser tests: the built app with a demo of its own, in the system's Chromium. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/lib/chromium.mjs';

const minuteMs = 60_000;

// Workers read this file again: what the first reading chose is handed on in the environment.
const port = (process.env['BROWSER_PORT'] ??= String(4200 + (process.pid % 600)));
const running = process.env['BASE_URL'];
const folder = running ? '' : (process.env['BROWSER_FOLDER'] ??= temporaryFolder());
const chromium = findChromium();

/** A folder for the demo that goes when this run ends. */
function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-browser-'));
	process.once('exit', () => {
		rmSync(folder, { recursive: true, force: true });
	});
	return folder;
}

export default defineConfig({
	testDir: 'tests/browser',
	testMatch: '**/*.test.ts',
	outputDir: 'test-results/browser',
	forbidOnly: true,
	// One after another: they all sell, buy and count in the one demo.
	workers: 1,
	timeout: minuteMs,
	reporter: [['list']],
	...(running
		? {}
		: {
				webServer: {
					command: 'node scripts/start.mjs',
					url: `http://localhost:${port}/healthz`,
					env: {
						EWAROENG_DATA: join(folder, 'data'),
						EWAROENG_KEYS: join(folder, 'keys', 'waroeng.keys'),
						PORT: port,
						HOST: '127.0.0.1',
						DATABASE_URL: '',
						NODE_ENV: ''
					},
					timeout: 8 * minuteMs,
					gracefulShutdown: { signal: 'SIGTERM', timeout: minuteMs },
					stdout: 'ignore',
					stderr: 'pipe'
				}
			}),
	use: {
		baseURL: running ?? `http://localhost:${port}`,
		browserName: 'chromium',
		locale: 'id-ID',
		timezoneId: 'Asia/Makassar',
		screenshot: 'only-on-failure',
		launchOptions: {
			...(chromium ? { executablePath: chromium } : {}),
			args: ['--no-sandbox', '--disable-dev-shm-usage']
		}
	}
});
