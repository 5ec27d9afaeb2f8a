/** The units of a product as lines of a form: which unit, how much of the stock unit it holds, what it costs. */
import * as v from 'valibot';
import type { NewUnit } from '#lib/catalog/new-product.ts';
import { type UnitKey, unitOf, units } from '#lib/catalog/units.ts';
import { oneUnit, quantity, type Quantity } from '#lib/kernel/quantity.ts';
import { priceMax, type Rupiah } from '#lib/kernel/rupiah.ts';
import { parseRupiah } from '#lib/look/money.ts';
import { parseQuantity } from '#lib/look/quantity-text.ts';
import { oneOf, optionalText } from '#lib/web/fields.ts';
import { m } from '#texts/messages.js';
import { getLocale } from '#texts/runtime.js';

const textMax = 20;

const [first, ...rest] = units.map((unit) => unit.key);
const keys: [UnitKey, ...UnitKey[]] = first === undefined ? ['kg'] : [first, ...rest];

/** A unit that must be chosen. */
export const unitField = oneOf(keys);

export interface UnitLine {
	readonly unit: UnitKey;
	/** Null where the form does not say. */
	readonly factor: Quantity | null;
	readonly price: Rupiah | null;
}

/** One line; null when no unit is chosen in it. */
export const UnitLineForm = v.pipe(
	v.object({ unit: optionalText(textMax), factor: optionalText(textMax), price: optionalText(textMax) }),
	v.rawTransform<{ unit: string; factor: string; price: string }, UnitLine | null>(({ dataset, addIssue }) => {
		const { unit: key, factor, price } = dataset.value;
		const wrong = (field: string, message: string): null => {
			addIssue({
				message,
				path: [{ type: 'unknown', origin: 'value', input: dataset.value, key: field, value: null }]
			});
			return null;
		};
		if (key === '') return null;
		const unit = unitOf(key);
		if (unit === null) return wrong('unit', m.web_field_choose());
		const size = factor === '' ? null : parseQuantity(factor, getLocale());
		if (typeof size === 'string' || size === 0) return wrong('factor', m.office_unit_size_wrong());
		const amount = price === '' ? null : parseRupiah(price);
		if (typeof amount === 'string' || (amount ?? 0) > priceMax) return wrong('price', m.web_amount_not_a_number());
		return { unit: unit.key, factor: size, price: amount };
	})
);

/** Units as a command takes them; the stock unit holds one of itself, and the unit `main` comes first. */
export function newUnits(lines: readonly UnitLine[], normalUnit: UnitKey, main: UnitKey): NewUnit[] {
	const sized = lines.map(({ unit, factor, price }) => ({
		unit,
		price,
		factor: factor ?? quantity(oneUnit),
		isMain: unit === main
	}));
	const ordered = [...sized.filter((unit) => unit.isMain), ...sized.filter((unit) => !unit.isMain)];
	return ordered.map(({ unit, factor, price }) => ({
		unit,
		factor: unit === normalUnit ? quantity(oneUnit) : factor,
		...(price === null ? {} : { price })
	}));
}
