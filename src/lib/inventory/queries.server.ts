/** Stock as it is read: what is there, what it is worth, and how it came to that. */
import type { Reader } from '#lib/db/open.server.ts';
import { type Day, day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import { type Quantity, quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { type MovementKind, movementKind } from './movement-kind.ts';
import { mainPlace } from './place.ts';

export interface StockLevel {
	readonly productId: Id;
	readonly number: number;
	readonly name: string;
	readonly kind: string;
	/** The unit in which stock is counted. */
	readonly normalUnit: string;
	readonly picture: string;
	readonly photoFileId: Id | null;
	/** Negative after selling what was not there. */
	readonly quantity: Quantity;
	readonly value: Rupiah;
	readonly lastCost: Rupiah;
}

/** The stock of every product that is still sold or still there, by name. */
export async function stockOf(reader: Reader, groupId: Id): Promise<StockLevel[]> {
	const rows = await stockRows(reader, groupId).execute();
	return rows.map(levelOf);
}

/** The stock of one product, or null when it has none or is not the group's. */
export async function stockOfProduct(reader: Reader, groupId: Id, productId: Id): Promise<StockLevel | null> {
	const row = await stockRows(reader, groupId).where('product.id', '=', productId).executeTakeFirst();
	return row === undefined ? null : levelOf(row);
}

function stockRows(reader: Reader, groupId: Id) {
	return reader
		.selectFrom('product')
		.leftJoin('stockLevel', (join) =>
			join
				.onRef('stockLevel.groupId', '=', 'product.groupId')
				.onRef('stockLevel.productId', '=', 'product.id')
				.on('stockLevel.placeId', '=', mainPlace)
		)
		.select([
			'product.id',
			'product.number',
			'product.name',
			'product.kind',
			'product.normalUnit',
			'product.picture',
			'product.photoFileId'
		]) // prettier-ignore
		.select(['stockLevel.quantity', 'stockLevel.value', 'stockLevel.lastCost'])
		.where('product.groupId', '=', groupId)
		.where('product.kind', '<>', 'service')
		.where((row) => row.or([row('product.isActive', '=', 1), row('stockLevel.quantity', '<>', 0)]))
		.orderBy('product.name')
		.orderBy('product.number');
}

type StockRow = Awaited<ReturnType<ReturnType<typeof stockRows>['execute']>>[number];

function levelOf(row: StockRow): StockLevel {
	return {
		productId: id(row.id),
		number: row.number,
		name: row.name,
		kind: row.kind,
		normalUnit: row.normalUnit,
		picture: row.picture,
		photoFileId: row.photoFileId === null ? null : id(row.photoFileId),
		quantity: quantity(row.quantity ?? 0),
		value: rupiah(row.value ?? 0),
		lastCost: rupiah(row.lastCost ?? 0)
	};
}

/** Σ value of all levels; always the balance of the inventory account. */
export async function stockValue(reader: Reader, groupId: Id): Promise<Rupiah> {
	const row = await reader
		.selectFrom('stockLevel')
		.select((each) => each.fn.sum<number | null>('value').as('value'))
		.where('groupId', '=', groupId)
		.executeTakeFirst();
	return rupiah(row?.value ?? 0);
}

export interface StockMovement {
	readonly seq: number;
	readonly kind: MovementKind;
	/** In is positive, out negative. */
	readonly quantity: Quantity;
	readonly value: Rupiah;
	readonly sourceType: string;
	readonly sourceId: Id;
	readonly sourceLine: number;
	readonly day: Day;
	readonly happenedAt: Instant;
}

/** Where a page ended. */
export type MovementPlace = Pick<StockMovement, 'seq' | 'sourceId' | 'sourceLine'>;

export interface MovementPage {
	readonly rows: readonly StockMovement[];
	readonly next: MovementPlace | null;
}

const pageMax = 100;

/** The movements of one product, the latest applied first. */
export async function movementsOf(
	reader: Reader,
	groupId: Id,
	productId: Id,
	{ after = null, limit = 50 }: { readonly after?: MovementPlace | null; readonly limit?: number } = {}
): Promise<MovementPage> {
	const length = Math.min(limit, pageMax);
	let query = reader
		.selectFrom('stockMovement')
		.select(['seq', 'sourceId', 'sourceLine', 'sourceType', 'kind', 'quantity', 'value', 'day', 'happenedAt'])
		.where('groupId', '=', groupId)
		.where('productId', '=', productId);
	if (after !== null)
		query = query.where((row) =>
			row(row.refTuple('seq', 'sourceId', 'sourceLine'), '<', row.tuple(after.seq, after.sourceId, after.sourceLine))
		);
	const found = await query
		.orderBy('seq', 'desc')
		.orderBy('sourceId', 'desc')
		.orderBy('sourceLine', 'desc')
		.limit(length + 1)
		.execute();
	const rows = found.slice(0, length).map((row) => ({
		...row,
		kind: movementKind(row.kind),
		quantity: quantity(row.quantity),
		value: rupiah(row.value),
		sourceId: id(row.sourceId),
		day: day(row.day),
		happenedAt: instant(row.happenedAt)
	}));
	const last = rows.at(-1);
	if (found.length <= length || last === undefined) return { rows, next: null };
	return { rows, next: { seq: last.seq, sourceId: last.sourceId, sourceLine: last.sourceLine } };
}
