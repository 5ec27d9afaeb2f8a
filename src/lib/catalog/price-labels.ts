/** Labels of what is sold at the counter: one for each unit that has a price. */
import { oneUnit } from '#lib/kernel/quantity.ts';
import type { Language } from '#lib/look/language.ts';
import { formatRupiah } from '#lib/look/money.ts';
import { formatQuantity } from '#lib/look/quantity-text.ts';
import { goodsCode } from '#lib/printing/goods-code.ts';
import type { PriceLabel } from '#lib/printing/label.ts';
import { m } from '#texts/messages.js';
import type { PricedProduct, PricedUnit } from './price-list.ts';
import { unitName, unitShort } from './unit-name.ts';

export interface UnitLabel extends PriceLabel {
	/** The product's number and the unit. */
	readonly key: string;
}

/** What of goods stands on their label, at the counter and in the office alike. */
export type LabelledProduct = Pick<PricedProduct, 'number' | 'name' | 'barcode' | 'normalUnit'>;
export type LabelledUnit = Pick<PricedUnit, 'unit' | 'factor' | 'price' | 'perNormalUnit'>;

/** In the order of the list, which is of what is `sellable`. */
export function priceLabels(list: readonly PricedProduct[], language: Language): UnitLabel[] {
	return list.flatMap((product) =>
		product.units.flatMap((unit, index) => labelOf(product, unit, { language, isFirst: index === 0 }))
	);
}

interface Place {
	readonly language: Language;
	/** The till offers this unit when the goods are scanned. */
	readonly isFirst: boolean;
}

/** The label of one unit; none where it has no price. */
export function labelOf(product: LabelledProduct, unit: LabelledUnit, { language, isFirst }: Place): UnitLabel[] {
	if (unit.price === null) return [];
	const isNormal = unit.unit === product.normalUnit;
	return [
		{
			key: `${product.number} ${unit.unit}`,
			name: product.name,
			price: formatRupiah(unit.price, language),
			unit: m.catalog_label_per({ unit: isNormal ? unitShort(unit.unit) : measured(product, unit, language) }),
			perNormalUnit:
				isNormal || unit.perNormalUnit === null
					? null
					: `${formatRupiah(unit.perNormalUnit, language)}/${unitShort(product.normalUnit)}`,
			code: goodsCode(product.barcode, product.number, isFirst ? null : unit.unit)
		}
	];
}

/** `rak (30 butir)`; a part of the normal unit by its own words: `ons (100 g)`. */
function measured({ normalUnit }: LabelledProduct, { unit, factor }: LabelledUnit, language: Language): string {
	if (factor < oneUnit) return unitName(unit);
	return `${unitShort(unit)} (${formatQuantity(factor, unitShort(normalUnit), language)})`;
}
