/** `npm run demo` as a command: where it refuses, and what it prints. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, expect, test } from 'vitest';
import { writeSignIns } from '../../../scripts/demo/sign-ins.ts';

const folder = mkdtempSync(join(tmpdir(), 'demo-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

const signIn = {
	role: 'treasurer (bendahara)',
	name: 'Sitti',
	phone: '0840-0000-0001',
	password: 'a-b-c-123',
	page: '/kelola/x'
};

test('with DATABASE_URL nothing is made', async () => {
	const { code, stderr } = await demo([], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
	expect([code, stderr]).toEqual([1, expect.stringContaining('DATABASE_URL is set')]);
	expect(readdirSync(folder)).toEqual([]);
});

test('with NODE_ENV=production nothing is made', async () => {
	const { code, stderr } = await demo([], { NODE_ENV: 'production' });
	expect([code, stderr]).toEqual([1, expect.stringContaining('NODE_ENV is production')]);
	expect(existsSync(join(folder, 'data'))).toBe(false);
});

test('a demo that is there is not made again unless asked', async () => {
	const file = join(folder, 'there.db');
	writeFileSync(file, '');
	const { code, stderr } = await demo(['--file', file], {});
	expect([code, stderr]).toEqual([1, expect.stringContaining('--again')]);
});

test('--print shows each sign-in with the address to open', async () => {
	const file = join(folder, 'shown.db');
	writeSignIns(join(folder, 'shown-sign-ins.json'), [signIn]);
	const { code, stdout } = await demo(['--print', '--file', file], { PORT: '4123' });
	expect(code).toBe(0);
	for (const shown of [signIn.role, signIn.name, signIn.phone, signIn.password, 'http://localhost:4123/kelola/x'])
		expect(stdout).toContain(shown);
});

test('--print without sign-ins says how to get them', async () => {
	const { code, stderr } = await demo(['--print', '--file', join(folder, 'none.db')], {});
	expect([code, stderr]).toEqual([1, expect.stringContaining('--again')]);
});

interface Ended {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

function demo(args: readonly string[], settings: Readonly<Record<string, string>>): Promise<Ended> {
	const own = { EWAROENG_DATA: join(folder, 'data'), EWAROENG_KEYS: join(folder, 'keys', 'demo.keys') };
	const env = { ...process.env, DATABASE_URL: '', NODE_ENV: '', ...own, ...settings };
	return new Promise((resolve) => {
		const child = execFile(process.execPath, ['scripts/demo.ts', ...args], { env }, (_, stdout, stderr) => {
			resolve({ code: child.exitCode, stdout, stderr });
		});
	});
}
