/** `npm run migrate` as people and `npm start` call it: says what it did, and ends with an error where it could not. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, expect, test } from 'vitest';
import { migrate, schemaVersion } from '#lib/db/migrate.server.ts';
import { migrations } from '#lib/db/migrations/list.ts';
import type { DatabaseSource } from '#lib/db/open.server.ts';
import { emptySource, engine } from '#tests/support/engines.ts';

const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-migrate-'));
afterAll(() => {
	rmSync(folder, { recursive: true });
});

const older = Object.fromEntries(Object.entries(migrations).slice(0, 2));

/** A database that an older program made, and the environment in which the script finds it. */
async function olderDatabase(name: string): Promise<{ source: DatabaseSource; env: NodeJS.ProcessEnv }> {
	const data = join(folder, name);
	const source = engine === 'sqlite' ? { file: join(data, 'waroeng.db') } : await emptySource();
	await migrate(source, { known: older });
	return { source, env: 'url' in source ? { DATABASE_URL: source.url } : { EWAROENG_DATA: data, DATABASE_URL: '' } };
}

interface Ended {
	readonly code: number | null;
	readonly said: string;
	readonly complained: string;
}

function run(env: NodeJS.ProcessEnv): Promise<Ended> {
	return new Promise((resolve) => {
		const script = spawn(process.execPath, ['scripts/migrate.ts'], { env: { ...process.env, ...env } });
		let said = '';
		let complained = '';
		script.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
		script.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
		script.on('close', (code) => {
			resolve({ code, said, complained });
		});
	});
}

test('an older database is brought up to date, and the second time it is', async () => {
	const { env } = await olderDatabase('older');
	const first = await run(env);
	expect(first).toMatchObject({ code: 0, complained: '' });
	expect(first.said).toContain(`applied ${schemaVersion()}`);
	if (engine === 'sqlite') expect(first.said).toContain('A checked copy of the database as it was');
	const second = await run(env);
	expect(second).toMatchObject({ code: 0, complained: '' });
	expect(second.said).toContain('up to date');
	expect(first.said + second.said).not.toMatch(/:\/\/[^ ]*@/);
});

test('two at the same moment do it once', async () => {
	const { env } = await olderDatabase('twice');
	const both = await Promise.all([run(env), run(env)]);
	expect(both.map(({ code, complained }) => ({ code, complained }))).toEqual([
		{ code: 0, complained: '' },
		{ code: 0, complained: '' }
	]);
	expect(both.filter(({ said }) => said.includes('applied'))).toHaveLength(1);
});

test('a newer database is refused with what to do, and no stack', async () => {
	const { source, env } = await olderDatabase('newer');
	await migrate(source);
	await migrate(source, { known: { ...migrations, '2099_01_01_01_later': { up: () => Promise.resolve() } } });
	const { code, complained } = await run(env);
	expect(code).toBe(1);
	expect(complained.trim()).toBe(
		'The database has schema 2099_01_01_01_later, which this program does not know. Start the newer program that made it.'
	);
});

test('where there is no file it says how to make one', async () => {
	const { code, complained } = await run({ EWAROENG_DATA: join(folder, 'nowhere'), DATABASE_URL: '' });
	expect(code).toBe(1);
	expect(complained).toMatch(/^There is no database at .*demo\.db\. Make one with: npm start\n$/);
});
