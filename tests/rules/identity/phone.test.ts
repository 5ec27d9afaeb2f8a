/** Phone numbers: however one is typed, it is one number. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseEmail } from '#lib/identity/email.ts';
import { loginKey, parseLogin } from '#lib/identity/login.ts';
import { maskedPhone, parsePhone, shownPhone, whatsappLink } from '#lib/identity/phone.ts';

test.each([
	['081234567890', '+6281234567890'],
	['0812-3456-7890', '+6281234567890'],
	['+62 812 3456 7890', '+6281234567890'],
	['62812.3456.7890', '+6281234567890'],
	['+62 (0)812 3456 7890', '+6281234567890'],
	['006281234567890', '+6281234567890'],
	['81234567890', '+6281234567890'],
	['0451 421234', '+62451421234'],
	['', null],
	['0812', null],
	['08123456789012345', null],
	['+1 202 555 0100', null],
	['0812345678a0', null],
	['bu sari', null],
	['110', null]
])('%j is %j', (typed, phone) => {
	expect(parsePhone(typed)).toBe(phone);
});

const national = fc
	.tuple(fc.integer({ min: 2, max: 9 }), fc.stringMatching(/^\d{7,11}$/))
	.map(([first, rest]) => `${first}${rest}`);

test('every way of typing a number gives the same one, and what is shown can be typed again', () => {
	fc.assert(
		fc.property(national, fc.constantFrom('0', '+62', '62', '+62 ', '0062'), (number, prefix) => {
			const phone = parsePhone(`0${number}`);
			expect(phone).toBe(`+62${number}`);
			fc.pre(!(prefix === '62' && number.startsWith('62')));
			expect(parsePhone(`${prefix}${number}`)).toBe(phone);
			expect(parsePhone(shownPhone(phone ?? ''))).toBe(phone);
			expect(parsePhone(phone ?? '')).toBe(phone);
		})
	);
});

test('a number is shown in groups, and masked but for its ends', () => {
	expect(shownPhone('+6281234567890')).toBe('0812-3456-7890');
	expect(maskedPhone('+6281234567890')).toBe('0812-••••-890');
});

test('WhatsApp opens with the text ready to send', () => {
	expect(whatsappLink('+6281234567890', 'Kode: 1234 & tautan')).toBe(
		'https://wa.me/6281234567890?text=Kode%3A%201234%20%26%20tautan'
	);
	expect(whatsappLink(null, 'x')).toBe('https://wa.me/?text=x');
});

test.each([
	['Sari@Dinsos.Palu.go.id ', 'sari@dinsos.palu.go.id'],
	['sari@dinsos', null],
	['@dinsos.go.id', null],
	['a b@dinsos.go.id', null],
	['sari@dinsos..id', null],
	[`${'a'.repeat(250)}@x.id`, null]
])('%j is the address %j', (typed, email) => {
	expect(parseEmail(typed)).toBe(email);
});

test('one field takes both, and one account has one key', () => {
	expect(parseLogin('0812 3456 7890')).toEqual({ phone: '+6281234567890' });
	expect(parseLogin('Sari@x.id')).toEqual({ email: 'sari@x.id' });
	expect(parseLogin('bu sari')).toBeNull();
	expect(loginKey('0812-3456-7890')).toBe(loginKey('+6281234567890'));
	expect(loginKey(' Bu Sari')).toBe('bu sari');
});
