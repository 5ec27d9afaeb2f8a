/** QRIS: reading a merchant's own code, and putting an amount into it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { readStaticQris, withAmount } from '#lib/payments/qris.ts';
import {
	QrisAmountTooLarge,
	QrisDamaged,
	QrisHasAmount,
	QrisNotIndonesian,
	QrisUnreadable
} from '#lib/payments/qris-refusals.ts';
import { crc16, type Field, readFields, valueOf, writeFields } from '#lib/payments/tlv.ts';

/** The example of EMVCo QRCPS-MPM 1.1, section 5: its check is A13A, over UTF-8, its lengths are in letters. */
const beijing =
	'00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST TRANSPORT' +
	'6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***0708A60086670902ME91320016' +
	'A0112233449988770708123456786304A13A';

const max = rupiah(10_000_000);

/** Made by the standard; the merchant and its numbers do not exist. */
const own: readonly Field[] = [
	{ tag: '00', value: '01' },
	{ tag: '01', value: '11' },
	{
		tag: '26',
		value: writeFields([
			{ tag: '00', value: 'ID.CO.CONTOH.WWW' },
			{ tag: '01', value: '936000990000000000' }
		])
	},
	{
		tag: '51',
		value: writeFields([
			{ tag: '00', value: 'ID.CO.QRIS.WWW' },
			{ tag: '02', value: 'ID0000000000000' },
			{ tag: '03', value: 'UMI' }
		])
	},
	{ tag: '52', value: '5411' },
	{ tag: '53', value: '360' },
	{ tag: '58', value: 'ID' },
	{ tag: '59', value: 'KUBE MELATI' },
	{ tag: '60', value: 'PALU' },
	{ tag: '61', value: '94111' },
	{ tag: '62', value: writeFields([{ tag: '07', value: 'A01' }]) }
];

function codeOf(fields: readonly Field[]): string {
	const start = `${writeFields(fields)}6304`;
	return start + crc16(start);
}

const changed = (tag: string, value: string | null): string =>
	codeOf(own.flatMap((field) => (field.tag === tag ? (value === null ? [] : [{ tag, value }]) : [field])));

test('the check is CRC-16/CCITT-FALSE, whose value for 123456789 is published as 29B1', () => {
	expect(crc16('123456789')).toBe('29B1');
	expect(crc16(beijing.slice(0, -4))).toBe('A13A');
	expect(readFields(beijing)).toHaveLength(15);
});

test("a group's own code says who is paid", () => {
	expect(readStaticQris(` ${codeOf(own)}\n`)).toEqual({
		text: codeOf(own),
		merchant: 'KUBE MELATI',
		city: 'PALU',
		postalCode: '94111',
		merchantNumber: 'ID0000000000000'
	});
});

test('the amount stands behind the currency, the code is for one payment, and the rest is as it was', () => {
	const text = withAmount(readStaticQris(codeOf(own)), rupiah(87_500), max);
	const fields = readFields(text) ?? [];
	expect(fields.map(({ tag }) => tag).join(' ')).toBe('00 01 26 51 52 53 54 58 59 60 61 62 63');
	expect([valueOf(fields, '01'), valueOf(fields, '54')]).toEqual(['12', '87500']);
	expect(crc16(text.slice(0, -4))).toBe(text.slice(-4));
	for (const { tag, value } of own.filter((field) => field.tag !== '01')) expect(valueOf(fields, tag)).toBe(value);
});

test('a code that does not say how often it is paid is for many times, and gets its use in the second place', () => {
	const text = withAmount(readStaticQris(changed('01', null)), rupiah(1000), max);
	expect(text.startsWith('000201010212')).toBe(true);
});

describe('refused with its reason', () => {
	test.each([
		['no code', 'https://contoh.id/bayar', QrisUnreadable],
		['nothing', '', QrisUnreadable],
		['half a code', codeOf(own).slice(0, 60), QrisUnreadable],
		['no check at the end', writeFields(own), QrisUnreadable],
		['another format', changed('00', '02'), QrisUnreadable],
		['nobody to pay', changed('59', null), QrisUnreadable],
		['a letter read wrong', codeOf(own).replace('MELATI', 'MELATO'), QrisDamaged],
		['another country', beijing, QrisNotIndonesian],
		['another currency', changed('53', '702'), QrisNotIndonesian],
		['not of the national standard', changed('51', null), QrisNotIndonesian],
		['made for one payment', changed('01', '12'), QrisHasAmount],
		['with an amount', codeOf([...own, { tag: '54', value: '1000' }]), QrisHasAmount],
		[
			'far too long',
			codeOf([...own, ...Array.from({ length: 9 }, () => ({ tag: '62', value: 'X'.repeat(90) }))]),
			QrisUnreadable
		]
	] as const)('%s', (_, text, reason) => {
		expect(() => readStaticQris(text)).toThrow(reason);
	});

	test('an amount above the limit of one payment, or none', () => {
		const code = readStaticQris(codeOf(own));
		expect(() => withAmount(code, rupiah(10_000_001), max)).toThrow(QrisAmountTooLarge);
		expect(() => withAmount(code, rupiah(0), max)).toThrow(QrisAmountTooLarge);
		expect(withAmount(code, max, max)).toContain('540810000000');
	});
});

test('whatever the amount, the code comes back with it and nothing else changed', () => {
	const code = readStaticQris(codeOf(own));
	fc.assert(
		fc.property(fc.integer({ min: 1, max }), (amount) => {
			const text = withAmount(code, rupiah(amount), max);
			const fields = readFields(text) ?? [];
			expect(Number(valueOf(fields, '54'))).toBe(amount);
			const back = fields
				.filter(({ tag }) => tag !== '54' && tag !== '63')
				.map((field) => (field.tag === '01' ? { tag: '01', value: '11' } : field));
			expect(codeOf(back)).toBe(code.text);
			expect(() => readStaticQris(text)).toThrow(QrisHasAmount);
		})
	);
});

test('no letter of a code can be changed unnoticed', () => {
	const text = codeOf(own);
	fc.assert(
		fc.property(fc.nat({ max: text.length - 1 }), fc.constantFrom(...Array.from('0123456789ABCXYZ')), (at, letter) => {
			fc.pre(text.charAt(at) !== letter);
			expect(() => readStaticQris(text.slice(0, at) + letter + text.slice(at + 1))).toThrow();
		})
	);
});
