/** Labels that the till prints on its own roll: prices for the shelf, and what the law asks of home-made goods. */
import { labelOf } from '#lib/catalog/price-labels.ts';
import { pricePerNormalUnit } from '#lib/catalog/price.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Language } from '#lib/look/language.ts';
import { goodsCode } from '#lib/printing/goods-code.ts';
import { madePaper, pricePaper } from '#lib/printing/label.ts';
import type { Paper, Roll } from '#lib/printing/paper.ts';
import { type Goods, soldUnits, type SoldUnit } from './goods.ts';
import type { Snapshot } from './snapshot.ts';

const copiesMax = 50;

/** So many labels, or null when `typed` is no such number. */
export function copiesOf(typed: string): number | null {
	const count = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
	return count >= 1 && count <= copiesMax ? count : null;
}

/** The price label of goods as sold by `unit`, or null where that has no price. */
export function priceLabel(goods: Goods, unit: SoldUnit, roll: Roll, language: Language): Paper | null {
	const priced = { ...unit, perNormalUnit: pricePerNormalUnit(unit.price, unit.factor) };
	const [label] = labelOf(goods, priced, { language, isFirst: unit.id === soldUnits(goods)[0]?.id });
	return label === undefined ? null : pricePaper(label, roll);
}

export interface MadeLabel {
	readonly weight: string;
	readonly madeOn: Day | null;
	readonly bestBefore: Day | null;
}

/** The label of goods that the group makes, with its licences. */
export function madeLabel(
	goods: Goods,
	{ group, made }: Pick<Snapshot, 'group' | 'made'>,
	{ weight, madeOn, bestBefore }: MadeLabel,
	{ roll, language }: { readonly roll: Roll; readonly language: Language }
): Paper {
	const { homeFoodLicence = null, halal = null } = made.find(({ productId }) => productId === goods.id) ?? {};
	const code = goodsCode(goods.barcode, goods.number);
	const said = { weight: weight.trim() === '' ? null : weight.trim(), madeOn, bestBefore };
	const { name: maker, address } = group;
	return madePaper({ ...said, name: goods.name, maker, address, homeFoodLicence, halal, code }, roll, language);
}

/** The same label so many times, with room between them to cut. */
export function copied(paper: Paper, count: number): Paper {
	const gap = { kind: 'feed', rows: 2 } as const;
	return { ...paper, parts: Array.from({ length: count }, () => [...paper.parts, gap]).flat() };
}
