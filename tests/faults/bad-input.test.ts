/** What no honest till sends, over the network: a clear answer to each, nothing lost of it, and memory that stays bounded. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { present } from '#lib/kernel/assert.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { exceptionsOf } from '#lib/sales/exceptions.server.ts';
import { heldOf } from '#lib/sales/hold.server.ts';
import type { TillEvent } from '#lib/sales/wire.ts';
import type { SaleBody } from '#lib/sales/wire-bodies.ts';
import { send, serve, servedShop, type ServedShop, type ServedTill, type Server } from '#tests/support/served.ts';
import type { Told } from '#tests/support/till.ts';
import { expectWhole } from '#tests/support/whole.ts';

const mebibyte = 1024 * 1024;

let shop: ServedShop;
let server: Server;
let till: ServedTill;
/** What was sold beside it, and must be in the books. */
const sold: Id[] = [];

beforeAll(async () => {
	shop = await servedShop('sqlite');
	server = await serve(shop);
	till = present(shop.tills[0], 'a till');
});
afterAll(() => server.end('SIGKILL'));

/** A sale with another body, or other words around it. */
const bent = (body: (body: SaleBody) => object, around: object = {}): Told =>
	till.sellSome(1, {
		twist: (event: TillEvent) => ({ ...event, body: event.kind === 'sale' ? body(event.body) : event.body, ...around })
	});
const line = (change: object) => (body: SaleBody) => ({
	...body,
	lines: body.lines.map((one) => ({ ...one, ...change }))
});

test('an event that says the impossible is kept as it came, and told; the chain goes on', async () => {
	const { kenanga, kue } = shop.village;
	const strange: readonly (readonly [string, Told, string])[] = [
		['a negative quantity', bent(line({ quantity: -1000 })), 'sales.unreadable-event'],
		['no quantity', bent(line({ quantity: 0 })), 'sales.unreadable-event'],
		['a broken quantity', bent(line({ quantity: 0.5 })), 'sales.unreadable-event'],
		['a quantity beyond all', bent(line({ quantity: Number.MAX_SAFE_INTEGER })), 'sales.unreadable-event'],
		['a price beyond all', bent(line({ price: 1e300 })), 'sales.unreadable-event'],
		[
			'a total beyond all',
			bent((body) => ({ ...line({ quantity: 1e9, price: 1e9 })(body), total: 1e15 })),
			'sales.unreadable-event'
		],
		['a line that overflows', bent(line({ quantity: 1e9, price: 1e9 })), 'sales.unreadable-event'],
		['a total of its own', bent((body) => ({ ...body, total: body.total + 1 })), 'sales.sums-differ'],
		['no body', bent(() => ({})), 'sales.unreadable-event'],
		['a version of the future', bent((body) => body, { v: 99 }), 'sales.unknown-version'],
		['a kind of the future', bent((body) => body, { kind: 'teleport' }), 'sales.unknown-version'],
		['another till’s event', bent((body) => body, { enrolmentId: newId() }), 'sales.other-till']
	];
	for (const [what, event] of strange)
		expect(await send(server, till, [event]), what).toMatchObject({
			status: 200,
			events: [{ id: event.id, state: 'held' }]
		});

	const foreign = [
		bent(line({ productId: newId() })),
		bent(line({ productId: kue.productId, unitId: kue.unitId('potong') }))
	];
	for (const event of foreign)
		expect(await send(server, till, [event])).toMatchObject({ status: 200, events: [{ state: 'applied' }] });
	const after = till.sellSome(2);
	expect(await send(server, till, [after])).toMatchObject({ status: 200, events: [{ state: 'applied' }] });
	sold.push(...foreign.map(({ id }) => id), after.id);

	await restarted(async () => {
		await shop.look(async (db) => {
			const { groupId } = till;
			const held = await heldOf(db.reader, groupId);
			expect(Object.fromEntries(held.map(({ id, code }) => [id, code]))).toEqual(
				Object.fromEntries(strange.map(([, { id }, code]) => [id, code]))
			);
			const kept = await db.reader
				.selectFrom('received')
				.select(['id', 'body'])
				.where('tenantId', '=', groupId)
				.execute();
			const texts = new Map(kept.map(({ id, body }) => [id, body]));
			for (const [what, { id, text }] of strange) expect(texts.get(id), what).toBe(text);
			const doubts = await exceptionsOf(db.reader, groupId);
			const unknown = doubts.filter(({ kind }) => kind === 'unknown-product').map(({ subject }) => subject.id);
			expect(unknown.sort()).toEqual(foreign.map(({ id }) => id).sort());
			expect(await heldOf(db.reader, kenanga.groupId)).toEqual([]);
			await expectWhole(db, sold, [groupId]);
		});
	});
});

test('bodies that are far too large are answered, and the server’s memory stays bounded', async () => {
	const before = peakOf(server);
	const bomb = new Uint8Array(gzipSync(Buffer.alloc(200 * mebibyte, '[')));
	const packed = { ...till.key.posting(bomb), 'content-encoding': 'gzip' };
	const plain = new Uint8Array(50 * mebibyte).fill(0x20);
	const many = JSON.stringify({ events: Array.from({ length: 10_000 }, () => '{"v":2}') });
	for (let round = 0; round < 5; round++) {
		expect(await statusOf(bomb, packed)).toBe(400);
		expect(await statusOf(plain, till.key.posting('x'))).toBe(413);
		expect([413, 'hung up']).toContain(await statusOf(inPieces(plain), till.key.posting('x')));
		expect(await statusOf(many, till.key.posting(many))).toBe(400);
	}
	const together = await Promise.all(Array.from({ length: 8 }, () => statusOf(bomb, packed)));
	expect(together).toEqual(together.map(() => 400));
	expect(peakOf(server) - before).toBeLessThan(300 * mebibyte);
	const sale = till.sellSome(1);
	expect(await send(server, till, [sale])).toMatchObject({ status: 200, events: [{ state: 'applied' }] });
	expect(server.log()).not.toContain('"level":50');
});

/** Ends the server so that its database can be looked at, and starts another. */
async function restarted(look: () => Promise<void>): Promise<void> {
	expect(server.log()).not.toContain('"level":50');
	expect(await server.end('SIGTERM')).toBe(0);
	try {
		await look();
	} finally {
		server = await serve(shop);
	}
}

/** The most memory that the server ever held, in bytes. */
function peakOf({ pid }: Server): number {
	const [, kibibytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
	return Number(present(kibibytes, 'a peak')) * 1024;
}

async function statusOf(body: BodyInit, headers: Record<string, string>): Promise<number | 'hung up'> {
	const url = `${server.origin}/api/till/${till.groupId}/${till.id}/events`;
	try {
		const answer = await fetch(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
		await answer.text();
		return answer.status;
	} catch {
		return 'hung up';
	}
}

/** A body whose length is not announced. */
function inPieces(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
	let at = 0;
	return new ReadableStream({
		pull(controller) {
			if (at >= bytes.length) controller.close();
			else controller.enqueue(bytes.subarray(at, (at += mebibyte)));
		}
	});
}
