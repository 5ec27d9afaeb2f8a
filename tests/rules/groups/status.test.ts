/** The life of a group, step by step. */
import { expect, test } from 'vitest';
import {
	checkStatusStep,
	groupStatuses,
	holdsFamilies,
	nextStatuses,
	parseGroupStatus,
	StatusStep
} from '#lib/groups/status.ts';

const legal = [
	'forming active', 'forming dissolved', 'active inactive', 'active merged', 'active dissolved', 'inactive active',
	'inactive merged', 'inactive dissolved'
]; // prettier-ignore

const every = groupStatuses.flatMap((from) => groupStatuses.map((to) => [from, to] as const));

test.each(every)('from %s to %s: allowed only where the table says so', (from, to) => {
	const step = () => {
		checkStatusStep(from, to);
	};
	if (legal.includes(`${from} ${to}`)) expect(step).not.toThrow();
	else expect(step).toThrow(new StatusStep(from, to));
});

test('nothing follows the end of a group', () => {
	expect([...nextStatuses('merged'), ...nextStatuses('dissolved')]).toEqual([]);
});

test('a family is bound to a group that is forming or active, and free otherwise', () => {
	expect(groupStatuses.filter(holdsFamilies)).toEqual(['forming', 'active']);
});

test('only these five statuses are known', () => {
	expect(parseGroupStatus('active')).toBe('active');
	expect(parseGroupStatus('closed')).toBeNull();
});
