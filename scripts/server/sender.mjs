/** Who sends a request, and over which protocol: by the socket, and by X-Forwarded-… only from a proxy that we trust. */
import { isIP } from 'node:net';

/** The headers that tell the app; whatever a client sends under these names is thrown away. */
export const protocolHeader = 'x-ewaroeng-protocol';
export const addressHeader = 'x-ewaroeng-address';

const forwardedHeaders = ['x-forwarded-proto', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-port', 'forwarded'];

/**
 * Writes protocol, address and host into the request's headers for the app, and says whether the client came by https.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:net').BlockList} proxies
 */
export function nameSender(request, proxies) {
	const { headers, socket } = request;
	const near = plainAddress(socket.remoteAddress ?? '');
	const overTls = 'encrypted' in socket && socket.encrypted === true;
	const trusted = isTrusted(near, proxies);
	const forwarded = trusted ? forwardedProtocol(headers['x-forwarded-proto']) : null;
	const protocol = forwarded ?? (overTls ? 'https' : 'http');
	const host = lastOf(headers['x-forwarded-host']);
	if (trusted && host) headers.host = host;
	headers[protocolHeader] = protocol;
	headers[addressHeader] = trusted ? farAddress(headers['x-forwarded-for'], near, proxies) : near;
	for (const name of forwardedHeaders) Reflect.deleteProperty(headers, name);
	return { https: protocol === 'https' };
}

/** @param {string} address */
function plainAddress(address) {
	return address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
}

/**
 * @param {string} address
 * @param {import('node:net').BlockList} proxies
 */
function isTrusted(address, proxies) {
	const family = isIP(address);
	return family !== 0 && proxies.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** @param {string | string[] | undefined} value */
function listOf(value) {
	return [value ?? []]
		.flat()
		.flatMap((each) => each.split(','))
		.map((each) => each.trim())
		.filter(Boolean);
}

/** @param {string | string[] | undefined} value */
function lastOf(value) {
	return listOf(value).at(-1);
}

/** @param {string | string[] | undefined} value */
function forwardedProtocol(value) {
	const last = lastOf(value);
	return last === 'https' || last === 'http' ? last : null;
}

/**
 * The nearest address in the chain of proxies that is not one of ours.
 *
 * @param {string | string[] | undefined} forwardedFor
 * @param {string} near
 * @param {import('node:net').BlockList} proxies
 */
function farAddress(forwardedFor, near, proxies) {
	const chain = listOf(forwardedFor).map(plainAddress).reverse();
	return chain.find((address) => isIP(address) !== 0 && !isTrusted(address, proxies)) ?? near;
}
