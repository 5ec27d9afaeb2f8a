/** The parts of a test run: each is timed, all run even when one fails, and the closing line sums what they counted. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumOrAdvice } from './chromium.mjs';
import { readJson } from './own-node.mjs';
import { listen, run, secondsSince } from './run.mjs';
import { zbarOrAdvice } from './zbar.mjs';

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ name: string, run: () => Promise<Count> }} Part */

/**
 * A part that says yes or no, and speaks only when it says no.
 *
 * @param {string} name
 * @param {readonly (readonly string[])[]} commands all of which must succeed
 * @returns {Part}
 */
export function check(name, ...commands) {
	return {
		name,
		async run() {
			let failed = 0;
			for (const [command = '', ...args] of commands) {
				const { code, said } = await listen(command, args);
				if (code === 0) continue;
				console.log(said.trimEnd());
				failed = 1;
			}
			return { passed: 1 - failed, failed };
		}
	};
}

/**
 * A part of Vitest projects: every test counts.
 *
 * @param {string} name
 * @param {string} project
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Part}
 */
export function vitest(name, project, env = {}) {
	return {
		name,
		run: () =>
			withReport(async (report) => {
				const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
				const code = await run('vitest', ['run', '--project', project, ...reporters], env);
				return countVitest(report, code);
			})
	};
}

/** @returns {Part} the programs that tests of other parts call */
export function programs() {
	return {
		name: 'programs',
		run: async () => ((await zbarOrAdvice()) === null ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 })
	};
}

/**
 * @param {string} name
 * @param {readonly string[]} files parts of their names; none for all
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {Part}
 */
export function browserTests(name, files = [], more = {}) {
	return {
		name,
		async run() {
			const chromium = await chromiumOrAdvice();
			if (!chromium) return { passed: 0, failed: 1 };
			return withReport(async (report) => {
				const env = { ...more, PLAYWRIGHT_JSON_OUTPUT_NAME: report, CHROMIUM: chromium };
				const code = await run('playwright', ['test', ...files, '--reporter=line,json'], env);
				return countPlaywright(report, code);
			});
		}
	};
}

/**
 * @param {readonly Part[]} parts
 * @returns {Promise<Count>}
 */
export async function runParts(parts) {
	const total = { passed: 0, failed: 0 };
	/** @type {string[]} */
	const lines = [];
	const startedAt = performance.now();
	for (const part of parts) {
		console.log(`\n── ${part.name}`);
		const partStartedAt = performance.now();
		const count = await part.run();
		const line = `${part.name.padEnd(14)} ${secondsSince(partStartedAt).padStart(8)}   ${closingLine(count)}`;
		console.log(line);
		lines.push(line);
		total.passed += count.passed;
		total.failed += count.failed;
	}
	console.log(`\n── in ${secondsSince(startedAt)}\n${lines.join('\n')}\n`);
	return total;
}

/** @param {Count} count */
export function closingLine({ passed, failed }) {
	return `${passed} passed, ${failed} failed`;
}

/**
 * @param {(report: string) => Promise<Count>} use
 * @returns {Promise<Count>}
 */
async function withReport(use) {
	const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-report-'));
	try {
		return await use(join(folder, 'report.json'));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * A run that ended badly without one failed test (a file that does not load, a rejection nobody caught) counts as one.
 * A test that was skipped counts as failed: nothing here may be left out in silence.
 *
 * @param {string} report
 * @param {number} code
 * @returns {Count}
 */
function countVitest(report, code) {
	if (!existsSync(report)) return { passed: 0, failed: 1 };
	const read = /** @type {{ numPassedTests: number, numTotalTests: number }} */ (readJson(report));
	const { numPassedTests: passed, numTotalTests: total } = read;
	return { passed, failed: total - passed || Number(code !== 0) };
}

/**
 * @param {string} report
 * @param {number} code
 * @returns {Count}
 */
function countPlaywright(report, code) {
	if (!existsSync(report)) return { passed: 0, failed: 1 };
	const { stats } = /** @type {{ stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> }} */ (
		readJson(report)
	);
	return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped || Number(code !== 0) };
}
