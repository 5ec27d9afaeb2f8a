/** The founders of a group as an officer types them: a name a line, with a number or without. */
import { describe, expect, test } from 'vitest';
import { memberNameLengthMax } from '#lib/groups/member.ts';
import { isUnread, officer, parseFounders } from '../../../src/routes/dinsos/kube/baru/founders.ts';

describe('a line', () => {
	test.each([
		['Bu Ani', { name: 'Bu Ani', phone: null }],
		['Bu Ani, 0812 3456 7890', { name: 'Bu Ani', phone: '+6281234567890' }],
		['Bu Ani; 0812-3456-7890', { name: 'Bu Ani', phone: '+6281234567890' }],
		['Bu Ani\t+62 812 3456 7890', { name: 'Bu Ani', phone: '+6281234567890' }],
		['Bu Ani,', { name: 'Bu Ani', phone: null }],
		['  Bu Ani  ', { name: 'Bu Ani', phone: null }],
		['Ir. Joko, S.E., 081234567890', { name: 'Ir. Joko, S.E.', phone: '+6281234567890' }],
		["Nur'aini Lasimpara", { name: "Nur'aini Lasimpara", phone: null }]
	])('%j', (line, founder) => {
		expect(parseFounders(line)).toEqual([founder]);
	});

	test.each([
		['only a number', '081234567890'],
		['a number that is none', 'Bu Ani, 0812'],
		['a number without a sign between', 'Bu Ani 081234567890'],
		['no letters', '---'],
		['a name that is longer than a name', 'a'.repeat(memberNameLengthMax + 1)]
	])('with %s cannot be read', (_, line) => {
		expect(parseFounders(line)).toEqual({ line: 1, text: line });
	});
});

test('lines keep their order, and empty ones are passed over', () => {
	expect(parseFounders('Bu Ani\r\n\r\n  \nPak Umar, 081234567890\n')).toEqual([
		{ name: 'Bu Ani', phone: null },
		{ name: 'Pak Umar', phone: '+6281234567890' }
	]);
	expect(parseFounders('')).toEqual([]);
});

test('the first line that cannot be read is named as people count, empty ones included', () => {
	const parsed = parseFounders('Bu Ani\n\nPak Umar, 12\nBu Sari 34');
	expect(parsed).toEqual({ line: 3, text: 'Pak Umar, 12' });
	expect(isUnread(parsed)).toBe(true);
	expect(isUnread(parseFounders('Bu Ani'))).toBe(false);
});

test('an officer comes from boxes of their own; without a name there is none', () => {
	expect(officer('chair', 'Bu Sari', '0812 3456 7890')).toEqual({
		name: 'Bu Sari',
		phone: '+6281234567890',
		office: 'chair'
	});
	expect(officer('treasurer', '', '081234567890')).toBeNull();
});
