// A receipt of 32 letters: nothing cut, amounts at the right edge, in both languages.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#lib/kernel/instant.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { beside, centred, wrapped } from '#lib/printing/rows.ts';
import { type Receipt, receiptLines } from '#lib/sales/receipt.ts';

const receipt: Receipt = {
	shop: 'Kube Melati',
	address: 'Jl. Lasoani No. 12, Kelurahan Lasoani, Kota Palu',
	contact: '0812-0000-0001',
	zone: 'Asia/Makassar',
	at: instant('2026-11-21T06:30:00.000Z'),
	number: 'B-000123',
	cashier: 'Bu Ratna',
	lines: [
		{
			name: 'Beras medium',
			unit: 'kg',
			quantity: quantity(1500),
			price: rupiah(13_500),
			amount: rupiah(20_250),
			discount: rupiah(0)
		},
		{
			name: 'Minyak goreng sawit kemasan sederhana',
			unit: 'liter',
			quantity: quantity(2000),
			price: rupiah(15_700),
			amount: rupiah(31_400),
			discount: rupiah(400)
		}
	],
	rounding: rupiah(-50),
	total: rupiah(51_200),
	payments: [{ tender: 'cash', amount: rupiah(51_200), received: rupiah(60_000), reference: null }],
	voided: false,
	prints: 0
};

test('a receipt', () => {
	expect(receiptLines(receipt, 'id')).toEqual([
		'          Kube Melati',
		' Jl. Lasoani No. 12, Kelurahan',
		'       Lasoani, Kota Palu',
		'',
		'21 November 2026 14.30 WITA',
		'Struk                   B-000123',
		'Kasir                   Bu Ratna',
		'--------------------------------',
		'Beras medium',
		'  1,5 kg x Rp13.500     Rp20.250',
		'Minyak goreng sawit kemasan',
		'sederhana',
		'  2 liter x Rp15.700    Rp31.400',
		'  Potongan                -Rp400',
		'--------------------------------',
		'Jumlah                  Rp51.250',
		'Pembulatan                 -Rp50',
		'TOTAL                   Rp51.200',
		'Tunai                   Rp60.000',
		'Kembalian                Rp8.800',
		'',
		'          Terima kasih',
		'  Ada masalah? 0812-0000-0001'
	]);
});

test('with notes, and what came back since', () => {
	const lines = receipt.lines.map((line, at) => (at === 0 ? { ...line, note: 'jangan yang pecah' } : line));
	const rows = receiptLines({ ...receipt, lines, note: 'untuk hajatan', returned: rupiah(20_250) }, 'id');
	expect(rows.slice(rows.indexOf('Beras medium') + 1)).toEqual(expect.arrayContaining(['jangan yang pecah']));
	expect(rows).toContain('Sudah diretur          -Rp20.250');
	expect(rows).toContain('untuk hajatan');
});

test('in English, printed again, of a sale that was taken back, paid by card', () => {
	const payments = [
		{ tender: 'card', amount: rupiah(51_200), received: rupiah(51_200), reference: 'APPROVAL 004512' }
	] as const;
	const rows = receiptLines({ ...receipt, payments, voided: true, prints: 1, contact: null, cashier: null }, 'en');
	expect(rows.slice(0, 2)).toEqual(['           CANCELLED', '         REPRINT no. 2']);
	expect(rows).toContain('Card (EDC)              Rp51,200');
	expect(rows).toContain('  Reference               004512');
	expect(rows.at(-1)).toBe('           Thank you');
});

test('no row is wider than the paper, and no letter of a name is lost', () => {
	const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', 'd', 'É', '½'), minLength: 1, maxLength: 90 });
	fc.assert(
		fc.property(name, fc.integer({ min: 16, max: 48 }), fc.nat(1_000_000_000), (text, width, amount) => {
			const lines = [
				{
					name: text,
					unit: 'bungkus',
					quantity: quantity(999_999),
					price: rupiah(amount),
					amount: rupiah(amount),
					discount: rupiah(0)
				}
			];
			const rows = receiptLines({ ...receipt, lines }, 'id', width);
			for (const row of rows) expect(Array.from(row).length).toBeLessThanOrEqual(width);
			expect(rows.join('').replaceAll(/\s/g, '')).toContain(text.replaceAll(/\s/g, ''));
		})
	);
});

test('paper', () => {
	expect(wrapped('satu dua tigaempatlima', 8)).toEqual(['satu dua', 'tigaempa', 'tlima']);
	expect(wrapped('  ', 8)).toEqual([]);
	expect(centred('abc', 8)).toEqual(['  abc']);
	expect(beside('TOTAL', 'Rp1', 10)).toEqual(['TOTAL  Rp1']);
	expect(beside('panjang sekali', 'Rp1.000', 10)).toEqual(['panjang', 'sekali', '   Rp1.000']);
});
