/** A table of goods before it is taken over: what each row would do, and every cell that stands in the way. */
import { columnPlaces, HeadingsMissing, type Table } from '#lib/files/table.ts';
import type { Id } from '#lib/kernel/id.ts';
import { oneUnit } from '#lib/kernel/quantity.ts';
import { folded } from '#lib/kernel/text.ts';
import type { StockedProduct } from './detail.ts';
import {
	type Addition,
	additionOf,
	type Alteration,
	alterationOf,
	normalUnitOf,
	type Ownership,
	ownershipOf,
	type Rows,
	said,
	sizeOf
} from './import-plan.ts';
import { type BadCell, productColumns, type ProductProblem, readProductRow } from './import-row.ts';
import { productColumnName } from './import-text.ts';
import { starterNamed } from './starter-guess.ts';
import type { UnitKey } from './units.ts';

/** What the group has already. */
export interface KnownGoods {
	readonly products: readonly StockedProduct[];
	/** Members by their folded names. */
	readonly members: ReadonlyMap<string, Id>;
}

/** What a row comes to: new goods, a further unit of the goods above, a change, or nothing new. */
export type RowOutcome = 'new' | 'unit' | 'changed' | 'same' | 'wrong';

export interface PreviewedRow {
	readonly row: number;
	readonly name: string;
	readonly outcome: RowOutcome;
}

export interface ProductPreview {
	readonly rows: readonly PreviewedRow[];
	/** In the order of the rows; the table can be taken over when there are none. */
	readonly problems: readonly BadCell<ProductProblem>[];
	readonly additions: readonly Addition[];
	readonly alterations: readonly Alteration[];
}

/** Reads a table of goods against what is known. Throws HeadingsMissing. */
export function previewProducts(table: Table, known: KnownGoods): ProductPreview {
	const places = columnPlaces(table, productColumns);
	for (const column of ['name', 'unit'] as const)
		if (!places.has(column)) throw new HeadingsMissing(productColumnName(column));
	const read = table.rows.map((row) => readProductRow(row, places));
	const problems: BadCell<ProductProblem>[] = read.flatMap(({ bad }) => bad);
	const sets = [
		...Map.groupBy(
			read.map((one) => one.read),
			(row) => folded(row.name)
		).values()
	] as unknown as Rows[];
	const goods = sets.map((rows) => goodsFrom(rows, known));
	problems.push(...goods.flatMap((one) => one.problems), ...barcodesTwice(sets, known));
	const wrong = new Set(problems.map((problem) => problem.row));
	const rows = goods.flatMap(({ rows: own, outcome }) =>
		own.map(({ row, name }, index): PreviewedRow => ({
			row,
			name,
			outcome: wrong.has(row) ? 'wrong' : index === 0 || outcome === 'same' ? outcome : 'unit'
		}))
	);
	return {
		rows: rows.sort((a, b) => a.row - b.row),
		problems: problems.sort((a, b) => a.row - b.row),
		additions: goods.flatMap(({ addition }) => addition ?? []),
		alterations: goods.flatMap(({ alteration }) => alteration ?? [])
	};
}

interface GoodsRead {
	readonly rows: Rows;
	readonly outcome: RowOutcome;
	readonly problems: readonly BadCell<ProductProblem>[];
	readonly addition: Addition | null;
	readonly alteration: Alteration | null;
}

function goodsFrom(rows: Rows, { products, members }: KnownGoods): GoodsRead {
	const { row, name, number } = rows[0];
	const there = products.find((product) => product.number === number);
	if (there !== undefined && folded(there.name) !== folded(name))
		return unread(rows, [{ row, column: 'number', problem: 'number-other' }]);
	if (there !== undefined) return changed(rows, there, members);
	const isKnown = products.some((product) => folded(product.name) === folded(name));
	return isKnown ? unread(rows, [{ row, column: 'name', problem: 'name-known' }]) : added(rows, members);
}

function unread(rows: Rows, problems: readonly BadCell<ProductProblem>[]): GoodsRead {
	return { rows, outcome: 'wrong', problems, addition: null, alteration: null };
}

function added(rows: Rows, members: KnownGoods['members']): GoodsRead {
	const normalUnit = normalUnitOf(rows);
	const kind = said(rows, 'kind') ?? starterNamed(rows[0].name)?.kind ?? 'bought';
	const ownership = ownershipOf(rows, members, { kind, before: null });
	const problems = [...unitProblems(rows, normalUnit), ...ownerProblems(rows, ownership)];
	if (normalUnit === null || 'problem' in ownership) return unread(rows, problems);
	return {
		rows,
		outcome: 'new',
		problems,
		addition: additionOf(rows, normalUnit, ownership.consignment),
		alteration: null
	};
}

function changed(rows: Rows, known: StockedProduct, members: KnownGoods['members']): GoodsRead {
	const { normalUnit, consignment: before } = known;
	const ownership = ownershipOf(rows, members, { kind: said(rows, 'kind') ?? known.kind, before });
	const problems = [
		...unitProblems(rows, normalUnit),
		...ownerProblems(rows, ownership),
		...fixedProblems(rows, normalUnit)
	];
	if ('problem' in ownership) return unread(rows, problems);
	const alteration = alterationOf(rows, known, ownership.consignment);
	return { rows, outcome: alteration === null ? 'same' : 'changed', problems, addition: null, alteration };
}

function unitProblems(rows: Rows, normalUnit: UnitKey | null): BadCell<ProductProblem>[] {
	const seen = new Set<UnitKey>();
	return rows.flatMap((one): BadCell<ProductProblem>[] => {
		const { row, unit, size } = one;
		if (unit === null || normalUnit === null) return [];
		if (seen.has(unit)) return [{ row, column: 'unit', problem: 'unit-twice' }];
		seen.add(unit);
		if (unit === normalUnit && size !== null && size !== oneUnit)
			return [{ row, column: 'normalUnit', problem: 'normal-unit-size' }];
		return sizeOf(one, normalUnit) === null ? [{ row, column: 'size', problem: 'size-missing' }] : [];
	});
}

function ownerProblems(rows: Rows, ownership: Ownership): BadCell<ProductProblem>[] {
	if (!('problem' in ownership)) return [];
	const column = ownership.problem === 'commission-missing' ? 'commission' : 'owner';
	return [{ row: rows[0].row, column, problem: ownership.problem }];
}

/** What a table cannot change of goods that are there: the stock unit, and the stock. */
function fixedProblems(rows: Rows, known: UnitKey): BadCell<ProductProblem>[] {
	return rows.flatMap(({ row, normalUnit, stock }) => [
		...(normalUnit === null || normalUnit === known
			? []
			: [{ row, column: 'normalUnit', problem: 'normal-changed' } as const]),
		...(stock === null ? [] : [{ row, column: 'stock', problem: 'stock-known' } as const])
	]);
}

/** Barcodes that other goods have, in the table or in the group. */
function barcodesTwice(sets: readonly Rows[], { products }: KnownGoods): BadCell<ProductProblem>[] {
	const bearers = new Map(
		products.flatMap(({ barcode, name }) => (barcode === null ? [] : [[barcode, folded(name)] as const]))
	);
	return sets.flatMap((rows) => {
		const barcode = said(rows, 'barcode');
		const bearer = barcode === null ? undefined : bearers.get(barcode);
		const name = folded(rows[0].name);
		if (barcode !== null) bearers.set(barcode, bearer ?? name);
		return bearer === undefined || bearer === name
			? []
			: [{ row: rows[0].row, column: 'barcode', problem: 'barcode-twice' } as const];
	});
}
