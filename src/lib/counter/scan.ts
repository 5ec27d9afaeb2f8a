/** What a scanned code stands for at this counter: goods, goods that were weighed, a part of a receipt, or nothing. */
import { isBarcodeProblem, parseBarcode } from '#lib/catalog/barcode.ts';
import type { Quantity } from '#lib/kernel/quantity.ts';
import { readGoodsCode } from '#lib/printing/goods-code.ts';
import { readPart, type SalePart } from '#lib/printing/sale-code.ts';
import { readWeighed, type WeightPattern } from '#lib/printing/weight-code.ts';
import { type Goods, soldUnits, type SoldUnit } from './goods.ts';

export type Scanned =
	/** To be put into the basket: so much of the unit, or as much as a tap does. */
	| { readonly is: 'goods'; readonly goods: Goods; readonly unit: SoldUnit; readonly quantity: Quantity | null }
	/** Goods of this group that have no price, or are not sold in the unit that the code names. */
	| { readonly is: 'not-sold'; readonly goods: Goods }
	/** One of the signed codes of a receipt. */
	| { readonly is: 'receipt'; readonly part: SalePart }
	/** Digits as of a barcode, read wrong. */
	| { readonly is: 'misread' }
	| { readonly is: 'unknown'; readonly code: string };

/** Finds what `text` stands for among `goods`; weight codes are read by the first of `patterns` that fits. */
export function readScan(goods: readonly Goods[], text: string, patterns: readonly WeightPattern[] = []): Scanned {
	const code = text.trim();
	const part = readPart(code);
	if (typeof part === 'object') return { is: 'receipt', part };
	if (part === 'damaged') return { is: 'misread' };
	return goodsScan(goods, code) ?? weighedScan(goods, code, patterns) ?? unknownScan(code);
}

/** By their own barcode, also an American one of 12 digits; else by the small number that the group's labels carry. */
function goodsScan(goods: readonly Goods[], code: string): Scanned | null {
	const barcode = parseBarcode(code);
	const own = goods.find((one) => one.barcode === code || (!isBarcodeProblem(barcode) && one.barcode === barcode));
	const named = readGoodsCode(code);
	const found = own ?? goods.find(({ number }) => number === named?.number);
	if (found === undefined) return null;
	const units = soldUnits(found);
	const wanted = own === undefined ? (named?.unit ?? null) : null;
	const unit = wanted === null ? units[0] : units.find((each) => each.unit === wanted);
	return unit === undefined ? { is: 'not-sold', goods: found } : { is: 'goods', goods: found, unit, quantity: null };
}

function weighedScan(goods: readonly Goods[], code: string, patterns: readonly WeightPattern[]): Scanned | null {
	for (const pattern of patterns) {
		const weighed = readWeighed(code, pattern);
		if (weighed === null) continue;
		const found = goods.find(({ number }) => number === weighed.item);
		if (found === undefined) return { is: 'unknown', code };
		const unit = soldUnits(found).find((each) => each.unit === 'kg');
		return unit === undefined
			? { is: 'not-sold', goods: found }
			: { is: 'goods', goods: found, unit, quantity: weighed.weight };
	}
	return null;
}

function unknownScan(code: string): Scanned {
	return parseBarcode(code) === 'wrong-check-digit' ? { is: 'misread' } : { is: 'unknown', code };
}
