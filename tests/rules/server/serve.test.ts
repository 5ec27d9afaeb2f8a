/** The door itself: headers on every answer, settings that are read or refused, and an end that cuts nobody off. */
import { get, type ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { BadSetting, readSettings } from '../../../scripts/server/settings.mjs';
import { openDoor, post } from './door.ts';

describe('security headers', () => {
	const expected = {
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY',
		'referrer-policy': 'same-origin',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin'
	};

	test('stand on every answer, refusals included', async () => {
		const { url } = await openDoor((_incoming, response) => response.writeHead(200, { 'content-type': 'x' }).end());
		expect((await post(url, [])).headers).toMatchObject(expected);
		const tooLong = await post(url, [], { 'content-length': '9000000', expect: '100-continue' });
		expect(tooLong).toMatchObject({ status: 413, headers: expected });
	});

	test.each([
		['/kasir', '(self)'],
		['/kasir/kube-melati?x=1', '(self)'],
		['/kasirku', '()'],
		['/kelola/kube-melati', '()'],
		['/', '()']
	])('let %s have the camera and the ports of the till: %s', async (path, allowed) => {
		const { url } = await openDoor((_incoming, response) => response.end());
		const policy = (await post(`${url}${path}`, [])).headers['permissions-policy'];
		for (const feature of ['camera', 'usb', 'serial']) expect(policy).toContain(`${feature}=${allowed}`);
		expect(policy).toContain('geolocation=()');
		// Chrome warns at each page about a feature that it does not know.
		expect(policy).not.toContain('bluetooth');
	});

	test('ask for https only where https is', async () => {
		const { url } = await openDoor((_incoming, response) => response.end(), { TRUSTED_PROXY: '127.0.0.1' });
		expect((await post(url, [])).headers).not.toHaveProperty('strict-transport-security');
		const overTls = await post(url, [], { 'x-forwarded-proto': 'https' });
		expect(overTls.headers).toHaveProperty('strict-transport-security', 'max-age=31536000');
	});
});

describe('settings', () => {
	test('without any: loopback, port 3000, no proxy, no certificate', () => {
		expect(readSettings({})).toMatchObject({ port: 3000, host: '127.0.0.1', tls: null });
	});

	test.each([
		[{ PORT: 'many' }, 'PORT is "many"'],
		[{ PORT: '70000' }, 'PORT is "70000"'],
		[{ TRUSTED_PROXY: 'my-proxy' }, 'TRUSTED_PROXY holds "my-proxy"'],
		[{ TRUSTED_PROXY: '10.0.0.0/33' }, 'TRUSTED_PROXY holds "10.0.0.0/33"'],
		[{ TLS_CERT: 'a.pem' }, 'TLS_CERT and TLS_KEY go together'],
		[{ TLS_CERT: 'not/there.pem', TLS_KEY: 'not/there.pem' }, 'not/there.pem, which cannot be read']
	])('%o is refused in plain words', (env, words) => {
		expect(() => readSettings(env)).toThrow(BadSetting);
		expect(() => readSettings(env)).toThrow(words);
	});
});

describe('closing', () => {
	test('waits for the answer that is being made, takes nobody else in, and leaves no connection open', async () => {
		let finish: () => void = () => undefined;
		const inside = Promise.withResolvers<undefined>();
		const { url, close } = await openDoor((_incoming, response) => {
			finish = () => response.end('done');
			inside.resolve(undefined);
		});
		const answer = post(url, []);
		await inside.promise;
		const closed = close(60_000);
		await expect(post(url, [])).rejects.toThrow('ECONNREFUSED');
		finish();
		expect(await answer).toMatchObject({ status: 200, body: 'done', headers: { connection: 'close' } });
		await closed;
	});

	test('cuts off, in the end, whoever never finishes', async () => {
		const inside = Promise.withResolvers<ServerResponse>();
		const { url, close } = await openDoor((_incoming, response) => {
			inside.resolve(response.writeHead(200));
		});
		const broken = new Promise((resolve) => get(url, resolve).on('error', resolve));
		await inside.promise;
		await close(0);
		expect(await broken).toBeInstanceOf(Error);
	});
});
