/** Folding what groups earned into what an office reads. */
import { expect, test } from 'vitest';
import { id } from '#lib/kernel/id.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { type GroupEarned, mostFirst, regionBelow, wholeOf } from '#lib/oversight/earned.ts';

const groupId = id('01900000-0000-7000-8000-000000000001');

function earned(name: string, omzet: number, untung: number, hasArrived = true): GroupEarned {
	return {
		groupId, slug: name, name, villageCode: '72.71.08.1005', hasArrived, omzet: rupiah(omzet),
		untung: rupiah(untung), sales: omzet === 0 ? 0 : 1
	}; // prettier-ignore
}

test('the whole adds the groups up, and says of how many the data are in', () => {
	expect(wholeOf([earned('a', 100, 20), earned('b', 50, -30), earned('c', 0, 0, false)])).toEqual({
		omzet: 150,
		untung: -10,
		sales: 2,
		arrived: 2,
		expected: 3
	});
	expect(wholeOf([])).toEqual({ omzet: 0, untung: 0, sales: 0, arrived: 0, expected: 0 });
});

test.each([
	['', '72'],
	['72', '72.71'],
	['72.71', '72.71.08'],
	['72.71.08', '72.71.08.1005'],
	['72.71.08.1005', '72.71.08.1005']
])('below %j a village of Palu lies in %s', (region, below) => {
	expect(regionBelow('72.71.08.1005', region)).toBe(below);
});

test('the most omzet stands first; the same by name', () => {
	const order = [earned('b', 5, 0), earned('a', 5, 0), earned('c', 9, 0)].sort(mostFirst);
	expect(order.map(({ name }) => name)).toEqual(['c', 'a', 'b']);
});
