/** Sealed values: readable in their own place with their own key, and nowhere else. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSeals, Seals } from '#lib/db/seal.server.ts';
import { Bug } from '#lib/kernel/assert.ts';

const key = (id: string, fill: number) => ({ id, secret: Buffer.alloc(32, fill).toString('base64') });
const seals = new Seals([key('k1', 1)]);
const place = { table: 'member', tenantId: 'melati', rowId: 'sari', column: 'nik_cipher' };
const nik = '7271085005680001';

const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-seal-'));
afterAll(() => {
	rmSync(folder, { recursive: true });
});

describe('a sealed value', () => {
	test('opens in its place, and is another text each time', () => {
		const [one, other] = [seals.seal(nik, place), seals.seal(nik, place)];
		expect(one).not.toBe(other);
		expect(one).not.toContain(nik);
		expect([seals.open(one, place), seals.open(other, place)]).toEqual([nik, nik]);
		expect(seals.open(seals.seal('', place), place)).toBe('');
	});

	test.each(['table', 'tenantId', 'rowId', 'column'] as const)('moved to another %s does not open', (part) => {
		expect(() => seals.open(seals.seal(nik, place), { ...place, [part]: 'elsewhere' })).toThrow();
	});

	test('changed in any letter does not open', () => {
		const sealed = seals.seal(nik, place);
		const [, nonce = '', body = '', tag = ''] = sealed.split('.');
		const turned = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
		for (const parts of [
			[turned(nonce), body, tag],
			[nonce, turned(body), tag],
			[nonce, body, turned(tag)],
			[nonce, body, tag.slice(0, 8)],
			[nonce, body]
		])
			expect(() => seals.open(['k1', ...parts].join('.'), place)).toThrow();
	});

	test('opens with the key it names, also when a newer one seals; not when its key is gone', () => {
		const sealed = seals.seal(nik, place);
		const rotated = new Seals([key('k2', 2), key('k1', 1)]);
		expect(rotated.open(sealed, place)).toBe(nik);
		expect(rotated.seal(nik, place)).toMatch(/^k2\./);
		expect(() => new Seals([key('k2', 2)]).open(sealed, place)).toThrow('no key');
		expect(() => new Seals([key('k1', 9)]).open(sealed, place)).toThrow();
	});
});

test('a mark finds equal values, apart by purpose, and stays when a key is added', () => {
	const rotated = new Seals([key('k2', 2), key('k1', 1)]);
	expect(seals.mark('nik', nik)).toBe(rotated.mark('nik', nik));
	expect(seals.mark('nik', nik)).not.toBe(seals.mark('account', nik));
	expect(seals.mark('nik', nik)).not.toBe(seals.mark('nik', '7271085005680002'));
});

describe('the key file', () => {
	const file = join(folder, 'keys', 'waroeng.keys');

	test('is made once, for its owner alone, and read again', () => {
		expect(() => readSeals(file)).toThrow('is missing');
		const sealed = readSeals(file, { make: true }).seal(nik, place);
		const written = readFileSync(file, 'utf8');
		expect(readSeals(file, { make: true }).open(sealed, place)).toBe(nik);
		expect(readFileSync(file, 'utf8')).toBe(written);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
	});

	test.each(['{}', '[{"id":"k1"}]', '[{"id":"k1","secret":"c2hvcnQ="}]'])('that is damaged is not used: %s', (text) => {
		const damaged = join(folder, 'damaged.keys');
		writeFileSync(damaged, text);
		expect(() => readSeals(damaged)).toThrow('is damaged');
	});

	test('without a key opens nothing', () => {
		expect(() => new Seals([])).toThrow(Bug);
	});
});
