/** A picture of black dots on white paper, as a thermal printer takes it. */
import { assert } from '#lib/kernel/assert.ts';

export interface Raster {
	/** In dots. */
	readonly width: number;
	readonly height: number;
	/** One bit a dot, rows of whole bytes from the top; the leftmost dot is the highest bit, and 1 is black. */
	readonly bits: Uint8Array;
}

/** The picture of which `isBlack` tells, dot by dot. */
export function painted(width: number, height: number, isBlack: (x: number, y: number) => boolean): Raster {
	assert(width > 0 && height > 0, 'a picture has dots');
	const rowBytes = bytesOf(width);
	const bits = new Uint8Array(rowBytes * height);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			if (!isBlack(x, y)) continue;
			const at = y * rowBytes + (x >> 3);
			bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
		}
	return { width, height, bits };
}

/** Whether the dot is black; there is nothing black outside of the picture. */
export function isBlackAt({ width, height, bits }: Raster, x: number, y: number): boolean {
	if (x < 0 || y < 0 || x >= width || y >= height) return false;
	return ((bits[y * bytesOf(width) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** The picture in the middle of paper that is `width` dots wide. */
export function inMiddle(raster: Raster, width: number): Raster {
	assert(raster.width <= width, `${raster.width} dots do not fit on ${width}`);
	const left = Math.floor((width - raster.width) / 2);
	return painted(width, raster.height, (x, y) => isBlackAt(raster, x - left, y));
}

/** The bytes in one row of a picture as wide as `width` dots. */
export function bytesOf(width: number): number {
	return Math.ceil(width / 8);
}
