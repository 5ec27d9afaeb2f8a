/** Licences and bank accounts: their numbers, and how long a licence holds. */
import { describe, expect, test } from 'vitest';
import { maskedAccount, parseAccountNumber } from '#lib/groups/bank-account.ts';
import {
	isLicenceProblem,
	type LicenceKind,
	licenceState,
	parseLicenceKind,
	parseLicenceNumber
} from '#lib/groups/licence.ts';
import { day } from '#lib/kernel/day.ts';

describe('the number of a licence', () => {
	test.each<[LicenceKind, string, string]>([
		['nib', '1234567890123', '1234567890123'],
		['nib', '1234-5678-90123', '1234567890123'],
		['nib', '123456789012', 'nib-form'],
		['nib', '12345678901234', 'nib-form'],
		['p-irt', 'P-IRT No. 2067271010001-29', 'p-irt-form'],
		['p-irt', 'P-IRT 206727101000129', '206727101000129'],
		['p-irt', 'PIRT 2067271010001-29', '206727101000129'],
		['p-irt', '20672710100012', 'p-irt-form'],
		['halal', 'ID72110000123456723', 'ID72110000123456723'],
		['halal', 'id 7211 0000 1234 56723', 'ID72110000123456723'],
		['halal', '00060012345678', '00060012345678'],
		['halal', 'ID721100001234567', 'halal-form'],
		['halal', '', 'halal-form'],
		['tera', ' 510.3/0123/uml-2026 ', '510.3/0123/UML-2026'],
		['tera', '-/', 'tera-form']
	])('%s %j is %s', (kind, typed, expected) => {
		const parsed = parseLicenceNumber(kind, typed);
		expect(parsed).toBe(expected);
		expect(isLicenceProblem(parsed)).toBe(expected.endsWith('form'));
	});

	test('there are four kinds', () => {
		const kinds = ['nib', 'p-irt', 'halal', 'tera'];
		expect([...kinds, 'sim'].map(parseLicenceKind)).toEqual([...kinds, null]);
	});
});

test.each([
	['p-irt', null, 'valid'],
	['p-irt', '2026-11-20', 'ended'],
	['p-irt', '2026-11-21', 'ends-soon'],
	['p-irt', '2027-05-22', 'ends-soon'],
	['p-irt', '2027-05-23', 'valid'],
	['tera', '2026-11-20', 'ended'],
	['tera', '2026-12-20', 'ends-soon'],
	['tera', '2026-12-21', 'valid']
] as const)('on 21 November 2026 a licence %s that holds until %s is %s', (kind, last, state) => {
	expect(licenceState({ kind, expiresOn: last === null ? null : day(last) }, day('2026-11-21'))).toBe(state);
});

describe('the number of a bank account', () => {
	test.each([
		['1234 5678 9012', '123456789012'],
		['0123-01-012345-53-6', '012301012345536'],
		['1234567', null],
		['123456789012345678901', null],
		['12345678a', null]
	])('%s is %s', (typed, expected) => {
		expect(parseAccountNumber(typed)).toBe(expected);
	});

	test('is shown by its last digits', () => {
		expect(maskedAccount('4321')).toBe('••••4321');
	});
});
