/** What the environment says about serving: where, with which certificate, behind which proxy. */
import { readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';

/**
 * @typedef {object} Settings
 * @property {number} port
 * @property {string} host
 * @property {{ cert: Buffer, key: Buffer } | null} tls
 * @property {BlockList} proxies addresses whose X-Forwarded-… headers are believed
 */

export class BadSetting extends Error {}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 */
export function readSettings(env) {
	return {
		port: readPort(env['PORT'] || '3000'),
		host: env['HOST'] || '127.0.0.1',
		tls: readTls(env['TLS_CERT'], env['TLS_KEY']),
		proxies: readProxies(env['TRUSTED_PROXY'] ?? '')
	};
}

/** @param {string} text */
function readPort(text) {
	const port = Number(text);
	if (!Number.isInteger(port) || port < 0 || port > 65535) {
		throw new BadSetting(`PORT is "${text}"; it must be a number from 1 to 65535.`);
	}
	return port;
}

/**
 * @param {string | undefined} certPath
 * @param {string | undefined} keyPath
 */
function readTls(certPath, keyPath) {
	if (!certPath && !keyPath) return null;
	if (!certPath || !keyPath)
		throw new BadSetting('TLS_CERT and TLS_KEY go together: both name a PEM file, or neither.');
	return { cert: readPem('TLS_CERT', certPath), key: readPem('TLS_KEY', keyPath) };
}

/**
 * @param {string} name
 * @param {string} path
 */
function readPem(name, path) {
	try {
		return readFileSync(path);
	} catch (error) {
		throw new BadSetting(`${name} names ${path}, which cannot be read.`, { cause: error });
	}
}

/** @param {string} text addresses and subnets, such as `127.0.0.1, 10.0.0.0/8` */
function readProxies(text) {
	const proxies = new BlockList();
	for (const part of text.split(',').map((each) => each.trim())) {
		if (part === '') continue;
		const [address = '', bits] = part.split('/');
		const family = isIP(address);
		const bitsMax = family === 6 ? 128 : 32;
		const prefix = bits === undefined ? bitsMax : Number(bits);
		if (family === 0 || !Number.isInteger(prefix) || prefix < 0 || prefix > bitsMax) {
			throw new BadSetting(`TRUSTED_PROXY holds "${part}"; it lists IP addresses or subnets, such as 10.0.0.0/8.`);
		}
		proxies.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4');
	}
	return proxies;
}
