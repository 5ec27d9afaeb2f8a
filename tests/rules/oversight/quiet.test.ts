/** Which groups have gone quiet, and for how long. */
import { expect, test } from 'vitest';
import { addDays, day } from '#lib/kernel/day.ts';
import { id } from '#lib/kernel/id.ts';
import { daysQuiet, type GroupSeen, quietOf } from '#lib/oversight/quiet.ts';

const today = day('2026-11-21');
const groupId = id('01900000-0000-7000-8000-000000000001');

/** A group registered and last selling so many days ago; null when it never sold. */
function seen(name: string, since: number, lastSale: number | null): GroupSeen {
	const last = lastSale === null ? null : addDays(today, -lastSale);
	return { groupId, name, since: addDays(today, -since), lastSale: last };
}

const groups = [
	seen('sold today', 400, 0),
	seen('29 days ago', 400, 29),
	seen('30 days ago', 400, 30),
	seen('90 days ago', 400, 90),
	seen('never, and registered lately', 10, null),
	seen('never, and registered long ago', 200, null)
];

test('quiet are those without a sale for 30 days, counted from when they were registered', () => {
	const quiet = quietOf(groups, today, { limit: 10 });
	expect(quiet).toMatchObject({ some: 3, long: 2 });
	expect(quiet.groups.map(({ name }) => name)).toEqual([
		'never, and registered long ago',
		'90 days ago',
		'30 days ago'
	]);
});

test('only so many are named, the quietest first; all are counted', () => {
	const quiet = quietOf(groups, today, { limit: 1 });
	expect(quiet).toMatchObject({ some: 3, long: 2 });
	expect(quiet.groups.map((group) => daysQuiet(group, today))).toEqual([200]);
});

test('page by page all of them are named, each once', () => {
	const pages = [0, 1, 2, 3].map((skip) => quietOf(groups, today, { skip, limit: 1 }));
	expect(pages.map((page) => page.groups.map(({ name }) => name))).toEqual([
		['never, and registered long ago'],
		['90 days ago'],
		['30 days ago'],
		[]
	]);
	expect(pages.every(({ some }) => some === 3)).toBe(true);
});
