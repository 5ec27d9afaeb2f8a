/** `npm test` and `npm run test:deep`: installs what is missing, runs every part, ends with `N passed, N failed`. Runs on any Node from 20. */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildWhenStale } from './lib/build.mjs';
import { underOwnNode } from './lib/own-node.mjs';
import { browserTests, check, closingLine, programs, runParts, vitest } from './lib/parts.mjs';

const compileTexts = [
	...['paraglide-js', 'compile', '--project', './project.inlang', '--outdir', './src/texts'],
	...['--strategy', 'cookie', 'baseLocale', '--emit-ts-declarations']
];

const prepare = check('prepare', compileTexts, ['svelte-kit', 'sync']);

const build = {
	name: 'build',
	run: async () => ((await buildWhenStale()) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
};

const usual = [
	prepare,
	programs(),
	check('format', ['prettier', '--check', '--log-level', 'warn', '.']),
	check('lint', ['eslint', '--max-warnings', '0', '.']),
	check('types', ['tsc', '-p', 'tsconfig.json'], ['svelte-check', '--fail-on-warnings', '--output', 'human']),
	check('knip', ['knip']),
	vitest('rules', 'rules'),
	vitest('db sqlite', 'db-sqlite'),
	vitest('db postgres', 'db-postgres'),
	vitest('contract', 'contract'),
	vitest('architecture', 'architecture'),
	build,
	browserTests('browser')
];

const deepEnv = { DEEP: '1' };
const deep = [
	prepare,
	programs(),
	build,
	vitest('long rules', 'rules', deepEnv),
	vitest('long sqlite', 'db-sqlite', deepEnv),
	vitest('long postgres', 'db-postgres', deepEnv),
	vitest('faults', 'faults', deepEnv),
	browserTests('long day', ['kasir-day'], deepEnv)
];

await underOwnNode(fileURLToPath(import.meta.url));
if (!process.stdout.isTTY) process.env['NO_COLOR'] = '1';
// What a developer has set for `npm start` is not for the tests.
for (const name of ['DATABASE_URL', 'NODE_ENV', 'EWAROENG_DATA', 'PORT', 'HOST', 'TLS_CERT', 'TLS_KEY']) {
	Reflect.deleteProperty(process.env, name);
}
const count = await runParts(process.argv.includes('--deep') ? deep : usual);
console.log(closingLine(count));
process.exitCode = count.failed === 0 ? 0 : 1;
