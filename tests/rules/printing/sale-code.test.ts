/** The signed codes of a receipt: from them alone the very event comes back, or it is said what is wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase45, toBase45 } from '#lib/printing/base45.ts';
import { rolls } from '#lib/printing/paper.ts';
import { packJson, unpackJson } from '#lib/printing/packed-json.ts';
import { inMiddle } from '#lib/printing/raster.ts';
import { saleCodeParts, saleCodeQr } from '#lib/printing/sale-code-qr.ts';
import { readPart, readSale, saleCodes } from '#lib/printing/sale-code.ts';
import { readCodes } from '#tests/support/zbar.ts';

const folder = join(import.meta.dirname, '../../contract/sales/wire-1');
const events = readdirSync(folder)
	.map((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { text: string }).text)
	.filter((text) => text.includes('enrolmentId'));

const hex = fc.stringMatching(/^[0-9a-f]{12}$/);
const id = fc
	.tuple(hex, hex)
	.map(([a, b]) => `${a.slice(0, 8)}-${a.slice(8)}-7${b.slice(0, 3)}-8${b.slice(3, 6)}-${a}`);
const moment = fc
	.date({ min: new Date('1970-01-02'), max: new Date('2199-01-01'), noInvalidDate: true })
	.map((date) => date.toISOString());
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64url'));
const line = fc.record({
	productId: id,
	unitId: id,
	name: fc.string({ unit: 'grapheme', maxLength: 40 }),
	unit: fc.constantFrom('kg', 'butir', 'rak', 'satuan sendiri'),
	quantity: fc.integer({ min: 1, max: 1_000_000_000 }),
	factor: fc.constantFrom(1000, 30_000, 50_000),
	price: fc.integer({ min: 0, max: 1_000_000_000 }),
	discount: fc.nat(5000),
	note: fc.string({ maxLength: 10 }),
	reason: fc.constant('')
});
const sale = fc
	.record({
		v: fc.constant(2),
		id,
		enrolmentId: id,
		sequence: fc.integer({ min: 1, max: 1_000_000_000 }),
		kind: fc.constant('sale'),
		deviceAt: moment,
		offsetMs: fc.option(fc.integer({ min: -(10 ** 13), max: 10 ** 13 })),
		previous: hash,
		body: fc.record({
			receiptNumber: fc.constant('B-000123'),
			partyId: fc.option(id),
			lines: fc.array(line, { minLength: 1, maxLength: 30 }),
			rounding: fc.integer({ min: -99, max: 0 }),
			payments: fc.array(fc.record({ tender: fc.constantFrom('cash', 'qris'), amount: fc.nat(10 ** 9) }))
		})
	})
	.map((event) => JSON.stringify(event));
const signature = fc.uint8Array({ minLength: 64, maxLength: 64 });
const aSignature = Uint8Array.from({ length: 64 }, (_, index) => (index * 37) % 256);

describe('base45', () => {
	// The examples of RFC 9285, section 4.3.
	test.each([
		['AB', 'BB8'],
		['Hello!!', '%69 VD92EX0'],
		['base-45', 'UJCLQE7W581'],
		['ietf!', 'QED8WEX0']
	])('%s is %s', (text, code) => {
		expect(toBase45(new TextEncoder().encode(text))).toBe(code);
		expect(new TextDecoder().decode(fromBase45(code) ?? undefined)).toBe(text);
	});

	test.each(['A', 'GGW', ':::', '::', 'BB8a', 'abc'])('%s is none', (text) => {
		expect(fromBase45(text)).toBeNull();
	});

	test('whatever the bytes, they come back', () => {
		fc.assert(
			fc.property(fc.uint8Array(), (bytes) => {
				expect(fromBase45(toBase45(bytes))).toEqual(bytes);
			})
		);
	});
});

describe('packed JSON', () => {
	test('any text comes back byte for byte, JSON or not', () => {
		const any = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc.json(),
			fc.json().map((text) => JSON.stringify(JSON.parse(text) as unknown)),
			sale
		);
		fc.assert(
			fc.property(any, (text) => {
				expect(unpackJson(packJson(text))).toBe(text);
			})
		);
	});

	test.each([
		'{"a":1, "b":2}',
		'{"2":1,"1":2}',
		'{"a":1,"a":2}',
		'1e3',
		'-0',
		'"\\u0041"',
		'{"__proto__":{"id":1}}',
		'[1.5,-7]'
	])('%s, which is not what a program would write, too', (text) => expect(unpackJson(packJson(text))).toBe(text));

	test('an event takes about a third of its text', () => {
		for (const text of events) expect(packJson(text).length).toBeLessThan(text.length * 0.4);
	});

	test('bytes that are cut or made up are no text, and never more work than their length', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
				expect(() => unpackJson(Uint8Array.from([1, ...bytes]))).not.toThrow();
			})
		);
		const [text = ''] = events;
		const packed = packJson(text);
		for (let length = 0; length < packed.length; length++) expect(unpackJson(packed.subarray(0, length))).toBeNull();
		expect(unpackJson(Uint8Array.from([1, ...Array.from({ length: 200 }, () => [11, 1]).flat(), 0]))).toBeNull();
	});
});

describe('the codes of a sale', () => {
	test('in any order, some scanned twice, give the very event and signature', () => {
		fc.assert(
			fc.property(sale, signature, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (text, signed, places) => {
				const codes = saleCodes(text, signed);
				const scanned = [...codes, ...codes.slice(0, 2)]
					.map((code, index) => ({ code, place: places[index] ?? 0 }))
					.sort((a, b) => a.place - b.place)
					.map(({ code }) => code);
				const { enrolmentId } = JSON.parse(text) as { enrolmentId: string };
				expect(readSale(scanned)).toEqual({ sale: { enrolmentId, eventText: text, signature: signed } });
			})
		);
	});

	test('each fits into version 12, and a short sale into two codes at most', () => {
		for (const text of events) {
			const codes = saleCodes(text, aSignature);
			expect(codes.length).toBeLessThanOrEqual(2);
			for (const code of codes) expect(saleCodeQr(code).size).toBeLessThanOrEqual(65);
		}
		const long = JSON.stringify({
			enrolmentId: 'x',
			lines: Array.from({ length: 2000 }, (_, index) => `barang ${index}`)
		});
		for (const code of saleCodes(long.slice(0, 9000), aSignature)) saleCodeQr(code);
	});

	test.each([58, 80] as const)('are read back from a roll of %i mm by a program that knows nothing of ours', (roll) => {
		const text = events.find((each) => saleCodes(each, aSignature).length === 2) ?? '';
		const parts = saleCodeParts(text, aSignature, { roll, language: 'id' });
		expect(parts.flatMap((part) => (part.kind === 'text' ? [part.text.trim()] : []))).toEqual([
			'Kode struk 1 dari 2',
			'Kode struk 2 dari 2'
		]);
		const scanned = parts
			.flatMap((part) => (part.kind === 'picture' ? readCodes(inMiddle(part.picture, rolls[roll].dots)) : []))
			.map((read) => read.replace('QR-Code:', ''));
		expect(readSale(scanned.reverse())).toMatchObject({ sale: { eventText: text, signature: aSignature } });
	});

	const [first = '', second = ''] = events.filter((each) => saleCodes(each, aSignature).length === 2);
	const codes = saleCodes(first, aSignature);
	const [one = '', two = ''] = codes;

	test('tell which are still to be scanned', () => {
		expect(readSale([])).toEqual({ problem: 'missing', missing: [1] });
		expect(readSale([two])).toEqual({ problem: 'missing', missing: [1] });
		expect(readSale([one, one])).toEqual({ problem: 'missing', missing: [2] });
	});

	test('of two receipts are told apart', () => {
		const [, other = ''] = saleCodes(second, aSignature);
		expect(readSale([one, other])).toEqual({ problem: 'mixed' });
		expect(readPart(one)).toMatchObject({ index: 0, count: 2 });
	});

	test.each([
		['https://contoh.id', 'not-ours'],
		['', 'not-ours'],
		['EWR2:ABC', 'later-version'],
		['EWR1:', 'damaged'],
		['EWR1:abc', 'damaged'],
		['EWR1:000000000', 'damaged']
	])('%s is %s', (text, problem) => {
		expect(readSale([text])).toEqual({ problem });
	});

	test('no code that was cut or changed passes for the event', () => {
		fc.assert(
			fc.property(
				fc.nat({ max: one.length - 1 }),
				fc.constantFrom(...Array.from('0A% :')),
				fc.boolean(),
				(at, letter, isCut) => {
					fc.pre(isCut || one.charAt(at) !== letter);
					const changed = isCut ? one.slice(0, at) : one.slice(0, at) + letter + one.slice(at + 1);
					expect(readSale([changed, two])).not.toHaveProperty('sale');
				}
			)
		);
	});

	test('whole, but without a till, are damaged', () => {
		expect(readSale(saleCodes('{"kind":"sale"}', aSignature))).toEqual({ problem: 'damaged' });
		expect(readSale(saleCodes('halo', aSignature))).toEqual({ problem: 'damaged' });
	});
});
