/** Receipts as a printer's bytes, decoded again by a printer of the tests. */
import { describe, expect, test } from 'vitest';
import { drawerBytes, plainPrinter, printBytes } from '#lib/printing/escpos.ts';
import { type Paper, paperText, type PaperPart, rolls, textParts } from '#lib/printing/paper.ts';
import { painted } from '#lib/printing/raster.ts';
import { decodeEscpos, paperPort } from '#tests/support/escpos.ts';

const paperOf = (parts: readonly PaperPart[], roll: 58 | 80 = 58): Paper => ({ title: 'Struk', roll, parts });
const printed = (paper: Paper, settings = plainPrinter) => decodeEscpos(printBytes(paper, settings));

const rows = [
	'          Kube Melati',
	'--------------------------------',
	'Beras medium',
	'  1,5 kg x Rp13.500     Rp20.250',
	'TOTAL                   Rp20.200',
	'Tunai                   Rp50.000'
];

test('rows come out as they are, the total twice as high and in its columns, the shop bold', async () => {
	const port = paperPort();
	const parts = textParts(rows, { TOTAL: 'tall', 'Kube Melati': 'bold' });
	await port.write(printBytes(paperOf(parts), plainPrinter));
	const { rows: out, unknown, cuts, fed } = port.printed();
	expect(out.map(({ text }) => text)).toEqual(rows);
	expect(out.filter(({ tall }) => tall).map(({ text }) => text)).toEqual([rows[4]]);
	expect(out.filter(({ bold, tall }) => bold && !tall).map(({ text }) => text)).toEqual([rows[0]]);
	expect({ unknown, cuts, fed }).toEqual({ unknown: [], cuts: 0, fed: 4 });
});

test('a printer with a knife cuts once, after the last row has passed it', () => {
	expect(printed(paperOf(textParts(rows)), { ...plainPrinter, cuts: true }).cuts).toBe(1);
});

test('only a printer with a drawer opens one, and prints nothing for it', () => {
	expect(drawerBytes(plainPrinter)).toHaveLength(0);
	const { kicks, rows: out } = decodeEscpos(drawerBytes({ ...plainPrinter, hasDrawer: true }));
	expect({ kicks, out }).toEqual({ kicks: 1, out: [] });
});

describe('letters', () => {
	const text = 'Té ½ kg × Rp1.000 – “halo” 茶 − ok\u0007';

	test('a plain printer gets plain letters in place of those it lacks', () => {
		const out = printed(paperOf([{ kind: 'text', text }]));
		expect(out.rows[0]?.text).toBe(`Te 1/2 kg x Rp1.000 - "halo" ? - ok`);
		expect(out.codePage).toBe(0);
	});

	test('one with Latin letters gets them', () => {
		const out = printed(paperOf([{ kind: 'text', text }]), { ...plainPrinter, codePage: 'latin' });
		expect(out.rows[0]?.text).toBe('Té ½ kg × Rp1.000 – “halo” ? - ok');
		expect(out.codePage).toBe(16);
	});

	test('nothing in a text can give the printer a command', () => {
		const out = printed(paperOf([{ kind: 'text', text: 'a\u001b@b\u001dV\u0001c\nd' }]), plainPrinter);
		expect(out.rows.map((row) => row.text)).toEqual(['a@bVcd']);
		expect(out.cuts).toBe(0);
	});
});

describe('pictures', () => {
	test.each([58, 80] as const)(
		'of a roll of %i mm come out dot for dot in the middle, in pieces a small printer holds',
		(roll) => {
			const isBlack = (x: number, y: number): boolean => (x * 7 + y * 3) % 5 === 0;
			const out = printed(paperOf([{ kind: 'picture', picture: painted(300, 300, isBlack) }], roll));
			const { dots } = rolls[roll];
			const left = Math.floor((dots - 300) / 2);
			expect(out.dotsWide).toBe(dots);
			expect(out.dots).toEqual(
				Array.from({ length: 300 }, (_, y) =>
					Array.from({ length: dots }, (__, x) =>
						x >= left && x < left + 300 && isBlack(x - left, y) ? '#' : '.'
					).join('')
				)
			);
		}
	);

	test('wider than the paper are a bug, not half a picture', () => {
		const wide = painted(400, 1, () => true);
		expect(() => printBytes(paperOf([{ kind: 'picture', picture: wide }]), plainPrinter)).toThrow('400 dots');
	});
});

test('as a message the paper is its words', () => {
	const parts: PaperPart[] = [
		...textParts(['satu', 'dua']),
		{ kind: 'picture', picture: painted(8, 8, () => true) },
		{ kind: 'feed', rows: 2 }
	];
	expect(paperText(paperOf(parts))).toBe('satu\ndua');
});
