/** No number of a bank card stays in what people type. */
import { expect, test } from 'vitest';
import { holdsCardNumber, withoutCardNumbers } from '#lib/kernel/card-number.ts';

test.each([
	['4111111111111111', true],
	['kartu 4111 1111 1111 1111 punya Bu Ida', true],
	['5019-7170-1010-3742', true],
	['6013010000000000', false],
	['nomor 4111111111111112', false],
	['6304000000000000000', true],
	['411111111111111', false],
	['41111111111111111111111', false],
	['2 kg beras, 12.500', false],
	['0812 3456 7890', false],
	['', false]
])('%s', (text, holds) => {
	expect(holdsCardNumber(text)).toBe(holds);
});

test.each([
	['kartu 4111 1111 1111 1111 punya Bu Ida', 'kartu •••• •••• •••• •••• punya Bu Ida'],
	['4111111111111111', '••••••••••••••••'],
	['2 kg, 12.500, 0812 3456 7890', '2 kg, 12.500, 0812 3456 7890'],
	['', '']
])('%j without card numbers is %j', (text, clean) => {
	expect(withoutCardNumbers(text)).toBe(clean);
	expect(holdsCardNumber(clean)).toBe(false);
});
