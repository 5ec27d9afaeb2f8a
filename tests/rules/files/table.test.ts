/** Tables as spreadsheets write them and people paste them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell, csvText, unguarded } from '#lib/files/csv.ts';
import { readTable } from '#lib/files/read-table.server.ts';
import {
	cellOf,
	columnPlaces,
	foldedHeading,
	NotATable,
	tableBytesMax,
	tableRowsMax,
	TableTooLarge
} from '#lib/files/table.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...all: number[]): Uint8Array => Uint8Array.from(all);

function utf16(text: string, littleEndian: boolean): Uint8Array {
	const view = new DataView(new ArrayBuffer(2 + text.length * 2));
	view.setUint16(0, 0xfeff, littleEndian);
	for (let index = 0; index < text.length; index++) view.setUint16(2 + index * 2, text.charCodeAt(index), littleEndian);
	return new Uint8Array(view.buffer);
}

const plain = { headings: ['Nama', 'Harga'], rows: [{ number: 2, cells: ['Gula aren', '8000'] }] };

describe('a table', () => {
	test.each<[string, Uint8Array | string]>([
		['with semicolons', 'Nama;Harga\nGula aren;8000\n'],
		['with commas', 'Nama,Harga\nGula aren,8000'],
		['with tabs, as copied out of a spreadsheet', 'Nama\tHarga\r\nGula aren\t8000\r\n'],
		['that says how it is separated', 'sep=;\r\nNama;Harga\r\nGula aren;8000'],
		['with quotes', '"Nama";"Harga"\n"Gula aren";"8000"'],
		['as UTF-8 with a mark', utf8('\uFEFFNama;Harga\nGula aren;8000')],
		['as UTF-16 of one end', utf16('Nama;Harga\nGula aren;8000', true)],
		['as UTF-16 of the other', utf16('Nama;Harga\nGula aren;8000', false)],
		['with old line ends', 'Nama;Harga\rGula aren;8000\r']
	])('%s is read', (how, sent) => {
		const { headings, rows } = readTable(sent);
		expect({ headings, rows: rows.map(({ cells }) => ({ cells })) }).toEqual({
			headings: plain.headings,
			rows: [{ cells: ['Gula aren', '8000'] }]
		});
		expect(rows[0]?.number).toBe(how.includes('says') ? 3 : 2);
	});

	test('keeps letters of UTF-8 and of Windows', () => {
		expect(readTable(utf8('Nama\nKafé')).rows[0]?.cells).toEqual(['Kafé']);
		expect(readTable(bytes(...utf8('Nama\nKaf'), 0xe9)).rows[0]?.cells).toEqual(['Kafé']);
		expect(readTable(bytes(...utf8('Nama\n'), 0x93, ...utf8('Segar'), 0x94)).rows[0]?.cells).toEqual(['“Segar”']);
	});

	test('a decimal comma in the rows does not mislead: the headings tell the sign', () => {
		const { rows } = readTable('Nama;Isi;Harga\nBeras;0,8;10.900,00\nGula;1,5;12.000,00');
		expect(rows.map(({ cells }) => cells)).toEqual([
			['Beras', '0,8', '10.900,00'],
			['Gula', '1,5', '12.000,00']
		]);
	});

	test('rows keep the number that the spreadsheet gives them, empty ones left out', () => {
		const { rows } = readTable('\nNama;Harga\n\n;\nGula;8000\n  ;\n"Kue\nlapis";2000\nTempe;6000');
		expect(rows.map(({ number, cells }) => [number, cells[0]])).toEqual([
			[5, 'Gula'],
			[7, 'Kue\nlapis'],
			[8, 'Tempe']
		]);
	});

	test.each<[string, Uint8Array | string]>([
		['nothing', ''],
		['spaces', ' \n;;\n'],
		['a spreadsheet’s own file', utf8('PK\u0003\u0004 workbook')],
		['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1)]
	])('%s is none', (_, sent) => {
		expect(() => readTable(sent)).toThrow(NotATable);
	});

	test('has its bounds', () => {
		const rows = (count: number): string => `Nama\n${'Gula\n'.repeat(count)}`;
		expect(readTable(rows(tableRowsMax)).rows).toHaveLength(tableRowsMax);
		expect(() => readTable(rows(tableRowsMax + 1))).toThrow(TableTooLarge);
		expect(() => readTable(new Uint8Array(tableBytesMax + 1))).toThrow(TableTooLarge);
	});
});

describe('headings', () => {
	test.each([
		['Harga (Rp)', 'harga'],
		['  HARGA   Jual ', 'harga jual'],
		['Kelompok_pangan', 'kelompok pangan'],
		['Omset', 'omzet']
	])('%j is compared as %s', (typed, expected) => {
		expect(foldedHeading(typed)).toBe(expected);
	});

	test('tell where a column stands, whatever their order', () => {
		const table = readTable('Catatan;HARGA (Rp);Nama Barang\nmurah; 8000 ;Gula');
		const places = columnPlaces(table, { name: ['nama', 'nama barang'], price: ['harga'], stock: ['stok'] });
		const [row] = table.rows;
		if (row === undefined) throw new Error('there is a row');
		expect((['name', 'price', 'stock'] as const).map((key) => cellOf(row, places, key))).toEqual(['Gula', '8000', '']);
	});
});

describe('what is written', () => {
	test.each([
		['=1+1', "'=1+1"],
		['+62812', "'+62812"],
		['-5', "'-5"],
		['@sum', "'@sum"],
		['Kue; manis', '"Kue; manis"'],
		['Kue "enak"', '"Kue ""enak"""'],
		['Gula', 'Gula'],
		['', '']
	])('%j stands as %s', (cell, written) => {
		expect(csvCell(cell)).toBe(written);
	});

	test('nothing that a spreadsheet would run is ever written', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(csvCell(text).replace(/^"/, '')).not.toMatch(/^[=+\-@]/);
			})
		);
	});

	test('is read back as it was, whatever it is', () => {
		const word = fc
			.string({ minLength: 1 })
			.filter((text) => !/[\r\0\uFEFF]/.test(text) && text.trim() !== '' && text === unguarded(text));
		fc.assert(
			fc.property(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 5 }), (rows) => {
				const table = readTable(utf8(csvText([['Nama', 'Lain'], ...rows])));
				expect(table.rows.map(({ cells }) => cells)).toEqual(rows);
			})
		);
	});
});
