/** Files are what their bytes say, and photos have few addresses. */
import { expect, test } from 'vitest';
import { kindOfBytes, parseVariantName, photoSources } from '#lib/files/photo.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
	['\xff\xd8\xff\xe0', 'jpeg'],
	['\x89PNG\r\n\x1a\n', 'png'],
	['RIFF\0\0\0\0WEBPVP8 ', 'webp'],
	['\0\0\0\x20ftypavif', 'heif'],
	['%PDF-1.7', 'pdf'],
	['<svg xmlns="http://www.w3.org/2000/svg">', null],
	['<html><script>', null],
	['GIF89a', null],
	['\0\0\0\x20ftypheic', null],
	['', null]
])('%j is %j', (text, kind) => {
	expect(kindOfBytes(bytes(text))).toBe(kind);
});

test.each([
	['320.avif', { width: 320, format: 'avif' }],
	['96.webp', { width: 96, format: 'webp' }],
	['321.avif', null],
	['320.jpg', null],
	['320.avif.exe', null],
	['../320.avif', null],
	['', null]
])('the address ends in %j: %j', (text, name) => {
	expect(parseVariantName(text)).toEqual(name);
});

test('a picture offers AVIF before WebP', () => {
	expect(photoSources('g', 'f', 320)).toEqual([
		{ type: 'image/avif', url: '/gambar/g/f/320.avif' },
		{ type: 'image/webp', url: '/gambar/g/f/320.webp' }
	]);
});
