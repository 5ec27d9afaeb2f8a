/** The answer to a delivery, cut after every byte that it has: whatever is left of it, nothing is lost and nothing doubled. */
import { afterEach, expect, test } from 'vitest';
import type { Delivered } from '#lib/counter/answers.ts';
import { Line } from '#lib/counter/line.ts';
import { Sync, type SyncState } from '#lib/counter/sync.ts';
import { makeTillKeys } from '#lib/counter/till-keys.ts';
import { groupId, aTill } from './till-for-tests.ts';

const opened: { close(): void }[] = [];
afterEach(() => opened.splice(0).forEach((outbox) => outbox.close()));

/** A server behind a till's line: holds each event once, and answers with as many bytes as `bytesOf` leaves. */
async function behindLine(bytesOf: (nth: number, whole: number) => number) {
	const till = await aTill();
	opened.push(till.outbox);
	const { signing } = await makeTillKeys();
	const held = new Map<number, { readonly id: string; readonly text: string }>();
	let answers = 0;
	const line = new Line(async (_, request) => {
		const { events } = JSON.parse(await unpacked(request)) as { events: string[] };
		const heads = events.map((text) => ({ ...(JSON.parse(text) as { id: string; sequence: number }), text }));
		for (const { sequence, id, text } of heads) {
			expect(held.get(sequence)?.text ?? text).toBe(text);
			held.set(sequence, { id, text });
		}
		const said: Delivered = {
			installation: 'here',
			highest: held.size,
			events: heads.map(({ id }) => ({ id, state: 'applied' })),
			standing: 'open'
		};
		const bytes = new TextEncoder().encode(JSON.stringify(said));
		return new Response(bytes.slice(0, bytesOf(answers++, bytes.length)), { status: 200 });
	});
	const sender = { groupId, enrolmentId: till.enrolmentId, signing };
	return { till, held, line, sender };
}

async function unpacked(request: RequestInit | undefined): Promise<string> {
	const body = new Response(request?.body).body;
	if (body === null) return '';
	const isPacked = new Headers(request?.headers).get('content-encoding') === 'gzip';
	return new Response(isPacked ? body.pipeThrough(new DecompressionStream('gzip')) : body).text();
}

test('every cut leaves the outbox as it was, each time the same bytes go again, and the whole answer ends it', async () => {
	let length = Number.POSITIVE_INFINITY;
	const { till, held, line, sender } = await behindLine((nth, whole) => {
		length = whole;
		return nth;
	});
	const { outbox, enrolmentId } = till;
	for (let sale = 0; sale < 3; sale += 1) await till.sell();
	const texts = (await outbox.unsent(enrolmentId, 10)).map(({ text }) => text);
	const before = await outbox.enrolmentOf(enrolmentId);
	for (let cut = 0; cut < length; cut += 1) {
		expect(await line.deliver(sender, texts, []), `cut after ${cut} bytes`).toEqual({ kind: 'lost' });
	}
	expect(await outbox.enrolmentOf(enrolmentId)).toEqual(before);
	const whole = await line.deliver(sender, texts, []);
	expect(whole.kind === 'answered' && whole.value.highest).toBe(3);
	expect(held.size).toBe(3);
});

test('a till whose every answer is cut one byte later than the one before goes on by itself until all is sent', async () => {
	let length = Number.POSITIVE_INFINITY;
	let shortest = 0;
	const { till, held, line, sender } = await behindLine((nth, whole) => {
		length = whole;
		shortest = nth;
		return nth;
	});
	const { outbox, enrolmentId } = till;
	for (let sale = 0; sale < 2; sale += 1) await till.sell();
	const kept = (await outbox.unsent(enrolmentId, 10)).map(({ id, text }) => ({ id, text }));
	const told: SyncState[] = [];
	const sync = new Sync({
		enrolmentId,
		outbox,
		line: { now: () => line.now(), deliver: (events, buyers) => line.deliver(sender, events, buyers) },
		onState: (state) => {
			told.push(state);
			if (state.sending === 'done') sync.stop();
		},
		wait: () => Promise.resolve()
	});
	await sync.run();
	expect(shortest).toBe(length);
	expect(new Set(told.slice(0, -2).map(({ unsent }) => unsent))).toEqual(new Set([2]));
	expect([...held.values()]).toEqual(kept);
	expect(await outbox.countUnsent(enrolmentId)).toBe(0);
	expect((await outbox.eventOf(kept[1]?.id ?? till.enrolmentId))?.state).toBe('applied');
});
