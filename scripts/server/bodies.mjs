/** How much a request may carry: checked by what it announces, and again while it streams. */

const megabyte = 1024 * 1024;

/** The app's own limit (`BODY_SIZE_LIMIT`) lies just above ours, so that ours always answers. */
export const bytesMax = 10 * megabyte;
const usualBytesMax = megabyte;
/** What is read and thrown away after a refusal, so that the sender gets to read it. */
const drainedBytesMax = 64 * megabyte;

/** Where photos, tables and a till's file of unsent events are sent; everywhere else a form or a batch of a till is far below one megabyte. */
const uploadPath = /\/(foto|impor|delivered|kiriman)\/?$/;

/** @param {string} url */
function limitOf(url) {
	const [path = ''] = url.split('?');
	return uploadPath.test(path) ? bytesMax : usualBytesMax;
}

/**
 * Answers 413 when the request says that it is too long.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @returns {boolean} whether it was refused
 */
export function refuseLongBody(request, response) {
	const announced = Number(request.headers['content-length'] ?? 0);
	const limit = limitOf(request.url ?? '/');
	if (announced <= limit) return false;
	if (announced > drainedBytesMax) response.setHeader('connection', 'close');
	answerTooLong(request, response, limit);
	request.resume();
	return true;
}

/**
 * Counts the body as it arrives; past the limit it answers 413 and lets the app's reading of it fail. Call right before
 * the app's handler: both must listen in the same tick.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function countBody(request, response) {
	if (request.headers['transfer-encoding'] === undefined) return;
	const limit = limitOf(request.url ?? '/');
	let bytes = 0;
	request.on('error', () => undefined);
	request.on('data', (/** @type {Buffer} */ chunk) => {
		const before = bytes;
		bytes += chunk.length;
		if (bytes > drainedBytesMax) request.socket.destroy();
		if (before > limit || bytes <= limit) return;
		if (!response.headersSent) answerTooLong(request, response, limit);
		silence(response);
		request.emit('error', new Error(`The body is longer than ${limit} bytes.`));
		request.resume();
	});
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {number} limit
 */
function answerTooLong(request, response, limit) {
	const most = `${limit / megabyte} MB`;
	const message = `Kiriman terlalu besar; paling besar ${most}. The request is too large; at most ${most}.`;
	const json = (request.url ?? '').startsWith('/api/') || (request.headers.accept ?? '').includes('application/json');
	response.statusCode = 413;
	response.setHeader('cache-control', 'no-store');
	response.setHeader('content-type', json ? 'application/json' : 'text/plain; charset=utf-8');
	response.end(json ? JSON.stringify({ code: 'web.body_too_long', message, bytesMax: limit }) : `${message}\n`);
}

/**
 * The app does not know that its request was answered: what it still writes goes nowhere.
 *
 * @param {import('node:http').ServerResponse} response
 */
function silence(response) {
	Object.assign(response, {
		setHeader: () => response,
		writeHead: () => response,
		write: () => true,
		end: () => response
	});
}
