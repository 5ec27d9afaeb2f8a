/** The parts of a test run: each is timed, all run even when one fails, and the closing line sums what they counted. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { chromiumOrAdvice } from './chromium.mjs';
import { readJson } from './own-node.mjs';
import { listen, run, secondsSince } from './run.mjs';
import { zbarOrAdvice } from './zbar.mjs';

/** @typedef {{ passed: number, failed: number, which?: readonly string[] }} Count `which`: what failed, by name and first words */
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
			/** @type {string[]} */
			const which = [];
			for (const [command = '', ...args] of commands) {
				const { code, said } = await listen(command, args);
				if (code === 0) continue;
				console.log(said.trimEnd());
				which.push(`${command}: ${beginning(said)}`);
			}
			const failed = Number(which.length > 0);
			return { passed: 1 - failed, failed, which };
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
	/** @type {string[]} */
	const which = [];
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
		if (count.failed > 0) which.push(...named(part.name, count));
	}
	console.log(`\n── in ${secondsSince(startedAt)}\n${[...lines, ...which].join('\n')}\n`);
	return total;
}

/**
 * What failed, again at the end: a long run's own words are far above, or cut off.
 *
 * @param {string} part
 * @param {Count} count
 */
function named(part, { failed, which = [] }) {
	const names = which.length > 0 ? which : [`${failed}, see above`];
	return names.slice(0, 20).map((name) => `failed: ${part}: ${name}`);
}

/** @param {string} said */
function beginning(said) {
	const plain = stripVTControlCharacters(said).trim();
	return plain
		.split(/\s*\n\s*/u)
		.slice(0, 8)
		.join(' | ')
		.slice(0, 600);
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
 * @typedef {{ name: string, message?: string, assertionResults: { fullName: string, status: string, failureMessages?: string[] }[] }} VitestFile
 * @typedef {{ numPassedTests: number, numTotalTests: number, testResults: VitestFile[] }} VitestReport
 * @typedef {{ file: string, title: string, tests: { status: string, results: { errors: { message?: string }[] }[] }[] }} PlaywrightSpec
 * @typedef {{ suites?: PlaywrightSuite[], specs: PlaywrightSpec[] }} PlaywrightSuite
 * @typedef {{ stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>, suites: PlaywrightSuite[] }} PlaywrightReport
 */

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
	const read = /** @type {VitestReport} */ (readJson(report));
	const { numPassedTests: passed, numTotalTests: total } = read;
	const which = read.testResults.flatMap(({ name, message, assertionResults }) => [
		...(message ? [`${relative('.', name)}: ${beginning(message)}`] : []),
		...assertionResults
			.filter(({ status }) => status !== 'passed')
			.map(({ fullName, failureMessages }) => `${fullName}: ${beginning(failureMessages?.[0] ?? 'not run')}`)
	]);
	return { passed, failed: total - passed || Number(code !== 0), which };
}

/**
 * @param {string} report
 * @param {number} code
 * @returns {Count}
 */
function countPlaywright(report, code) {
	if (!existsSync(report)) return { passed: 0, failed: 1 };
	const { stats, suites } = /** @type {PlaywrightReport} */ (readJson(report));
	const failed = stats.unexpected + stats.flaky + stats.skipped || Number(code !== 0);
	return { passed: stats.expected, failed, which: suites.flatMap(unexpectedSpecs) };
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {string[]}
 */
function unexpectedSpecs({ suites = [], specs }) {
	const here = specs
		.filter(({ tests }) => tests.some(({ status }) => status !== 'expected'))
		.map(({ file, title, tests }) => {
			const error = tests.flatMap(({ results }) => results).find(({ errors }) => errors.length > 0)?.errors[0];
			return `${file}: ${title}: ${beginning(error?.message ?? 'not run')}`;
		});
	return [...here, ...suites.flatMap(unexpectedSpecs)];
}
