/** A code scanned into a list of goods to buy, count or write off: which goods, or why none. */
import { parseWeightPattern } from '#lib/printing/weight-code.ts';
import { m } from '#texts/messages.js';
import type { Goods } from './goods.ts';
import { readScan } from './scan.ts';

export interface ListedScan {
	/** Null where the code stands for no goods of which stock is kept. */
	readonly goods: Goods | null;
	/** What to say of it. */
	readonly text: string;
}

/** What `code` puts into the list, also where the goods have no price yet. */
export function scanIntoList(all: readonly Goods[], weightCode: string, code: string): ListedScan {
	const pattern = parseWeightPattern(weightCode);
	const found = readScan(all, code, pattern === null ? [] : [pattern]);
	switch (found.is) {
		case 'goods':
		case 'not-sold': {
			const { goods } = found;
			if (goods.stock === null) return { goods: null, text: m.till_goods_no_stock({ name: goods.name }) };
			return { goods, text: m.till_goods_scanned({ name: goods.name }) };
		}
		case 'receipt':
			return { goods: null, text: m.counter_scan_receipt() };
		case 'misread':
			return { goods: null, text: m.counter_scan_misread() };
		case 'unknown':
			return { goods: null, text: m.counter_scan_unknown({ code: found.code }) };
	}
}
