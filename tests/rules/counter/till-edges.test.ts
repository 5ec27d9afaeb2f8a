/** The smaller rules of a till: whose word is needed, when a version may change, what a code says, what a worker keeps. */
import { describe, expect, test } from 'vitest';
import { approvalFor } from '#lib/counter/approval.ts';
import { readInvitation } from '#lib/counter/enrolling.ts';
import { PracticeOutbox } from '#lib/counter/practice.ts';
import { Recorder } from '#lib/counter/recorder.ts';
import { hashedPolicy, inlineScripts, isOfOneBuild, linksOf, wayOf, withoutNonces } from '#lib/counter/shell.ts';
import { isCopyDue, updateProblem } from '#lib/counter/update-rule.ts';
import { anId } from './goods-for-tests.ts';
import { aBasket, cash, deviceAt, groupId, sari } from './till-for-tests.ts';

describe('whose word', () => {
	const cashier = { id: anId(), name: 'Bu Sari', may: ['sale.record', 'sale.void'] };
	const chair = { id: anId(), name: 'Pak Joko', may: ['sale.record', 'sale.void', 'sale.approve'] };
	const asked = { cashierId: cashier.id, people: [cashier, chair], secondPerson: true };

	test('a sale needs nobody else', () => {
		expect(approvalFor({ ...asked, action: 'sale' })).toEqual({ kind: 'free' });
	});
	test('a void needs another where the group asks for it, or a reason when alone', () => {
		expect(approvalFor({ ...asked, action: 'void' })).toEqual({ kind: 'second', people: [chair], orAlone: true });
		expect(approvalFor({ ...asked, action: 'void', secondPerson: false })).toEqual({ kind: 'free' });
	});
	test('a large discount needs an officer, who needs nobody', () => {
		expect(approvalFor({ ...asked, action: 'large-discount' })).toEqual({
			kind: 'second',
			people: [chair],
			orAlone: false
		});
		expect(approvalFor({ ...asked, action: 'large-discount', cashierId: chair.id })).toEqual({ kind: 'free' });
		expect(approvalFor({ ...asked, action: 'large-discount', people: [cashier] })).toEqual({ kind: 'forbidden' });
	});
	test('what one may not do alone, one may not do with another either', () => {
		expect(approvalFor({ ...asked, action: 'goods-bought' })).toEqual({ kind: 'forbidden' });
	});
});

test.each([
	[{ isShiftOpen: false, basketLines: 0, unsent: 0, isExported: false }, null],
	[{ isShiftOpen: false, basketLines: 2, unsent: 0, isExported: false }, 'basket'],
	[{ isShiftOpen: true, basketLines: 0, unsent: 0, isExported: false }, 'shift'],
	[{ isShiftOpen: false, basketLines: 0, unsent: 3, isExported: false }, 'unsent'],
	[{ isShiftOpen: false, basketLines: 0, unsent: 3, isExported: true }, null]
] as const)('a new version at %o: %s', (standing, problem) => {
	expect(updateProblem(standing)).toBe(problem);
});

test('a copy is offered every 20 unsent events, and whenever a shift closes with some', () => {
	expect([0, 19, 20].map((count) => isCopyDue(count, false))).toEqual([false, false, true]);
	expect([0, 1].map((count) => isCopyDue(count, true))).toEqual([false, true]);
});

test('the QR of the treasurer is read, and nothing else', () => {
	const [group, invitation] = [anId(), anId()];
	const token = 'a'.repeat(43);
	expect(readInvitation(`#${group}.${invitation}.${token}`)).toEqual({ groupId: group, id: invitation, token });
	for (const wrong of ['', '#', `#${group}.${invitation}`, `#${group}.x.${token}`, `#${group}.${invitation}.a b`])
		expect(readInvitation(wrong)).toBeNull();
});

test('practice numbers like a till and sends nothing', async () => {
	const store = new PracticeOutbox(groupId);
	const act = () => ({ cashier: sari, group: { zone: 'Asia/Makassar' as const }, time: { deviceAt, offsetMs: 0 } });
	const record = new Recorder({ store, enrolmentId: store.id, act, onKept: () => undefined });
	const basket = aBasket();
	const [once, again] = [await record.sell(basket, [cash(basket)]), await record.sell(basket, [cash(basket)])];
	expect(once).toBe(again);
	const other = aBasket();
	expect([once.receipt, (await record.sell(other, [cash(other)])).receipt]).toEqual(['Z-000001', 'Z-000002']);
	expect(await store.countUnsent()).toBe(0);
});

describe('what the worker keeps', () => {
	test.each([
		['GET', '/kasir', true, 'shell'],
		['GET', '/kasir/melati', true, 'shell'],
		['GET', '/kasirku', true, 'network'],
		['GET', '/masuk', true, 'network'],
		['GET', '/api/kasir', false, 'network'],
		['POST', '/kasir', true, 'network'],
		['GET', '/_app/immutable/chunks/a.js', false, 'kept'],
		['GET', '/goods/beras.svg', false, 'picture'],
		['GET', '/gambar/1/2/96.avif', false, 'picture'],
		['GET', '/icon.svg', false, 'kept'],
		['GET', '/kelola/melati', false, 'network']
	] as const)('%s %s (page: %s): %s', (method, path, isPage, way) => {
		expect(wayOf(method, path, isPage)).toBe(way);
	});

	const page = '<html><script nonce="abc">\n start() </script><script src="/x.js"></script></html>';

	test('a page is kept with hashes in place of its nonces', () => {
		expect(inlineScripts(page)).toEqual(['\n start() ']);
		expect(withoutNonces(page)).not.toContain('abc');
		const policy = "default-src 'self'; script-src 'self' 'nonce-abc'; style-src 'self' 'nonce-abc'";
		expect(hashedPolicy(policy, ['AA='])).toBe("default-src 'self'; script-src 'self' 'sha256-AA='; style-src 'self'");
	});

	test('a kept page asks at once for all that it loads first', () => {
		const files = [
			{ path: '/a.css', bytes: 1, kind: 'first' },
			{ path: '/b.js', bytes: 1, kind: 'first' },
			{ path: '/c.js', bytes: 1, kind: 'later' }
		] as const;
		expect(linksOf(files)).toBe('</a.css>; rel="preload"; as="style", </b.js>; rel="modulepreload"');
	});

	test('a page and a list of two versions are told apart', () => {
		const files = [{ path: '/_app/immutable/entry/start.A1.js', bytes: 1, kind: 'first' as const }];
		expect(isOfOneBuild('<script>import("/_app/immutable/entry/start.A1.js")</script>', files)).toBe(true);
		expect(isOfOneBuild('<script>import("/_app/immutable/entry/start.B2.js")</script>', files)).toBe(false);
	});
});
