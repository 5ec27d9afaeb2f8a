/** Who a request comes from: the socket's word, a trusted proxy's word, and never a stranger's. */
import { expect, test } from 'vitest';
import { openDoor, post } from './door.ts';

/** What the app is told, when `headers` arrive from loopback. */
async function told(headers: Record<string, string>, proxies = ''): Promise<unknown> {
	const { url } = await openDoor(
		(incoming, response) => {
			const { host, ...rest } = incoming.headers;
			const forwarded = Object.keys(rest).filter((name) => name.includes('forwarded'));
			const [protocol, address] = [rest['x-ewaroeng-protocol'], rest['x-ewaroeng-address']];
			response.end(JSON.stringify({ protocol, address, host: host?.replace(/:\d+$/, ''), forwarded }));
		},
		{ TRUSTED_PROXY: proxies }
	);
	const { body } = await post(url, [], headers);
	return JSON.parse(body);
}

const claims = {
	'x-forwarded-proto': 'https',
	'x-forwarded-for': '203.0.113.9',
	'x-forwarded-host': 'waroeng.example',
	'x-ewaroeng-protocol': 'https',
	'x-ewaroeng-address': '198.51.100.1'
};
const nobody = { protocol: 'http', address: '127.0.0.1', host: '127.0.0.1', forwarded: [] };

test('without a trusted proxy only the socket speaks', async () => {
	expect(await told(claims)).toEqual(nobody);
	expect(await told(claims, '10.0.0.0/8')).toEqual(nobody);
});

test('a trusted proxy says protocol, address and host', async () => {
	const known = { protocol: 'https', address: '203.0.113.9', host: 'waroeng.example', forwarded: [] };
	expect(await told(claims, '127.0.0.1')).toEqual(known);
	expect(await told(claims, '10.0.0.1, 127.0.0.0/8')).toEqual(known);
});

test('the address is the last one before our own proxies; what a client wrote before it does not count', async () => {
	const chain = { ...claims, 'x-forwarded-for': '198.51.100.7, 203.0.113.9, 10.0.0.2' };
	expect(await told(chain, '127.0.0.1, 10.0.0.0/8')).toMatchObject({ address: '203.0.113.9' });
});

test('a proxy that says nothing is itself the sender', async () => {
	expect(await told({}, '127.0.0.1')).toEqual(nobody);
	expect(await told({ 'x-forwarded-proto': 'gopher', 'x-forwarded-for': 'someone' }, '127.0.0.1')).toEqual(nobody);
});
