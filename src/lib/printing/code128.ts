/** The bars of Code 128 (ISO/IEC 15417): any plain text, and digits two to a symbol. */
import { assert } from '#lib/kernel/assert.ts';
import type { Bars } from './bars.ts';

/** Widths of bar, gap, bar, gap, bar, gap of the values 0 to 105. */
const symbols =
	'212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221' +
	'223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321' +
	'112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131' +
	'311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114' +
	'122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141' +
	'214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232';
const stop = [2, 3, 3, 1, 1, 1, 2];
const [startB, startC, toB] = [104, 105, 100];
const quiet = 10;
const lengthMax = 40;

/** What Code 128 can say here: letters, digits and signs of ASCII. */
export function isCode128Text(text: string): boolean {
	return /^[ -~]+$/.test(text) && text.length <= lengthMax;
}

/** The bars of `text`; what `isCode128Text` does not pass is a Bug. */
export function code128Bars(text: string): Bars {
	assert(isCode128Text(text), `${text} cannot be told in Code 128`);
	const values = valuesOf(text);
	const sum = values.reduce((sofar, value, index) => sofar + value * Math.max(index, 1), 0);
	return {
		widths: [...[...values, sum % 103].flatMap(widthsOf), ...stop],
		quiet: { before: quiet, after: quiet },
		text
	};
}

/** Digits go two to a symbol; an odd one out comes last, as a letter. */
function valuesOf(text: string): number[] {
	if (!/^\d{2,}$/.test(text)) return [startB, ...lettersOf(text)];
	const pairs = (text.match(/\d\d/g) ?? []).map(Number);
	return text.length % 2 === 0 ? [startC, ...pairs] : [startC, ...pairs, toB, ...lettersOf(text.slice(-1))];
}

function lettersOf(text: string): number[] {
	return Array.from(text, (letter) => letter.charCodeAt(0) - 32);
}

function widthsOf(value: number): number[] {
	return Array.from(symbols.slice(value * 6, value * 6 + 6), Number);
}
