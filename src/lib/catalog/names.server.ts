/** Names and barcodes by which goods are told apart: each is used once among what a group sells. */
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import { folded } from '#lib/kernel/text.ts';

/** Another product of the group is called the same. */
export class NameTaken extends Refusal {
	readonly code = 'catalog.name-taken';
	readonly product: string;

	constructor(product: string) {
		super(`There is a product called ${product} already.`);
		this.product = product;
	}
}

/** Another product of the group has this barcode. */
export class BarcodeTaken extends Refusal {
	readonly code = 'catalog.barcode-taken';
	/** The product that has it. */
	readonly product: string;

	constructor(product: string) {
		super(`${product} has this barcode.`);
		this.product = product;
	}
}

interface Named {
	readonly name: string;
	readonly barcode?: string | null;
}

/** Passes products whose names and barcodes no other product has, among themselves too. Throws NameTaken, BarcodeTaken. */
export async function checkNewNames(
	work: Work,
	products: readonly Named[],
	{ but }: { readonly but?: Id } = {}
): Promise<void> {
	const known = await work.trx
		.selectFrom('product')
		.select(['id', 'name', 'barcode'])
		.where('groupId', '=', work.groupId)
		.where('isActive', '=', 1)
		.execute();
	const names = new Map<string, string>();
	const barcodes = new Map<string, string>();
	for (const product of known.filter((other) => other.id !== but)) keep(product, names, barcodes);
	for (const product of products) {
		const other = names.get(folded(product.name));
		if (other !== undefined) throw new NameTaken(other);
		const bearer = barcodes.get(product.barcode ?? '');
		if (bearer !== undefined) throw new BarcodeTaken(bearer);
		keep(product, names, barcodes);
	}
}

function keep({ name, barcode = null }: Named, names: Map<string, string>, barcodes: Map<string, string>): void {
	names.set(folded(name), name);
	if (barcode !== null) barcodes.set(barcode, name);
}
