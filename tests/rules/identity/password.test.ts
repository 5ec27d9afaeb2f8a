/** What a password must be, and how often one may be wrong. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviceName } from '#lib/identity/device.ts';
import { parseEntryCode, shownEntryCode } from '#lib/identity/entry-code.ts';
import { checkPassword, PasswordTooCommon, PasswordTooLong, PasswordTooShort } from '#lib/identity/password.ts';
import {
	accountLimit,
	addressKey,
	addressLimit,
	afterFailure,
	minutesLocked,
	type Tries
} from '#lib/identity/tries.ts';
import { instant, later } from '#lib/kernel/instant.ts';

const own = ['Bu Sari', '+6281234567890', 'sari.melati@palu.go.id'];

test.each(['telur tempe sayur', 'Poboya-1978', 'kue lapis', '9f2Kq!zW', 'bahagia sekali'])('%j will do', (password) => {
	expect(() => checkPassword(password, own)).not.toThrow();
});

test.each([
	['1234567', PasswordTooShort],
	['', PasswordTooShort],
	['🍚🍚🍚🍚', PasswordTooShort],
	['12345678', PasswordTooCommon],
	['87654321', PasswordTooCommon],
	['abcdefgh', PasswordTooCommon],
	['aaaaaaaa', PasswordTooCommon],
	['12121212', PasswordTooCommon],
	['Password123', PasswordTooCommon],
	['INDONESIA', PasswordTooCommon],
	['bismillah', PasswordTooCommon],
	['081234567890', PasswordTooCommon],
	['hp081234567890', PasswordTooCommon],
	['sari.melati@palu.go.id', PasswordTooCommon],
	['x'.repeat(199) + 'é', PasswordTooLong]
])('%j is refused', (password, refusal) => {
	expect(() => checkPassword(password, own)).toThrow(refusal);
});

const now = instant('2026-11-21T01:00:00.000Z');
const failed = (times: number, limit = accountLimit): Tries | null => {
	let tries: Tries | null = null;
	for (let time = 0; time < times; time++) tries = afterFailure(tries, limit, now);
	return tries;
};

test.each([
	[0, 0],
	[4, 0],
	[5, 5],
	[6, 0],
	[10, 10],
	[15, 20],
	[30, 160],
	[35, 240],
	[500, 240]
])('after %i wrong passwords the account is shut for %i minutes', (failures, minutes) => {
	expect(minutesLocked(failed(failures), now)).toBe(minutes);
});

test('a village behind one address may be wrong sixty times', () => {
	expect(minutesLocked(failed(59, addressLimit), now)).toBe(0);
	expect(minutesLocked(failed(60, addressLimit), now)).toBe(5);
	expect(minutesLocked(failed(600, addressLimit), now)).toBe(30);
});

test('the door opens when its time is over, and failures are forgotten after a day', () => {
	const five = failed(5);
	expect(minutesLocked(five, later(now, 1))).toBe(5);
	expect(minutesLocked(five, later(now, 5 * 60_000))).toBe(0);
	expect(afterFailure(five, accountLimit, later(now, 24 * 3_600_000)).failures).toBe(1);
	expect(afterFailure(five, accountLimit, later(now, 24 * 3_600_000 - 1)).failures).toBe(6);
});

test('no number of failures shuts the door for longer than its limit', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 2000 }), (failures) => {
			const tries = { failures: failures - 1, windowEndsAt: later(now, 1), lockedUntil: null };
			const minutes = minutesLocked(afterFailure(tries, accountLimit, now), now);
			expect(minutes > 0).toBe(failures % 5 === 0);
			expect(minutes).toBeLessThanOrEqual(240);
		})
	);
});

test.each([
	['203.0.113.9', '203.0.113.9'],
	['::ffff:203.0.113.9', '203.0.113.9'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
	['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
	['2001:db8::1', '2001:db8:0:0'],
	['::1', '0:0:0:0'],
	['fe80::1%eth0', 'fe80:0:0:0']
])('%s is the household %s', (address, key) => {
	expect(addressKey(address)).toBe(key);
});

test.each([
	['1234 5678', '12345678'],
	['1234-5678', '12345678'],
	['12345678', '12345678'],
	['1234567', null],
	['123456789', null],
	['abcd5678', null]
])('the code %j reads %j', (typed, code) => {
	expect(parseEntryCode(typed)).toBe(code);
});

test('a code is shown in two halves', () => {
	expect(shownEntryCode('01234567')).toBe('0123 4567');
});

test.each([
	[
		'Mozilla/5.0 (Linux; Android 13; SM-A045F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36',
		'Chrome · Android'
	],
	[
		'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0',
		'Edge · Windows'
	],
	['curl/8', ''],
	['', '']
])('%s is %j', (userAgent, name) => {
	expect(deviceName(userAgent)).toBe(name);
});
