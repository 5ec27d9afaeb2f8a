/** Labels from a roll: what stands on them, and that their codes can be scanned. */
import { describe, expect, test } from 'vitest';
import { day } from '#lib/kernel/day.ts';
import { plainPrinter, printBytes } from '#lib/printing/escpos.ts';
import { goodsCode } from '#lib/printing/goods-code.ts';
import { type MadeGoods, madePaper, madeRows, pricePaper } from '#lib/printing/label.ts';
import type { Paper } from '#lib/printing/paper.ts';
import { painted } from '#lib/printing/raster.ts';
import { decodeEscpos } from '#tests/support/escpos.ts';
import { readCodes } from '#tests/support/zbar.ts';

const kue: MadeGoods = {
	name: 'Kue kering nastar',
	maker: 'Kube Melati',
	address: 'Jl. Merpati No. 12, Lasoani',
	weight: '250 gram',
	madeOn: day('2026-11-20'),
	bestBefore: day('2026-12-20'),
	homeFoodLicence: '206720301234526',
	halal: 'ID72410000012345678',
	code: goodsCode(null, 76)
};

/** The paper as a printer of the tests prints it. */
const printed = (paper: Paper) => decodeEscpos(printBytes(paper, plainPrinter));

function codesOf(paper: Paper): string[] {
	const { dots, dotsWide } = printed(paper);
	const white = 20;
	return readCodes(painted(dotsWide, dots.length + 2 * white, (x, y) => dots[y - white]?.charAt(x) === '#'));
}

test('home-made goods say what the law asks, as far as the group has it', () => {
	expect(madeRows(kue, 'id').map(({ label, value }) => `${label}: ${value}`)).toEqual([
		'Berat bersih: 250 gram',
		'Dibuat: 20 November 2026',
		'Baik sebelum: 20 Desember 2026',
		'P-IRT: 2067203012345-26',
		'Halal: ID72410000012345678'
	]);
	const bare = { ...kue, weight: null, madeOn: null, bestBefore: null, homeFoodLicence: null, halal: null };
	expect(madeRows(bare, 'id')).toEqual([]);
});

describe.each([58, 80] as const)('from a roll of %i mm', (roll) => {
	test('a label of home-made goods has the name large, its rows and a code that can be scanned', () => {
		const paper = madePaper(kue, roll, 'id');
		const { rows, unknown } = printed(paper);
		expect(rows.find(({ tall }) => tall)?.text.trim()).toBe('Kue kering nastar');
		expect(rows.map(({ text }) => text).join(' ')).toContain('P-IRT: 2067203012345-26');
		expect(unknown).toEqual([]);
		expect(codesOf(paper)).toEqual(['CODE-128:0076']);
	});

	test('a price label has the price large and the code of its unit', () => {
		const label = { name: 'Telur ayam', price: 'Rp72.000', unit: 'per rak', perNormalUnit: 'Rp2.400/butir' };
		const paper = pricePaper({ ...label, code: goodsCode('8991002101234', 2, 'rak') }, roll);
		expect(
			printed(paper)
				.rows.find(({ tall }) => tall)
				?.text.trim()
		).toBe('Rp72.000');
		expect(codesOf(paper)).toEqual(['CODE-128:0002-rak']);
		expect(codesOf(pricePaper({ ...label, code: goodsCode('8991002101234', 2) }, roll))).toEqual([
			'EAN-13:8991002101234'
		]);
	});
});
