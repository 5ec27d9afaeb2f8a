/** The server's entry: the built app behind our own front door. `npm start` calls it; so does a service manager, under Node 24. */
import process from 'node:process';
import { bytesMax } from './scripts/server/bodies.mjs';
import { addressHeader, protocolHeader } from './scripts/server/sender.mjs';
import { serve } from './scripts/server/serve.mjs';
import { BadSetting, readSettings } from './scripts/server/settings.mjs';

const nodeMajorMin = 22;
const closingMsMax = 30_000;
/** Ctrl-C in a terminal reaches us several times at once: from the terminal, and from those who started us. */
const sameSignalMs = 1000;
/** The numbers by which the app's own log (pino) tells levels. */
const levels = { info: 30, error: 50, fatal: 60 };

/** @type {() => Promise<void>} */
let leave = () => Promise.resolve();
let leavingSince = 0;

try {
	await start();
} catch (error) {
	stopWith(error);
}

async function start() {
	if (Number.parseInt(process.versions.node, 10) < nodeMajorMin) {
		throw new BadSetting(
			`This is Node ${process.versions.node}; the server needs ${nodeMajorMin} or newer. Use npm start.`
		);
	}
	const settings = readSettings(process.env);
	watch();
	const server = serve(await builtHandler(), settings);
	leave = async () => {
		hook('ewaroeng.closing')?.();
		await server.close(closingMsMax);
		await hook('ewaroeng.shutdown')?.();
	};
	const url = await server.listen();
	log('info', 'listening', { url });
	process.send?.({ listening: url });
}

/** The app reads these when it is imported. @returns {Promise<import('./scripts/server/serve.mjs').Handler>} */
async function builtHandler() {
	Object.assign(process.env, {
		BODY_SIZE_LIMIT: String(bytesMax + 1),
		PROTOCOL_HEADER: protocolHeader,
		ADDRESS_HEADER: addressHeader,
		EWAROENG_ROOT: process.env['EWAROENG_ROOT'] ?? import.meta.dirname
	});
	const built = new URL('build/handler.js', import.meta.url).href;
	/** @type {unknown} */
	const app = await import(built);
	return /** @type {{ handler: import('./scripts/server/serve.mjs').Handler }} */ (app).handler;
}

/**
 * What the app hangs out for us: `ewaroeng.closing` closes event streams, `ewaroeng.shutdown` closes the database.
 *
 * @param {string} name
 * @returns {(() => unknown) | undefined}
 */
function hook(name) {
	return /** @type {Record<symbol, (() => unknown) | undefined>} */ (globalThis)[Symbol.for(name)];
}

function watch() {
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void finish(signal, 0));
	process.on('unhandledRejection', (reason) => {
		log('error', 'unhandled rejection', { error: described(reason) });
	});
	process.on('uncaughtException', (error) => {
		log('fatal', 'uncaught exception', { error: described(error) });
		void finish('uncaughtException', 1);
	});
}

/**
 * Serves those who are inside, closes the database and ends. Asked again, it ends at once.
 *
 * @param {string} why
 * @param {number} code
 */
async function finish(why, code) {
	const now = performance.now();
	if (leavingSince > 0) {
		if (now - leavingSince > sameSignalMs) process.exit(1);
		return;
	}
	leavingSince = now;
	log('info', 'closing', { why });
	try {
		await leave();
		log('info', 'closed', {});
		process.exit(code);
	} catch (error) {
		log('error', 'did not close well', { error: described(error) });
		process.exit(1);
	}
}

/** @param {unknown} error */
function stopWith(error) {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	const port = process.env['PORT'] ?? '3000';
	if (error instanceof BadSetting) console.error(error.message);
	else if (code === 'EADDRINUSE') {
		console.error(`Port ${port} is taken. Stop the program that has it, or choose another port: PORT=3001 npm start`);
	} else if (code === 'EACCES') {
		console.error(`Port ${port} is not for ordinary users. Choose one from 1024 up: PORT=3000 npm start`);
	} else if (code === 'ERR_MODULE_NOT_FOUND' && String(error).includes('build/handler.js')) {
		console.error('The app is not built yet. Run npm start, or npm run build.');
	} else log('fatal', 'did not start', { error: described(error) });
	process.exit(1);
}

/** @param {unknown} error */
function described(error) {
	return error instanceof Error
		? { name: error.name, message: error.message, stack: error.stack }
		: { message: String(error) };
}

/**
 * One line of JSON, as the app's own log.
 *
 * @param {keyof typeof levels} level
 * @param {string} msg
 * @param {object} facts
 */
function log(level, msg, facts) {
	const line = JSON.stringify({ level: levels[level], time: new Date().toISOString(), msg, ...facts });
	(level === 'info' ? process.stdout : process.stderr).write(`${line}\n`);
}
