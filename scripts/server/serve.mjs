/** An HTTP or HTTPS server around the app's handler, that ends without cutting anyone off. */
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { countBody, refuseLongBody } from './bodies.mjs';
import { secure } from './headers.mjs';
import { nameSender } from './sender.mjs';

/** @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, next: () => void) => unknown} Handler */

const secondMs = 1000;

/** A slow phone needs its time for ten megabytes; a proxy keeps connections for a minute. */
const patience = {
	headersTimeout: 20 * secondMs,
	requestTimeout: 300 * secondMs,
	keepAliveTimeout: 65 * secondMs
};

/**
 * @param {Handler} handler
 * @param {import('./settings.mjs').Settings} settings
 */
export function serve(handler, { host, port, tls, proxies }) {
	/** @type {Set<import('node:http').ServerResponse>} */
	const running = new Set();
	let closing = false;

	/**
	 * @param {import('node:http').IncomingMessage} request
	 * @param {import('node:http').ServerResponse} response
	 * @param {boolean} [waits] whether the client waits for our word before it sends the body
	 */
	function take(request, response, waits = false) {
		const { https } = nameSender(request, proxies);
		secure(request, response, https);
		if (closing) response.setHeader('connection', 'close');
		if (refuseLongBody(request, response)) return;
		if (waits) response.writeContinue();
		running.add(response);
		response.once('close', () => {
			running.delete(response);
			if (closing) setImmediate(() => server.closeIdleConnections());
		});
		countBody(request, response);
		handler(request, response, () => {
			response.statusCode = 404;
			response.end();
		});
	}

	const server = tls ? createHttpsServer({ ...tls, ...patience }) : createHttpServer(patience);
	server.on('request', take);
	server.on('checkContinue', (request, response) => {
		take(request, response, true);
	});

	/** @returns {Promise<string>} the address it listens at */
	const listen = () =>
		new Promise((resolve, reject) => {
			server.once('error', reject);
			server.listen({ host, port }, () => {
				server.removeListener('error', reject);
				const address = server.address();
				const bound = typeof address === 'object' && address ? address.port : port;
				const name = host.includes(':') ? `[${host}]` : host;
				resolve(`${tls ? 'https' : 'http'}://${name}:${bound}`);
			});
		});

	/**
	 * Takes no one in any more, and waits until everyone inside is served; after `patienceMs` the rest is cut off.
	 *
	 * @param {number} patienceMs
	 * @returns {Promise<void>}
	 */
	const close = (patienceMs) =>
		new Promise((resolve) => {
			closing = true;
			const late = setTimeout(() => server.closeAllConnections(), patienceMs);
			server.close(() => {
				clearTimeout(late);
				resolve();
			});
			for (const response of running) if (!response.headersSent) response.setHeader('connection', 'close');
			server.closeIdleConnections();
		});

	return { listen, close };
}
