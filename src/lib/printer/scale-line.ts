/**
 * What a scale writes over its cable, line by line. Most shop scales repeat one of these for as long as they are on:
 * `ST,GS,+  1.500kg` (A&D and its many followers), `S S      1.500 kg` (Mettler-Toledo SICS), or the bare weight,
 * `wn01.500kg`. No package on npm that is kept up reads them.
 */
import { type Quantity, quantity } from '#lib/kernel/quantity.ts';

export interface Reading {
	/** In thousandths of a kilogram; negative when less lies on the scale than when it was set to zero. */
	readonly grams: number;
	/** Whether the scale says that it came to rest; null where it says nothing of that. */
	readonly isStable: boolean | null;
}

/** More than any scale of a shop bears: what is beyond it was read wrong. */
const gramsMax = 1_000_000;
const perUnit: Readonly<Record<string, number>> = { kg: 1000, g: 1 };

const weight = '(?<sign>[+-]?) *(?<figures>\\d{1,7}(?:[.,]\\d{1,5})?) *(?<unit>kg|g)$';
const forms = [
	// A field of the scale's own may stand before the weight, which then begins with a sign or a space.
	new RegExp(`^(?<mark>ST|US)(?:,[A-Z]{2})?(?:,[^,]{1,4}(?=,[ +-]))?, *${weight}`, 'i'),
	new RegExp(`^SI? +(?<mark>S|D) +${weight}`, 'i'),
	new RegExp(`^(?:w[nwgt])? *${weight}`, 'i')
];

/** What one line says; null where it is no weight: too much on the scale, another unit, a line read wrong. */
export function readScaleLine(line: string): Reading | null {
	const text = line.trim();
	const found = forms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
	if (found === undefined) return null;
	const { sign, figures = '', unit = '', mark } = found;
	const grams = Math.round(Number(figures.replace(',', '.')) * (perUnit[unit.toLowerCase()] ?? Number.NaN));
	if (!(grams <= gramsMax)) return null;
	return { grams: sign === '-' ? 0 - grams : grams, isStable: mark === undefined ? null : /^ST?$/i.test(mark) };
}

/** Whether a line says that more lies on the scale than it bears: `OL,GS,+99.999kg` (A&D), `S +` (SICS). */
export function saysTooHeavy(line: string): boolean {
	return /^(OL\b|SI? +\+$)/i.test(line.trim());
}

/** Far longer than any line of a scale. */
const lineMax = 200;

/** Makes lines of what comes over the cable in pieces. The first one may have begun before we listened: it is none. */
export class ScaleLines {
	#rest = '';
	#isWhole = false;

	push(piece: string): string[] {
		// Whatever is no printed sign ends a line.
		const parts = (this.#rest + piece).split(/[^ -~]+/);
		this.#rest = (parts.pop() ?? '').slice(-lineMax);
		const whole = this.#isWhole ? parts : parts.slice(1);
		this.#isWhole ||= parts.length > 0;
		return whole.filter((line) => line !== '');
	}
}

/** As often must a scale that says nothing of rest repeat a weight. */
const timesToRest = 4;

/** Waits until what lies on the scale came to rest. */
export class Steady {
	#last: number | null = null;
	#times = 0;

	/** The weight, once it rests and there is any; else null. */
	see({ grams, isStable }: Reading): Quantity | null {
		this.#times = grams === this.#last && isStable !== false ? this.#times + 1 : 1;
		this.#last = grams;
		const rests = isStable ?? this.#times >= timesToRest;
		return rests && grams > 0 ? quantity(grams) : null;
	}
}
