/** A line of the form, as the stock room takes it. */
import { unitsOf } from '#lib/catalog/product-prices.server.ts';
import { productByNumber } from '#lib/catalog/queries.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { ReceiptLine } from '#lib/inventory/receive.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { inNormalUnit, type Quantity } from '#lib/kernel/quantity.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import { offeredUnits } from './receipt-form.ts';

export interface WrittenLine {
	/** In `unit`. */
	readonly quantity: Quantity;
	readonly unit: string;
	readonly cost: Rupiah;
}

/** The line of the product with that number, in the unit that stock is counted in. Throws NotFound. */
export async function receiptLine(
	work: Work,
	number: number,
	{ quantity, unit, cost }: WrittenLine
): Promise<ReceiptLine> {
	const product = await productByNumber(work.reader, work.groupId, number);
	const offered = offeredUnits(product.normalUnit, await unitsOf(work.reader, work.groupId, product.id, work.now));
	const { factor } = present(offered.find((each) => each.unit === unit) ?? offered[0], 'a unit');
	return { productId: product.id, quantity: inNormalUnit(quantity, factor), cost };
}
