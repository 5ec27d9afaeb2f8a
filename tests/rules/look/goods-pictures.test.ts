/** Every drawing that has a name is there, and small; every drawing that is there has a name. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { goodsByKind, goodsPicturePath, parseGoodsPicture, tileOf } from '#lib/look/goods-pictures.ts';

const bytesMax = 6 * 1024;
const folder = new URL('../../../static/', import.meta.url);
const pictures = goodsByKind.flatMap(([, names]) => names);

test('names and files are the same', () => {
	const files = readdirSync(new URL('goods/', folder)).map((file) => `/goods/${file}`);
	expect(pictures.map(goodsPicturePath).toSorted()).toEqual(files.toSorted());
	expect(new Set(pictures).size).toBe(pictures.length);
});

test.each(pictures)('the drawing of %s is a small square SVG that asks for nothing else', (picture) => {
	const drawing = readFileSync(new URL(`.${goodsPicturePath(picture)}`, folder), 'utf8');
	expect(drawing).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 32 32">/);
	expect(drawing.length).toBeLessThan(bytesMax);
	expect(drawing).not.toMatch(/<script|<style|style=|href=|on\w+=/i);
});

test('a name from outside is a drawing or nothing', () => {
	expect(parseGoodsPicture('telur')).toBe('telur');
	expect(parseGoodsPicture('../secret')).toBeNull();
	expect(parseGoodsPicture('toString')).toBeNull();
	expect(parseGoodsPicture(null)).toBeNull();
	expect(tileOf('bayam')).toBe('green');
});
