/** Delivering what the outbox holds, over a line that loses, cuts and repeats. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Delivered } from '#lib/counter/answers.ts';
import type { Answer } from '#lib/counter/line.ts';
import type { KeptEvent } from '#lib/counter/kept.ts';
import type { Outbox } from '#lib/counter/outbox.ts';
import { batchOf, pauseAfter, Sync, type SyncState } from '#lib/counter/sync.ts';
import { day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { instant } from '#lib/kernel/instant.ts';
import { anId } from './goods-for-tests.ts';
import { anEnrolment, anOutbox } from './till-for-tests.ts';

const now = instant('2026-11-21T01:10:00.000Z');

/** A server's door: holds what it gets, once, and tells up to where nothing is missing. */
class Door {
	readonly held = new Map<number, string>();
	forks = 0;
	name = 'here';

	receive(texts: readonly string[]): Delivered {
		for (const text of texts) {
			const { sequence } = JSON.parse(text) as { sequence: number };
			if ((this.held.get(sequence) ?? text) !== text) this.forks += 1;
			this.held.set(sequence, text);
		}
		let highest = 0;
		while (this.held.has(highest + 1)) highest += 1;
		return { installation: this.name, highest, events: [], standing: 'open' };
	}
}

type Luck = 'good' | 'lost before' | 'lost after' | 'refused' | 'unknown' | 'elsewhere';

interface Trial {
	readonly luck: readonly Luck[];
	/** The number of the delivery before which the server comes back from a copy that held so many events. */
	readonly restored?: { readonly before: number; readonly held: number };
	/** The number of the wait in which someone asks to try again. */
	readonly askedIn?: number;
}

/** Sends `count` events over a line of such luck; ends when all are sent. */
async function deliver(count: number, { luck, restored, askedIn }: Trial) {
	const outbox = anOutbox();
	const enrolmentId = anId();
	await outbox.keepEnrolment(anEnrolment({ id: enrolmentId }));
	for (let made = 0; made < count; made += 1) await keep(outbox, enrolmentId);
	const door = new Door();
	const states: SyncState[] = [];
	const pauses: number[] = [];
	let deliveries = 0;
	const line = {
		now: () => now,
		deliver: async (texts: readonly string[]): Promise<Answer<Delivered>> => {
			if (restored?.before === deliveries)
				for (const sequence of [...door.held.keys()]) if (sequence > restored.held) door.held.delete(sequence);
			const fate = luck[deliveries++] ?? 'good';
			if (fate === 'lost before') return { kind: 'lost' };
			if (fate === 'refused')
				return { kind: 'refused', status: 403, code: 'web.not-allowed', message: 'Bukan untuk Anda.' };
			if (fate === 'unknown') return { kind: 'refused', status: 404, code: 'kernel.not-found', message: 'Tidak ada.' };
			door.name = fate === 'elsewhere' ? 'another' : 'here';
			if (fate === 'elsewhere') return { kind: 'answered', value: door.receive([]) };
			const value = door.receive(texts);
			return fate === 'good' ? { kind: 'answered', value } : { kind: 'lost' };
		}
	};
	const onState = (state: SyncState): void => {
		states.push(state);
		if (state.sending === 'done') sync.stop();
	};
	const wait = async (milliseconds: number): Promise<void> => {
		if (pauses.push(milliseconds) === askedIn) sync.tryAgain();
	};
	const sync = new Sync({ enrolmentId, outbox, line, onState, wait });
	await sync.run();
	outbox.close();
	return { door, states, pauses, deliveries };
}

function keep(outbox: Outbox, enrolmentId: Id): Promise<KeptEvent> {
	const id = anId();
	return outbox.keep(enrolmentId, id, ({ nextSequence }) => ({
		kind: 'sale', saleId: id, shiftId: null, receipt: null, at: now, day: day('2026-11-21'), cashier: '', shift: null,
		buyer: null, text: JSON.stringify({ id, sequence: nextSequence })
	})); // prettier-ignore
}

test('what waits goes in batches, in order, and then the till says that all is sent', async () => {
	const { door, states, deliveries } = await deliver(120, { luck: [] });
	expect([...door.held.keys()]).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
	expect(deliveries).toBe(3);
	expect(states.map(({ unsent }) => unsent)).toEqual([120, 70, 70, 20, 20, 0, 0]);
	expect(states.at(-1)).toMatchObject({ sending: 'done', allSentAt: now, unsent: 0 });
});

test('an answer that was lost after the server had kept the sale leads to one sale', async () => {
	const { door, states } = await deliver(1, { luck: ['lost after', 'lost after'] });
	expect(door.held.size).toBe(1);
	expect(door.forks).toBe(0);
	expect(states.map(({ sending }) => sending)).toEqual([
		'sending',
		'no-answer',
		'no-answer',
		'no-answer',
		'no-answer',
		'no-answer',
		'done'
	]);
});

test('after each failure it waits longer, up to a minute', async () => {
	const { pauses } = await deliver(1, { luck: Array.from({ length: 8 }, () => 'lost before' as const) });
	expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
	expect(pauseAfter(50)).toBe(60_000);
});

test('once the network is back, or a person asks, it is tried soon again, also when that fails too', async () => {
	const { pauses } = await deliver(1, { luck: Array.from({ length: 8 }, () => 'lost before' as const), askedIn: 4 });
	expect(pauses).toEqual([1000, 2000, 4000, 8000, 1000, 2000, 4000, 8000]);
});

test('when the server says no, or another one answers, the till says which and loses nothing', async () => {
	const { door, states } = await deliver(1, { luck: ['unknown', 'elsewhere', 'refused'] });
	const told = states.map(({ sending, refusal }) => [sending, refusal]);
	expect(told).toContainEqual(['unknown', 'Tidak ada.']);
	expect(told).toContainEqual(['elsewhere', null]);
	expect(told).toContainEqual(['refused', 'Bukan untuk Anda.']);
	expect(states.at(-1)).toMatchObject({ sending: 'done', refusal: null });
	expect(door.held.size).toBe(1);
});

test('a server that comes back from an older copy gets again what it lost, and the till says so', async () => {
	const { door, states } = await deliver(120, { luck: [], restored: { before: 2, held: 30 } });
	expect(door.held.size).toBe(120);
	expect(door.forks).toBe(0);
	expect(states.at(-1)?.sentAgain).toBe(true);
});

test('whatever the line does, the server ends with each event once', async () => {
	const anyLuck = fc.array(
		fc.constantFrom<Luck>('good', 'lost before', 'lost after', 'refused', 'unknown', 'elsewhere'),
		{
			maxLength: 12
		}
	);
	const anyRestore = fc.option(
		fc.record({ before: fc.integer({ min: 0, max: 6 }), held: fc.integer({ min: 0, max: 130 }) }),
		{ nil: undefined }
	);
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 1, max: 130 }), anyLuck, anyRestore, async (count, luck, restored) => {
			const { door } = await deliver(count, { luck, ...(restored ? { restored } : {}) });
			expect([door.held.size, door.forks]).toEqual([count, 0]);
		}),
		{ numRuns: 40 }
	);
});

test('a batch carries what one request can', () => {
	const event = (length: number) => ({ text: 'x'.repeat(length) }) as KeptEvent;
	expect(batchOf([])).toHaveLength(0);
	expect(batchOf(Array.from({ length: 51 }, () => event(10)))).toHaveLength(50);
	expect(batchOf([event(300_000), event(99_000), event(2000)])).toHaveLength(2);
	expect(batchOf([event(500_000), event(10)])).toHaveLength(1);
});
