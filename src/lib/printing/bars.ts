/** Bars and gaps of a code, as dots for a printer and as a path for a page. */
import { assert } from '#lib/kernel/assert.ts';
import { painted, type Raster } from './raster.ts';

export interface Bars {
	/** Widths in modules, a bar first, then a gap, and so on. */
	readonly widths: readonly number[];
	/** White modules that a reader needs before and after. */
	readonly quiet: { readonly before: number; readonly after: number };
	/** What people read below. */
	readonly text: string;
}

/** All modules of the code, its white included. */
export function modulesOf({ widths, quiet }: Bars): number {
	return widths.reduce((sum, width) => sum + width, quiet.before + quiet.after);
}

/** A bar: where it begins, in modules from the left edge of the white, and how wide it is. */
interface Bar {
	readonly at: number;
	readonly width: number;
}

function barsOf({ widths, quiet }: Bars): Bar[] {
	const bars: Bar[] = [];
	let at = quiet.before;
	for (const [index, width] of widths.entries()) {
		if (index % 2 === 0) bars.push({ at, width });
		at += width;
	}
	return bars;
}

/** A printer's dot is an eighth of a millimetre: three to a module is what shops print. */
const scaleMax = 3;

/** Whether the code can be printed on paper of `width` dots so that it can be read. */
export function fitsOn(bars: Bars, width: number): boolean {
	return scaleOn(bars, width) >= 1;
}

function scaleOn(bars: Bars, width: number): number {
	return Math.min(Math.floor(width / modulesOf(bars)), scaleMax);
}

/** The bars with their white, `height` dots high, as wide as paper of `width` dots allows; see `fitsOn`. */
export function barsRaster(bars: Bars, width: number, height: number): Raster {
	const scale = scaleOn(bars, width);
	assert(scale >= 1, `${modulesOf(bars)} modules do not fit on ${width} dots`);
	const black = new Set(barsOf(bars).flatMap((bar) => Array.from({ length: bar.width }, (_, step) => bar.at + step)));
	return painted(modulesOf(bars) * scale, height, (x) => black.has(Math.floor(x / scale)));
}

/** The bars as the path of an SVG, a unit wide for each module and `height` units high. */
export function barsPath(bars: Bars, height: number): string {
	return barsOf(bars)
		.map(({ at, width }) => `M${at} 0h${width}v${height}h-${width}z`)
		.join('');
}
