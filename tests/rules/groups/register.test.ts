/** What the register asks of a group. */
import { describe, expect, test } from 'vitest';
import {
	checkMemberCount,
	checkOfficers,
	GroupFull,
	OneOfficeEach,
	parseMemberLimits,
	registerNotes
} from '#lib/groups/register.ts';
import { newId } from '#lib/kernel/id.ts';

const limits = { fewest: 5, most: 20, usual: 10 };
const [sari, umar, ani] = [newId(), newId(), newId()];
const officers = { chair: sari, secretary: umar, treasurer: ani };

describe('members', () => {
	test.each([
		[0, ['too-few']],
		[4, ['too-few']],
		[5, []],
		[10, []],
		[11, ['more-than-usual']],
		[20, ['more-than-usual']]
	])('%i members: %j', (count, notes) => {
		expect(registerNotes(count, officers, limits)).toEqual(notes);
	});

	test('the twentieth is taken in, the twenty-first is not', () => {
		expect(() => {
			checkMemberCount(20, limits);
		}).not.toThrow();
		expect(() => {
			checkMemberCount(21, limits);
		}).toThrow(new GroupFull(20));
	});

	test('limits are data, and their shape is checked', () => {
		expect(parseMemberLimits({ ...limits, more: 1 })).toEqual(limits);
		expect(() => parseMemberLimits({ fewest: '5', most: 20, usual: 10 })).toThrow();
	});
});

describe('officers', () => {
	test('each office that is not filled is asked about', () => {
		expect(registerNotes(5, {}, limits)).toEqual(['no-chair', 'no-secretary', 'no-treasurer']);
		expect(registerNotes(5, { secretary: umar }, limits)).toEqual(['no-chair', 'no-treasurer']);
	});

	test('three offices are three persons', () => {
		expect(() => {
			checkOfficers(officers);
		}).not.toThrow();
		expect(() => {
			checkOfficers({ chair: sari });
		}).not.toThrow();
		expect(() => {
			checkOfficers({ ...officers, treasurer: sari });
		}).toThrow(OneOfficeEach);
	});
});
