/** Moving stock: levels are read once, every movement is costed in its order by rule, movements and levels are written. */
import { listsOf, powersOf } from '#lib/db/lists.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { type Rupiah } from '#lib/kernel/rupiah.ts';
import type { Quantity } from '#lib/kernel/quantity.ts';
import { emptyLevel, type Level, putIn, takeOut } from './costing.ts';
import type { MovementKind } from './movement-kind.ts';
import { mainPlace } from './place.ts';

export interface Move {
	readonly productId: Id;
	readonly kind: MovementKind;
	/** In thousandths of the normal unit: out at its part of the value, or in at what it cost. */
	readonly change: { readonly out: Quantity } | { readonly in: Quantity; readonly cost: Rupiah };
	readonly source: { readonly type: string; readonly id: Id; readonly line: number };
	readonly day: Day;
	readonly happenedAt: Instant;
}

/** What a move did to the inventory account and to *Selisih HPP*, in the order of the moves. */
export interface Moved {
	/** Positive when goods came in. */
	readonly value: Rupiah;
	readonly difference: Rupiah;
}

const read = prepared((db, p: { groupId: string; placeId: string; products: readonly string[] }) =>
	db
		.selectFrom('stockLevel')
		.select(['productId', 'quantity', 'value', 'lastCost'])
		.where('groupId', '=', p.groupId)
		.where('productId', 'in', p.products)
		.where('placeId', '=', p.placeId)
);

const write = prepared(
	(
		db,
		p: {
			groupId: string;
			placeId: string;
			seq: number;
			products: readonly string[];
			quantities: readonly number[];
			values: readonly number[];
			lastCosts: readonly number[];
		}
	) =>
		db
			.insertInto('stockLevel')
			.values(
				p.products.map((productId, row) => ({
					groupId: p.groupId,
					productId,
					placeId: p.placeId,
					quantity: p.quantities[row] ?? 0,
					value: p.values[row] ?? 0,
					lastCost: p.lastCosts[row] ?? 0,
					seq: p.seq
				}))
			)
			.onConflict((conflict) =>
				conflict.columns(['groupId', 'productId', 'placeId']).doUpdateSet((row) => ({
					quantity: row.ref('excluded.quantity'),
					value: row.ref('excluded.value'),
					lastCost: row.ref('excluded.lastCost'),
					seq: row.ref('excluded.seq')
				}))
			)
);

/** The levels of some products; those never moved are not in the map. */
export async function levelsOf(work: Work, products: readonly Id[]): Promise<Map<string, Level>> {
	const levels = new Map<string, Level>();
	for (const part of listsOf(products)) {
		const rows = await work.run(read, { groupId: work.groupId, placeId: mainPlace, products: part });
		for (const { productId, quantity, value, lastCost } of rows)
			levels.set(productId, { quantity, value, lastCost } as Level);
	}
	return levels;
}

/**
 * Moves stock and gives what each move did. Three statements for few moves, hardly more for many: levels read, movements
 * inserted, levels written. The caller posts the values, so that Σ value stays the inventory account.
 */
export async function moveStock(work: Work, moves: readonly Move[]): Promise<Moved[]> {
	if (moves.length === 0) return [];
	const levels = await levelsOf(work, moves.map((move) => move.productId)); // prettier-ignore
	const touched = new Map<string, Level>();
	const moved = moves.map((move) => {
		const before = touched.get(move.productId) ?? levels.get(move.productId) ?? emptyLevel;
		const { level, value, difference } = 'out' in move.change ? takeOut(before, move.change.out) : putIn(before, move.change.in, move.change.cost); // prettier-ignore
		touched.set(move.productId, level);
		return { value, difference };
	});
	await work.insert('stockMovement', moves.map((move, index) => movementRow(work, move, moved[index]?.value ?? 0))); // prettier-ignore
	await writeLevels(work, [...touched]);
	return moved;
}

function movementRow(work: Work, move: Move, value: number) {
	return {
		groupId: work.groupId,
		productId: move.productId,
		seq: work.seq,
		sourceId: move.source.id,
		sourceLine: move.source.line,
		sourceType: move.source.type,
		placeId: mainPlace,
		kind: move.kind,
		quantity: 'out' in move.change ? 0 - move.change.out : move.change.in,
		value,
		day: move.day,
		happenedAt: move.happenedAt
	};
}

async function writeLevels(work: Work, levels: readonly (readonly [string, Level])[]): Promise<void> {
	for (const part of powersOf(levels))
		await work.run(write, {
			groupId: work.groupId,
			placeId: mainPlace,
			seq: work.seq,
			products: part.map(([productId]) => productId),
			quantities: part.map(([, level]) => level.quantity),
			values: part.map(([, level]) => level.value),
			lastCosts: part.map(([, level]) => level.lastCost)
		});
}
