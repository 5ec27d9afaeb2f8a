/** The door under a bad connection: cut off at every byte, answers lost, events repeated and out of order, a server that leaves. */
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { Id } from '#lib/kernel/id.ts';
import { present } from '#lib/kernel/assert.ts';
import {
	deliveryOf,
	send,
	type ServedShop,
	type ServedTill,
	serve,
	servedShop,
	type Server
} from '#tests/support/served.ts';
import type { Told } from '#tests/support/till.ts';
import { expectWhole } from '#tests/support/whole.ts';

/** The request as bytes on the wire. */
function bytesOf(server: Server, till: ServedTill, events: readonly Told[]): Buffer {
	const { url, headers, body } = deliveryOf(server, till, events);
	const { host, pathname } = new URL(url);
	const lines = Object.entries({ ...headers, host, 'content-length': String(Buffer.byteLength(body)) });
	const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
	return Buffer.from(`POST ${pathname} HTTP/1.1\r\n${head}\r\n${body}`);
}

/** Sends these bytes and hangs up without waiting for an answer. */
function hangUpAfter(server: Server, bytes: Buffer): Promise<void> {
	const { hostname, port } = new URL(server.origin);
	return new Promise((resolve, reject) => {
		const socket = connect(Number(port), hostname, () => {
			if (bytes.length === 0) socket.destroy();
			else socket.write(bytes, () => socket.destroy());
		});
		socket.once('error', reject);
		socket.once('close', () => {
			resolve();
		});
	});
}

const firstTill = (shop: ServedShop): ServedTill => present(shop.tills[0], 'a till');
const groupsOf = ({ village }: ServedShop): Id[] => [village.melati.groupId, village.kenanga.groupId];

/** Serves a shop to `use`, which gives the sales it made; then the books must hold exactly those. */
async function served(
	use: (shop: ServedShop, server: Server, till: ServedTill) => Promise<readonly Told[]>
): Promise<void> {
	const shop = await servedShop('sqlite');
	const server = await serve(shop);
	const sales = await use(shop, server, firstTill(shop));
	expect(await server.end('SIGTERM')).toBe(0);
	await shop.look((db) =>
		expectWhole(
			db,
			sales.map((sale) => sale.id),
			groupsOf(shop)
		)
	);
}

describe('a delivery', () => {
	test('cut off at any byte is not received; sent whole it is, once', () =>
		served(async (_, server, till) => {
			const sale = till.sellSome(1);
			const bytes = bytesOf(server, till, [sale]);
			for (let length = 0; length < bytes.length; length++) await hangUpAfter(server, bytes.subarray(0, length));
			const other = till.sellSome(2);
			expect(await send(server, till, [other])).toMatchObject({ status: 200, highest: 0 });
			expect(await send(server, till, [sale])).toMatchObject({ status: 200, highest: 2 });
			return [sale, other];
		}));

	test('whose answer is lost may be repeated, also while the first is still being received', () =>
		served(async (_, server, till) => {
			const sales = Array.from({ length: 20 }, () => till.sellSome(1));
			for (const sale of sales) {
				await hangUpAfter(server, bytesOf(server, till, [sale]));
				const answers = await Promise.all([send(server, till, [sale]), send(server, till, [sale])]);
				for (const answer of answers) expect(answer?.events).toMatchObject([{ id: sale.id, state: 'applied' }]);
			}
			return sales;
		}));

	test('is received in any order; what is missing is named until it is there', () =>
		served(async (_, server, till) => {
			const sales = Array.from({ length: 12 }, (_one, index) => till.sellSome(index + 1));
			for (const sale of sales.slice(1).reverse())
				expect(await send(server, till, [sale])).toMatchObject({ highest: 0 });
			expect(await send(server, till, sales.slice(0, 1))).toMatchObject({ highest: 12 });
			return sales;
		}));
});

describe('a server that is asked to leave', () => {
	test('keeps what it answered, and leaves a closed database without a write-ahead log', async () => {
		const shop = await servedShop('sqlite');
		const server = await serve(shop);
		const delivered = shop.tills.map((till) => {
			const sales = Array.from({ length: 10 }, () => till.sellSome(1));
			return { sales, answer: send(server, till, sales) };
		});
		await delivered[0]?.answer;
		expect(await server.end('SIGTERM')).toBe(0);
		const kept: Told[] = [];
		for (const { sales, answer } of delivered) if ((await answer)?.status === 200) kept.push(...sales);
		expect(kept.length).toBeGreaterThan(0);
		expect('file' in shop.source && existsSync(`${shop.source.file}-wal`)).toBe(false);
		expect(server.log()).not.toContain('"level":50');
		await shop.look(async (db) => {
			const there = new Set((await db.reader.selectFrom('sale').select('id').execute()).map((sale) => sale.id));
			for (const sale of kept) expect(there).toContain(sale.id);
		});
	});
});
