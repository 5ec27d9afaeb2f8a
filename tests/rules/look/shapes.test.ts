/** Small rules behind the components: notices, menus, charts, choices of language and theme. */
import { describe, expect, test } from 'vitest';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { reach, tickEvery, type BarRow } from '#lib/look/bars.ts';
import { describedBy } from '#lib/look/described.ts';
import { parseLanguage } from '#lib/look/language.ts';
import { currentOf, type NavItem } from '#lib/look/nav-item.ts';
import { firstSentence } from '#lib/look/sentences.ts';
import { parseTheme } from '#lib/look/theme.ts';

describe('what happened stands before why and what to do', () => {
	test.each([
		['Tersimpan.', 'Tersimpan.', ''],
		[
			'Belum bisa ditambah. Kasbon Bu Ida sudah sampai batas Rp150.000. Terima cicilan dulu.',
			'Belum bisa ditambah.',
			'Kasbon Bu Ida sudah sampai batas Rp150.000. Terima cicilan dulu.'
		],
		[
			'Beras medium paling tinggi Rp13.500/kg (HET). Turunkan harga.',
			'Beras medium paling tinggi Rp13.500/kg (HET).',
			'Turunkan harga.'
		],
		['Uangnya sudah masuk? Lihat HP.', 'Uangnya sudah masuk?', 'Lihat HP.'],
		['Tanpa titik', 'Tanpa titik', '']
	])('%s', (text, first, rest) => {
		expect(firstSentence(text)).toEqual({ first, rest });
	});
});

describe('the place one is at', () => {
	const office: NavItem[] = ['/kelola/melati', '/kelola/melati/barang', '/kelola/melati/barang/titipan'].map(
		(href) => ({
			href,
			label: href
		})
	);

	test.each([
		['/kelola/melati', '/kelola/melati'],
		['/kelola/melati/barang', '/kelola/melati/barang'],
		['/kelola/melati/barang/12', '/kelola/melati/barang'],
		['/kelola/melati/barang/titipan/3', '/kelola/melati/barang/titipan'],
		['/kelola/melati/barangku', undefined],
		['/kelola/melati/lain', undefined],
		['/kelola', undefined]
	])('%s is under %s', (path, href) => {
		expect(currentOf(office, path)?.href).toBe(href);
	});
});

describe('a chart reaches', () => {
	const rows: BarRow[] = [
		[100, 20],
		[300, -50]
	].map((values, at) => ({ label: String(at), tick: String(at), values: values.map(rupiah) }));

	test('the highest whole and the lowest part when parts lie inside their whole', () => {
		expect(reach(rows, 'nested')).toEqual([-50, 300]);
	});

	test('the sums of gains and of losses when parts are stacked', () => {
		expect(reach(rows, 'stacked')).toEqual([-50, 300]);
		expect(reach(rows.slice(0, 1), 'stacked')).toEqual([0, 120]);
	});

	test('nothing but zero without rows', () => {
		expect(reach([], 'nested')).toEqual([0, 0]);
	});

	test.each([
		[0, 1],
		[7, 1],
		[8, 1],
		[9, 2],
		[31, 4]
	])('%i bars have every %ith tick written', (count, every) => {
		expect(tickEvery(count, 8)).toBe(every);
	});
});

test('a box is described by its hint and by what is wrong with it, whichever there is', () => {
	expect(describedBy('harga', undefined, undefined)).toBeUndefined();
	expect(describedBy('harga', 'Untuk satu kg.', undefined)).toBe('harga-hint');
	expect(describedBy('harga', 'Untuk satu kg.', 'Tulis angka.')).toBe('harga-hint harga-error');
});

test('an unknown language is none, an unknown theme follows the phone', () => {
	expect(parseLanguage('en')).toBe('en');
	expect(parseLanguage('su')).toBeNull();
	expect(parseTheme('dark')).toBe('dark');
	expect(parseTheme('neon')).toBe('auto');
	expect(parseTheme(undefined)).toBe('auto');
});
