/** `npm run setup` as a process: a real installation, made once, with a way in for its administrator. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readInstallation } from '#lib/db/installation.server.ts';
import { openDatabase } from '#lib/db/open.server.ts';
import { readSeals } from '#lib/db/seal.server.ts';
import { enter } from '#lib/identity/enter.server.ts';
import { offices } from '#lib/identity/offices.server.ts';
import { regionPath } from '#lib/regions/queries.server.ts';
import { engine, freshDatabase } from '#tests/support/engines.ts';

const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-setup-'));
const keys = join(folder, 'keys', 'waroeng.keys');
const data = join(folder, 'data');
const answers = ['--region', 'Kota Palu', '--name', 'Siti Rahma', '--phone', '0812-9999-0001'];

/** A migrated database stands for what a setup broken off on a server leaves behind. */
const source = engine === 'sqlite' ? { file: join(data, 'waroeng.db') } : (await freshDatabase()).source;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function setUp(args: readonly string[], env: Record<string, string> = {}): { status: number | null; said: string } {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/setup.ts', ...args], {
		encoding: 'utf8',
		input: '',
		env: {
			...process.env,
			DATABASE_URL: 'url' in source ? source.url : '',
			EWAROENG_DATA: data,
			EWAROENG_KEYS: keys,
			ORIGIN: 'https://waroeng.palukota.go.id',
			...env
		}
	});
	return { status, said: `${stdout}${stderr}` };
}

function tokenIn(said: string): string {
	return /https:\/\/waroeng\.palukota\.go\.id\/masuk\/tautan\/([\w-]+)/.exec(said)?.[1] ?? '';
}

describe('a real installation', () => {
	test.each([
		['without answers', [], {}, 'give --region'],
		['with a number that is none', ['--region', '72.71', '--name', 'Siti', '--phone', '12'], {}, 'no phone number'],
		[
			'in a region that may be several',
			['--region', 'Bandung', '--name', 'Siti', '--phone', '081299990001'],
			{},
			'32.73  Kota Bandung'
		],
		['with a flag that is none', ['--force'], {}, 'Flags:'],
		['with the keys beside the data', answers, { EWAROENG_KEYS: join(data, 'keys') }, 'inside the data folder'],
		['with the erasures beside the data', answers, { EWAROENG_ERASURES: join(data, 'list') }, 'The list of erasures']
	])('is not made %s', (_, args, env, why) => {
		const { status, said } = setUp(args, env);
		expect(said).toContain(why);
		expect(status).toBe(1);
		expect(existsSync(data)).toBe(false);
		expect(existsSync(keys)).toBe(false);
	});

	test('is made once, and lets its administrator in', async () => {
		const made = setUp(answers);
		expect(made.said).toContain('Kota Palu (72.71), where the clocks show WITA');
		expect(made.status).toBe(0);
		expect(statSync(keys).mode & 0o077).toBe(0);
		expect(setUp(answers)).toMatchObject({ status: 1 });

		const again = setUp(['--new-link']);
		expect(again.status).toBe(0);
		const db = openDatabase(source);
		try {
			expect(await readInstallation(db.reader)).toMatchObject({ kind: 'real' });
			expect(await offices(db.reader)).toMatchObject([
				{ name: 'Dinas Sosial Kota Palu', level: 'city', regionCode: '72.71' }
			]);
			expect((await regionPath(db.reader, '72.71.08.1005')).text).toContain('Lasoani');
			const way = { password: 'telur tempe sayur', address: '127.0.0.1', device: '' };
			const enterBy = (token: string) => enter(db, readSeals(keys), { key: { token }, ...way });
			await expect(enterBy(tokenIn(made.said))).rejects.toThrow();
			await enterBy(tokenIn(again.said));
		} finally {
			await db.close();
		}
		expect(setUp(['--new-link'])).toMatchObject({ status: 1 });
	}, 120_000);
});
