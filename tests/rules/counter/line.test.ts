/** The till's line to the server: an answer, a refusal, or nothing to rely on. */
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Line, type Sender } from '#lib/counter/line.ts';
import { bytesOf, makeTillKeys } from '#lib/counter/till-keys.ts';
import { millisecondsOf, parseInstant } from '#lib/kernel/instant.ts';
import { present } from '#lib/kernel/assert.ts';
import { anId } from './goods-for-tests.ts';

interface Sent {
	readonly path: string;
	readonly body: unknown;
	readonly headers: Readonly<Record<string, string>>;
}

/** A line that ends in `answer`, and what was sent over it. */
function lineTo(answer: () => Response) {
	const sent: Sent[] = [];
	const line = new Line(async (input, init) => {
		sent.push({ path: input as string, body: init?.body, headers: init?.headers as Record<string, string> });
		return answer();
	});
	return { line, sent };
}

const json =
	(body: unknown, status = 200, headers: Record<string, string> = {}) =>
	() =>
		Response.json(body, { status, headers });
const delivered = { installation: 'here', highest: 3, events: [{ id: anId(), state: 'applied' }], standing: 'open' };
const keys = await makeTillKeys();
const sender: Sender = { groupId: anId(), enrolmentId: anId(), signing: keys.signing };

const till = `/api/till/${sender.groupId}/${sender.enrolmentId}`;

/** Whether the till's key signed these bytes. */
async function isSigned(signature: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
	const key = await crypto.subtle.importKey('jwk', keys.publicKey, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']); // prettier-ignore
	const raw = Buffer.from(signature, 'base64url');
	return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, raw, bytes);
}

test('events are delivered in their own bytes, packed, and signed as they are sent', async () => {
	const { line, sent } = lineTo(json(delivered));
	const events = ['{"a":1}', '{ "b": 2 }', JSON.stringify({ long: 'x'.repeat(2000) })];
	const buyers = [{ id: anId(), name: 'Bu Ida', phone: '' }];
	expect(await line.deliver(sender, events, buyers)).toEqual({ kind: 'answered', value: delivered });
	const [request] = sent;
	expect(request?.path).toBe(`${till}/events`);
	const bytes = request?.body as Uint8Array<ArrayBuffer>;
	expect(bytes.length).toBeLessThan(300);
	expect(JSON.parse(gunzipSync(bytes).toString())).toEqual({ events, buyers });
	expect(await isSigned(request?.headers['till-signature'] ?? '', bytes)).toBe(true);
});

test('a question is signed over its address and the time; a wrong clock is measured and it is asked once more', async () => {
	const serverTime = '2031-01-01T00:00:00.000Z';
	const { line, sent } = lineTo(json({ code: 'sales.till-clock', message: '' }, 401, { 'server-time': serverTime }));
	expect(await line.snapshot(sender)).toMatchObject({ kind: 'refused', code: 'sales.till-clock' });
	expect(sent).toHaveLength(2);
	const { 'till-time': time = '', 'till-signature': signature = '' } = sent[1]?.headers ?? {};
	expect(time.slice(0, 15)).toBe(serverTime.slice(0, 15));
	expect(await isSigned(signature, bytesOf(`GET ${till} ${time}`))).toBe(true);
});

test('a refusal is told in the words of the server', async () => {
	const { line } = lineTo(json({ code: 'web.not-allowed', message: 'Bukan untuk Anda.', facts: {} }, 403));
	expect(await line.hello()).toEqual({
		kind: 'refused',
		status: 403,
		code: 'web.not-allowed',
		message: 'Bukan untuk Anda.'
	});
});

test.each([
	['no network', () => { throw new TypeError('failed to fetch'); }],
	['an answer cut off', () => new Response('{"installation":"he')],
	['a page of some hotel network', () => new Response('<html></html>', { headers: { 'content-type': 'text/html' } })],
	['an answer of another shape', json({ installation: 'here', highest: 'three', events: [] })],
	['a server in trouble', json({ code: 'web.bug', message: '#A7F3' }, 500)]
] as const)('%s is nothing to rely on', async (_, answer) => {
	expect(await lineTo(answer).line.deliver(sender, ['{}'], [])).toEqual({ kind: 'lost' });
}); // prettier-ignore

test('every answer that tells the time sets the clock', async () => {
	const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString();
	const { line } = lineTo(json(delivered, 200, { 'server-time': tomorrow }));
	expect(line.deviceTime().offsetMs).toBeNull();
	await line.deliver(sender, ['{}'], []);
	const expected = millisecondsOf(present(parseInstant(tomorrow), 'an instant'));
	expect(Math.abs(millisecondsOf(line.now()) - expected)).toBeLessThan(1000);
	expect(line.deviceTime().offsetMs).toBeGreaterThan(23 * 3_600_000);
});
