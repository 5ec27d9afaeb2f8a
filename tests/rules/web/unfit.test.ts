/** What no field of any form may hold. */
import { expect, test } from 'vitest';
import { CardNumberInTable, NikInTable } from '#lib/files/table.ts';
import { readTable } from '#lib/files/read-table.server.ts';
import { newId } from '#lib/kernel/id.ts';
import { unfit } from '#lib/web/unfit.ts';

const card = '6013 0100 0000 0001';

test.each([
	['note', 'Beras 5 kg', null],
	['note', `kartunya ${card}`, 'card'],
	['number', card, 'card'],
	['note', 'a\u0000b', 'signs'],
	['nik', '7271046507950002', null],
	['note', 'NIK-nya 7271046507950002', 'nik'],
	['note', '7271 0465 0795 0002', 'nik'],
	['number', '0000101500000011', null],
	['number', 'ID72110000012340922', null],
	['qris', '00020101021126610014COM.GO-JEK.WWW01189360091430000000050210G000000005', null],
	['id', '01900000-1111-7111-8111-111111111111', null]
])('%s: %s', (name, text, why) => {
	expect(unfit(name, text)).toBe(why);
});

test('ids that programs make are never taken for cards', () => {
	for (let made = 0; made < 10_000; made++) expect(unfit('kiriman', newId())).toBeNull();
});

test('a table with a card number is refused whole, and the row is named', () => {
	const table = `Nama;Catatan\nBu Ida;\nBu Sri;kartu ${card}`;
	expect(() => readTable(table)).toThrow(new CardNumberInTable(3));
	expect(() => readTable(`Nama;${card}`)).toThrow(CardNumberInTable);
});

test('a NIK outside its column is refused too', () => {
	expect(() => readTable('Nama;Catatan\nBu Ida;7271046507950002')).toThrow(new NikInTable(2));
});

test('a NIK in its own column is no card, whatever its last figure', () => {
	expect(readTable('Nama;NIK\nBu Ida;6013010000000001').rows).toHaveLength(1);
});
