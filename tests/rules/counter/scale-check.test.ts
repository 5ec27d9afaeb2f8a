/** The scale's yearly check: until when it holds, which lines are weighed, and when the till says that it is overdue. */
import { describe, expect, test } from 'vitest';
import { isWeighed, overdueScale } from '#lib/counter/scale-check.ts';
import type { Licence } from '#lib/groups/licence.ts';
import { scaleCheckedUntil } from '#lib/groups/licence-held.ts';
import { day } from '#lib/kernel/day.ts';
import { newId } from '#lib/kernel/id.ts';

const today = day('2026-11-21');

test.each([
	[null, null],
	['2026-11-22', null],
	['2026-11-21', null],
	['2026-11-20', '2026-11-20']
])('checked until %s, overdue is %s', (until, overdue) => {
	expect(overdueScale(until === null ? null : day(until), today)).toBe(overdue);
});

test.each([
	['kg', true],
	['ons', true],
	['gram', true],
	['liter', false],
	['butir', false],
	['karung', false],
	['unknown', false]
])('goods by %s are weighed: %s', (unit, weighed) => {
	expect(isWeighed(unit)).toBe(weighed);
});

describe('of several checks', () => {
	const licence = (kind: Licence['kind'], expiresOn: string | null): Licence => ({
		id: newId(), kind, number: '510/1', holder: 'Kube Melati', issuedOn: null,
		expiresOn: expiresOn === null ? null : day(expiresOn), productId: null, fileId: null
	}); // prettier-ignore

	test('the last one counts, whichever stands first', () => {
		const years = [licence('tera', '2025-06-01'), licence('tera', '2026-06-01'), licence('tera', '2024-06-01')];
		expect(scaleCheckedUntil(years)).toBe('2026-06-01');
	});

	test('no other licence does', () => {
		expect(scaleCheckedUntil([licence('p-irt', '2030-01-01'), licence('nib', null)])).toBeNull();
	});
});
