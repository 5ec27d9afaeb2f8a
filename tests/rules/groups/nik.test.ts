/** NIK: sixteen digits that can be one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastOfNik, maskedNik, type Nik, parseNik } from '#lib/groups/nik.ts';

describe('a NIK', () => {
	test.each([
		['7271084505850001', '7271084505850001', 'a woman born on 5 May'],
		['7271 0805 0585 0001', '7271080505850001', 'a man born on 5 May, typed in fours'],
		['3204.1231.1299.0003', '3204123112990003', 'with dots, on the last day of a year'],
		['7271082902840001', '7271082902840001', '29 February of a leap year'],
		['727108450585000', 'not-sixteen-digits', 'fifteen digits'],
		['72710845058500012', 'not-sixteen-digits', 'seventeen digits'],
		['7,27108E+15', 'not-sixteen-digits', 'what a spreadsheet makes of it'],
		['9971084505850001', 'no-such-region', 'no province 99'],
		['7200084505850001', 'no-such-region', 'no regency 00'],
		['7271004505850001', 'no-such-region', 'no district 00'],
		['7271083202850001', 'no-such-birth-date', 'day 32 of a man'],
		['7271087202850001', 'no-such-birth-date', 'day 32 of a woman'],
		['7271084513850001', 'no-such-birth-date', 'month 13'],
		['7271083002850001', 'no-such-birth-date', '30 February'],
		['7271080002850001', 'no-such-birth-date', 'day 0'],
		['7271084005850001', 'no-such-birth-date', 'day 40 of nobody'],
		['7271084505850000', 'no-such-number', 'none is number 0000']
	])('%s is %s: %s', (typed, expected) => {
		expect(parseNik(typed)).toBe(expected);
	});

	test('every day of birth that there is passes, for a man and for a woman', () => {
		const born = fc.date({
			min: new Date('1900-01-01T00:00:00Z'),
			max: new Date('2099-12-31T00:00:00Z'),
			noInvalidDate: true
		});
		fc.assert(
			fc.property(born, fc.boolean(), fc.integer({ min: 1, max: 9999 }), (birth, isWoman, number) => {
				const [year = '', month = '', day = ''] = birth.toISOString().slice(0, 10).split('-');
				const written = String(Number(day) + (isWoman ? 40 : 0)).padStart(2, '0');
				const nik = `727108${written}${month}${year.slice(2)}${String(number).padStart(4, '0')}`;
				expect(parseNik(nik)).toBe(nik);
			})
		);
	});

	test('a mask shows the last four digits and as many dots as there are others', () => {
		expect(maskedNik(lastOfNik('7271084505850123' as Nik))).toBe('••••••••••••0123');
		expect(maskedNik('0123')).toHaveLength(16);
	});
});
