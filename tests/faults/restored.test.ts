/** A server whose database was restored from an older copy says so by what it holds, and gets the rest again. */
import { expect, test } from 'vitest';
import { rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { present } from '#lib/kernel/assert.ts';
import { send, serve, servedShop } from '#tests/support/served.ts';
import { expectWhole } from '#tests/support/whole.ts';

test('after a restore the highest number shows what is missing; sent again from there, all is there once', async () => {
	const shop = await servedShop('sqlite');
	if (!('file' in shop.source)) throw new Error('SQLite is a file');
	const { file } = shop.source;
	const till = present(shop.tills[0], 'a till');
	const sales = Array.from({ length: 9 }, () => till.sellSome(1));

	const first = await serve(shop);
	expect(await send(first, till, sales.slice(0, 4))).toMatchObject({ status: 200, highest: 4 });
	const backup = new Sqlite(file, { readonly: true });
	await backup.backup(`${file}.backup`);
	backup.close();
	expect(await send(first, till, sales.slice(4, 8))).toMatchObject({ status: 200, highest: 8 });
	await first.end('SIGKILL');

	for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
	const copy = new Sqlite(`${file}.backup`, { readonly: true });
	copy.prepare('vacuum into ?').run(file);
	copy.close();

	const second = await serve(shop);
	expect(await send(second, till, sales.slice(8))).toMatchObject({ status: 200, highest: 4 });
	expect(await send(second, till, sales.slice(4))).toMatchObject({ status: 200, highest: 9 });
	expect(await second.end('SIGTERM')).toBe(0);
	await shop.look((db) =>
		expectWhole(
			db,
			sales.map((sale) => sale.id),
			[till.groupId]
		)
	);
});
