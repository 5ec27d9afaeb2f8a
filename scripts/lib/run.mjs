/** Runs the steps of a script as processes of their own, one at a time, and lets Ctrl-C end the one that runs. */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { passSignals, root } from './own-node.mjs';

/**
 * Runs a command with this terminal as its own.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to ours
 * @returns {Promise<number>} its exit code
 */
export function run(command, args, env = {}) {
	return passSignals(spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }));
}

/**
 * Runs a command and keeps what it says.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to ours
 * @returns {Promise<{ code: number, said: string }>} its exit code, and its output and errors as they came
 */
export async function listen(command, args, env = {}) {
	const child = spawn(command, args, {
		cwd: root,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, ...env }
	});
	let said = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8');
		stream.on('data', (/** @type {string} */ text) => (said += text));
	}
	const ended = new Promise((resolve) => child.once('close', resolve));
	const code = await passSignals(child);
	await ended;
	return { code, said };
}

/**
 * Seconds since `startedAt`, as people read them.
 *
 * @param {number} startedAt of performance.now()
 */
export function secondsSince(startedAt) {
	return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
