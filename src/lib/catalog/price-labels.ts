/** Labels of what is sold at the counter: one for each unit that has a price. */
import { formatRupiah } from '#lib/look/money.ts';
import type { Language } from '#lib/look/language.ts';
import { goodsCode, type PriceLabel } from '#lib/printing/label.ts';
import { m } from '#texts/messages.js';
import type { PricedProduct, PricedUnit } from './price-list.ts';
import { unitName, unitShort } from './unit-name.ts';

export interface UnitLabel extends PriceLabel {
	/** The product's number and the unit. */
	readonly key: string;
}

/** In the order of the list. */
export function priceLabels(list: readonly PricedProduct[], language: Language): UnitLabel[] {
	return list.flatMap((product) => product.units.flatMap((unit) => labelOf(product, unit, language)));
}

function labelOf(product: PricedProduct, unit: PricedUnit, language: Language): UnitLabel[] {
	if (unit.price === null) return [];
	const isNormal = unit.unit === product.normalUnit;
	return [
		{
			key: `${product.number} ${unit.unit}`,
			name: product.name,
			price: formatRupiah(unit.price, language),
			unit: m.catalog_label_per({ unit: unitName(unit.unit) }),
			perNormalUnit:
				isNormal || unit.perNormalUnit === null
					? null
					: `${formatRupiah(unit.perNormalUnit, language)}/${unitShort(product.normalUnit)}`,
			code: goodsCode(product.barcode, product.number)
		}
	];
}
