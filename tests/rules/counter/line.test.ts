/** The till's line to the server: an answer, a refusal, or nothing to rely on. */
import { expect, test } from 'vitest';
import { Line } from '#lib/counter/line.ts';
import { millisecondsOf, parseInstant } from '#lib/kernel/instant.ts';
import { present } from '#lib/kernel/assert.ts';
import { anId } from './goods-for-tests.ts';

interface Sent {
	readonly path: string;
	readonly body: string;
}

/** A line that ends in `answer`, and what was sent over it. */
function lineTo(answer: () => Response) {
	const sent: Sent[] = [];
	const line = new Line(async (input, init) => {
		sent.push({ path: input as string, body: init?.body as string });
		return answer();
	});
	return { line, sent };
}

const json =
	(body: unknown, status = 200, headers: Record<string, string> = {}) =>
	() =>
		Response.json(body, { status, headers });
const delivered = { installation: 'here', highest: 3, events: [{ id: anId(), state: 'applied' }] };

test('events are delivered in their own bytes', async () => {
	const { line, sent } = lineTo(json(delivered));
	const [groupId, tillId] = [anId(), anId()];
	expect(await line.deliver(groupId, tillId, ['{"a":1}', '{ "b": 2 }'])).toEqual({
		kind: 'answered',
		value: delivered
	});
	expect(sent[0]?.path).toBe(`/api/till/${groupId}/${tillId}/events`);
	expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ events: ['{"a":1}', '{ "b": 2 }'] });
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
	expect(await lineTo(answer).line.deliver(anId(), anId(), ['{}'])).toEqual({ kind: 'lost' });
}); // prettier-ignore

test('every answer that tells the time sets the clock', async () => {
	const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString();
	const { line } = lineTo(json(delivered, 200, { 'server-time': tomorrow }));
	expect(line.deviceTime().offsetMs).toBeNull();
	await line.deliver(anId(), anId(), ['{}']);
	const expected = millisecondsOf(present(parseInstant(tomorrow), 'an instant'));
	expect(Math.abs(millisecondsOf(line.now()) - expected)).toBeLessThan(1000);
	expect(line.deviceTime().offsetMs).toBeGreaterThan(23 * 3_600_000);
});
