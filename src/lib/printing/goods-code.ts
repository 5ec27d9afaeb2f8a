/** The code that a label carries, and what a till reads in it. */
import type { Bars } from './bars.ts';
import { code128Bars } from './code128.ts';
import { eanBars, isEan } from './ean.ts';

/** So that a scanner's code is never shorter than what a person types at one go. */
const numberLength = 4;

/**
 * The code by which a till finds the goods: their own barcode, else the group's small number. A unit other than the first is
 * named too, so that the label of a box does not sell a bottle.
 */
export function goodsCode(barcode: string | null, number: number, unit: string | null = null): Bars {
	const digits = String(number).padStart(numberLength, '0');
	if (unit !== null) return code128Bars(`${digits}-${unit}`);
	return barcode !== null && isEan(barcode) ? eanBars(barcode) : code128Bars(digits);
}

/** Goods as such a label names them. */
export interface NumberedGoods {
	readonly number: number;
	/** Null for the unit that is offered first. */
	readonly unit: string | null;
}

/** What a label with a number says, or null for another code. */
export function readGoodsCode(code: string): NumberedGoods | null {
	const found = /^(?<number>\d{1,6})(?:-(?<unit>[a-z]+))?$/.exec(code)?.groups;
	return found === undefined ? null : { number: Number(found['number']), unit: found['unit'] ?? null };
}
