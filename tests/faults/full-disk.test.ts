/** The disk is full in the middle of the day: nothing is said to be kept that is not, and once there is room sales go on. */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Id } from '#lib/kernel/id.ts';
import { newFolder, send, serve, servedShop } from '#tests/support/served.ts';
import type { Told } from '#tests/support/till.ts';
import { expectWhole } from '#tests/support/whole.ts';

const megabytes = 48;
const small = newFolder();
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', small], { encoding: 'utf8' });
const cannotMount = mounted.status === 0 ? '' : `a small disk needs root: ${mounted.stderr.trim()}`;
afterAll(() => {
	if (cannotMount === '') spawnSync('umount', ['-l', small]);
});

/** Fills what is left of the small disk. */
function fill(file: string): void {
	const ballast = openSync(file, 'w');
	const block = Buffer.alloc(4096, 1);
	try {
		for (;;) writeSync(ballast, block);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
	} finally {
		closeSync(ballast);
	}
}

test('what was answered is there, what was not may be sent again, and no restart is needed', async ({ skip }) => {
	skip(cannotMount !== '', cannotMount);
	const shop = await servedShop('sqlite', small);
	const server = await serve(shop);
	const ballast = join(small, 'ballast');
	const made = new Map<Id, Told>();
	const kept = new Set<Id>();
	const refused: number[] = [];

	const round = (): Promise<unknown> =>
		Promise.all(
			shop.tills.map(async (till) => {
				const sales = Array.from({ length: 4 }, () => till.sellSome(1));
				for (const sale of sales) made.set(sale.id, sale);
				const answer = await send(server, till, sales);
				if (answer?.status === 200) for (const { id } of answer.events) kept.add(id);
				else refused.push(answer?.status ?? 0);
			})
		);

	await round();
	expect(refused).toEqual([]);
	fill(ballast);
	for (let rounds = 0; rounds < 200 && refused.length < 20; rounds++) await round();
	expect(refused.length).toBeGreaterThanOrEqual(20);
	expect(new Set(refused)).toEqual(new Set([500]));
	rmSync(ballast);

	for (const till of shop.tills) {
		const own = [...made.values()]
			.filter((told) => told.text.includes(till.id))
			.sort((a, b) => a.sequence - b.sequence);
		for (let from = 0; from < own.length; from += 50) {
			const answer = await send(server, till, own.slice(from, from + 50));
			expect(answer).toMatchObject({ status: 200 });
			for (const { id } of answer?.events ?? []) kept.add(id);
		}
	}
	expect(kept.size).toBe(made.size);
	expect(await server.end('SIGTERM')).toBe(0);
	await shop.look(async (db) => {
		const held = await db.reader.selectFrom('held').select('id').execute();
		const applied = [...made.keys()].filter((id) => !held.some((row) => row.id === id));
		await expectWhole(db, applied, [shop.village.melati.groupId, shop.village.kenanga.groupId]);
	});
});
