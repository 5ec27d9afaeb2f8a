/** Text as people type it is found under one spelling. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finds, folded, isKeepable, searchable, slugOf } from '#lib/kernel/text.ts';

test.each([
	['Telor Ayam', 'telur ayam', 'the everyday spelling'],
	['kwitansi', 'kuitansi', 'the everyday spelling'],
	['OMSET bulan ini', 'omzet bulan ini', 'capitals'],
	['mie  goreng', 'mi goreng', 'doubled spaces'],
	['  cabe-rawit, merah! ', 'cabai rawit merah', 'punctuation'],
	['Café Ésok', 'cafe esok', 'accents'],
	["Nur'aini", 'nuraini', 'an apostrophe'],
	['Jum’at', 'jumat', 'the apostrophe that phones type'],
	['½ kg', '1 2 kg', 'a fraction sign'],
	['ﬁlter', 'filter', 'a ligature from a document'],
	['constructor', 'constructor', 'a word that JavaScript knows too'],
	['', '', 'nothing'],
	['!!!', '', 'nothing but signs']
])('%j is found as %j: %s', (text, found) => {
	expect(folded(text)).toBe(found);
});

test('what people type and what the label says fold alike', () => {
	const pairs = ['kwitansi kuitansi', 'hutang utang', 'omset omzet', 'milyar miliar', 'materai meterai', 'ijin izin'];
	const more = ['antrian antrean', 'cabe cabai', 'mie mi', 'telor telur', 'praktek praktik', 'jadual jadwal'];
	for (const pair of [...pairs, ...more]) {
		const [typed = '', label = ''] = pair.split(' ');
		expect(folded(typed)).toBe(folded(label));
	}
	expect(folded('walikota')).toBe(folded('wali kota'));
});

test('folding twice is folding once, whatever the text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(folded(folded(text))).toBe(folded(text));
		})
	);
});

test('a folded text holds small letters, digits and single spaces only', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			expect(folded(text)).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/);
		})
	);
});

test('an address has no spaces, does not end in a dash, and is at most 60 letters', () => {
	expect(slugOf('Kube Melati II (Lasoani)')).toBe('kube-melati-ii-lasoani');
	expect(slugOf(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59));
	fc.assert(
		fc.property(fc.string(), (name) => {
			expect(slugOf(name)).toMatch(/^([a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?)?$/);
		})
	);
});

test.each([
	['Telur ayam', 'telo', true, 'half of the everyday spelling'],
	['Telur ayam', 'ayam telur', true, 'the words in another order'],
	['Kantor Wali Kota', 'walikota', true, 'a spelling that is one word where the standard has two'],
	['Telur ayam', '', true, 'nothing typed yet'],
	['Telur ayam', 'elur', false, 'the middle of a word'],
	['Telur ayam', 'telur bebek', false, 'a word that is not there']
])('%j is looked for as %j: %s, by %s', (text, query, found) => {
	expect(finds(searchable(text), query)).toBe(found);
});

test.each([
	['Bu Sari', true, 'letters'],
	['beras 🍚 5 kg\n\tpulen', true, 'a picture of two halves, lines and tabs'],
	['Bu\0Sari', false, 'a NUL'],
	['\ud83c', false, 'a first half alone'],
	['kg \udf5a', false, 'a second half alone']
])('%j can be kept by every engine: %s, for it holds %s', (text, expected) => {
	expect(isKeepable(text)).toBe(expected);
});
