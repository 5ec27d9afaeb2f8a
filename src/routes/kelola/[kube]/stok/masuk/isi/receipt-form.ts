/** The form by which goods come in: a head, and a line for each product. */
import * as v from 'valibot';
import type { ProductUnit } from '#lib/catalog/product-prices.server.ts';
import type { UnitKey } from '#lib/catalog/units.ts';
import { receiptSources } from '#lib/inventory/receipt-source.ts';
import { oneUnit, type Quantity, quantity } from '#lib/kernel/quantity.ts';
import { dayField, needed, oneOf, optionalText, quantityField, rupiahField } from '#lib/web/fields.ts';
import { withLines } from '#lib/web/line-fields.ts';

const nameMax = 80;
const noteMax = 200;

const Line = v.object({ quantity: quantityField, unit: needed(20), cost: rupiahField() });

export const ReceiptForm = withLines(
	{ supplier: optionalText(nameMax), paidFrom: oneOf(receiptSources), day: dayField, note: optionalText(noteMax) },
	'barang',
	Line
);

const EmptyLine = v.pipe(
	v.looseObject({}),
	v.transform(() => null)
);

/** A line that may be left empty: goods of which there are none. */
export const OpeningLine = v.lazy((fields: unknown) => (isEmpty(fields) ? EmptyLine : Line));

function isEmpty(fields: unknown): boolean {
	const read = v.safeParse(v.object({ quantity: v.optional(v.string(), '') }), fields);
	return read.success && read.output.quantity.trim() === '';
}

export interface OfferedUnit {
	readonly unit: UnitKey;
	/** Thousandths of the normal unit. */
	readonly factor: Quantity;
}

/** The units in which goods may come in: those they are sold in, and the one stock is counted in. */
export function offeredUnits(normalUnit: UnitKey, units: readonly ProductUnit[]): OfferedUnit[] {
	const sold = units.map(({ unit, factor }) => ({ unit, factor }));
	return sold.some(({ unit }) => unit === normalUnit)
		? sold
		: [{ unit: normalUnit, factor: quantity(oneUnit) }, ...sold];
}
