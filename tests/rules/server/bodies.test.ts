/** How much a request may carry: what announces itself and what streams, on usual and on upload routes. */
import { expect, test } from 'vitest';
import { measuring, openDoor, post } from './door.ts';

const megabyte = 1024 * 1024;
const half = Buffer.alloc(megabyte / 2, 'x');
const halves = (count: number) => Array.from({ length: count }, () => half);

test.each([
	['/kelola/melati/barang', 2, 200],
	['/kelola/melati/barang', 3, 413],
	['/kelola/melati/barang/1/foto', 20, 200],
	['/kelola/melati/barang/1/foto', 21, 413],
	['/kelola/melati/anggota/impor?/lihat', 20, 200],
	['/api/till/x/y/delivered', 20, 200],
	['/api/till/x/y/events', 3, 413]
])('%s takes %i half megabytes with %i, announced or streamed', async (path, count, status) => {
	const { url } = await openDoor(measuring);
	const body = halves(count);
	const announced = await post(url + path, body, { 'content-length': String(count * half.length) });
	const streamed = await post(url + path, body);
	expect([announced.status, streamed.status]).toEqual([status, status]);
});

test('the app never gets to act on a streamed body that is too long', async () => {
	const read: string[] = [];
	const { url } = await openDoor((incoming, response) => {
		incoming.on('data', () => undefined);
		incoming.on('error', (error: Error) => {
			read.push(error.message);
			response.statusCode = 500;
			response.end('the app knows nothing of it');
		});
		incoming.on('end', () => read.push('whole'));
	});
	const { status, body } = await post(`${url}/jual`, halves(4));
	expect({ status, read: read[0] }).toEqual({ status: 413, read: `The body is longer than ${megabyte} bytes.` });
	expect(body).toContain('paling besar 1 MB');
});

test('machines get the refusal as JSON with a code', async () => {
	const { url } = await openDoor(measuring);
	const { headers, body } = await post(`${url}/api/till/1/events`, halves(3));
	expect(headers['content-type']).toBe('application/json');
	expect(JSON.parse(body)).toMatchObject({ code: 'web.body_too_long', bytesMax: megabyte });
});

test('who asks before sending is refused before sending', async () => {
	const { url } = await openDoor(measuring);
	const { status } = await post(`${url}/jual`, [], { expect: '100-continue', 'content-length': String(2 * megabyte) });
	expect(status).toBe(413);
});

test('a connection outlives a refusal', async () => {
	const { url } = await openDoor(measuring);
	await post(`${url}/jual`, halves(3));
	expect(await post(`${url}/jual`, halves(1))).toMatchObject({ status: 200, body: String(half.length) });
});
