/** A group's address, search text, first steps, switches, and who may be in it. */
import { describe, expect, test } from 'vitest';
import { kindOf, kinds, parseKind } from '#lib/groups/kinds.ts';
import { kindName } from '#lib/groups/kind-name.ts';
import { nextReadyStep, notBegun, readReadiness, stepsLeft } from '#lib/groups/readiness.ts';
import { groupSearchText } from '#lib/groups/search-text.ts';
import { plainSettings, readSettings } from '#lib/groups/settings.ts';
import { slugsFor } from '#lib/groups/slug.ts';
import { checkMayGuide, checkMayTrade, ConflictOfInterest } from '#lib/groups/standing.ts';
import { type Role, roleScopes } from '#lib/identity/permissions.ts';
import { finds } from '#lib/kernel/text.ts';
import { parseGoodsPicture } from '#lib/look/goods-pictures.ts';

describe('addresses', () => {
	const first = (count: number, name: string, village: string): string[] =>
		[...slugsFor(name, village)].slice(0, count);

	test('are the name, longer only where it is taken', () => {
		expect(first(4, 'Kube Melati', 'Lasoani')).toEqual([
			'kube-melati', 'kube-melati-lasoani', 'kube-melati-lasoani-2', 'kube-melati-lasoani-3'
		]); // prettier-ignore
	});

	test('are there for a name of which nothing can be kept', () => {
		expect(first(2, '★', 'Tondo')).toEqual(['kube', 'kube-tondo']);
	});

	test('are not words that addresses need for themselves', () => {
		expect(first(1, 'Daftar', 'Tondo')).toEqual(['daftar-tondo']);
	});

	test('differ from each other whatever the length of the name', () => {
		const long = first(20, 'Kube '.repeat(30), 'Lasoani');
		expect(new Set(long).size).toBe(long.length);
	});
});

test('a group is found by its name, its village and what it does, as people type them', () => {
	const text = groupSearchText('Kube Melati', 'Lasoani', { main: 'e-waroeng', others: ['telur-asin'] });
	for (const query of ['melati', 'laso', 'telor asin', 'WAROENG', '']) expect(finds(text, query), query).toBe(true);
	for (const query of ['lati', 'kenanga', 'telur bebek']) expect(finds(text, query), query).toBe(false);
});

describe('kinds of business', () => {
	test('there are some forty, each with a drawing and a name of its own', () => {
		expect(kinds.length).toBeGreaterThanOrEqual(40);
		expect(kinds.filter((kind) => parseGoodsPicture(kind.picture) === null)).toEqual([]);
		expect(new Set(kinds.map((kind) => kindName(kind.key))).size).toBe(kinds.length);
	});

	test('are known by their key', () => {
		expect(parseKind('e-waroeng')).toBe(kindOf('e-waroeng'));
		expect(parseKind('toString')).toBeNull();
	});
});

describe('first steps', () => {
	test('come in order, and one that is put off does not come again', () => {
		expect(nextReadyStep(notBegun)).toBe('goods');
		const some = readReadiness('{"goods":"done","prices":"skipped"}');
		expect(nextReadyStep(some)).toBe('cash');
		expect(stepsLeft(some)).toEqual(['prices', 'cash', 'stock', 'debts']);
		const all = { goods: 'done', prices: 'done', cash: 'skipped', stock: 'done', debts: 'skipped' } as const;
		expect(nextReadyStep(all)).toBeNull();
	});
});

test('switches are off until they are switched on, those of later versions too', () => {
	const { creditLimit, cashierDiscount, weightCode, ...switches } = plainSettings;
	expect(new Set(Object.values(switches))).toEqual(new Set([false]));
	expect({ creditLimit, cashierDiscount, weightCode }).toEqual({
		creditLimit: 150_000,
		cashierDiscount: 10,
		weightCode: ''
	});
	expect(readSettings('{"shifts":true}')).toEqual({ ...plainSettings, shifts: true });
});

describe('who guides, supervises or buys does not sell', () => {
	const sellers: readonly Role[] = ['chair', 'secretary', 'treasurer', 'cashier', 'member'];
	const others = (Object.keys(roleScopes) as Role[]).filter((role) => !sellers.includes(role));

	test.each(sellers)('a %s may trade elsewhere too, and may not guide', (role) => {
		expect(() => {
			checkMayTrade([{ role }]);
		}).not.toThrow();
		expect(() => {
			checkMayGuide([{ role }]);
		}).toThrow(ConflictOfInterest);
	});

	test.each(others)('a %s may not trade', (role) => {
		expect(() => {
			checkMayTrade([{ role: 'member' }, { role }]);
		}).toThrow(ConflictOfInterest);
	});

	test('who has no role may do either', () => {
		expect(() => {
			checkMayTrade([]);
			checkMayGuide([]);
		}).not.toThrow();
	});
});
