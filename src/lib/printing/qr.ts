/** QR codes (ISO/IEC 18004): the squares of a code, as dots for a printer and as a path for a page. */
import { create } from 'qrcode';
import { assert } from '#lib/kernel/assert.ts';
import { painted, type Raster } from './raster.ts';

/** A code, without the white around it. */
export interface QrCode {
	/** Squares on a side. */
	readonly size: number;
	isDark(column: number, row: number): boolean;
}

/** White squares that a reader needs on each side. */
export const quietSquares = 4;

/** The code of `text` at correction level M, as small as it can be. */
export function qrCode(text: string): QrCode {
	const { modules } = create(text, { errorCorrectionLevel: 'M' });
	return codeFrom(modules.size, modules.data);
}

/** The same for text in the alphabet of base45, at most of `versionMax`; text that does not fit is a Bug. */
export function alphanumericQr(text: string, versionMax: number): QrCode {
	assert(/^[0-9A-Z $%*+\-./:]*$/.test(text), 'only what base45 writes');
	const { modules, version } = create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M' });
	assert(version <= versionMax, `${text.length} characters pass version ${versionMax}`);
	return codeFrom(modules.size, modules.data);
}

function codeFrom(size: number, squares: ArrayLike<number>): QrCode {
	return { size, isDark: (column, row) => squares[row * size + column] === 1 };
}

/** The code with its white, as large as paper of `width` dots allows in whole dots a square, at most `scaleMax`. */
export function qrRaster(code: QrCode, width: number, scaleMax = 8): Raster {
	const squares = code.size + 2 * quietSquares;
	const scale = Math.min(Math.floor(width / squares), scaleMax);
	assert(scale >= 2, `${squares} squares are too fine for ${width} dots`);
	const squareAt = (dot: number): number => Math.floor(dot / scale) - quietSquares;
	return painted(squares * scale, squares * scale, (x, y) => {
		const [column, row] = [squareAt(x), squareAt(y)];
		const isInside = column >= 0 && row >= 0 && column < code.size && row < code.size;
		return isInside && code.isDark(column, row);
	});
}

/** The dark squares as the path of an SVG whose unit is a square, beginning inside the white. */
export function qrPath(code: QrCode): string {
	const parts: string[] = [];
	for (let row = 0; row < code.size; row++)
		for (let column = 0; column < code.size; column++)
			if (code.isDark(column, row)) parts.push(`M${column + quietSquares} ${row + quietSquares}h1v1h-1z`);
	return parts.join('');
}
