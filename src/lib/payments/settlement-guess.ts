/** A first guess at how a bank writes its file, from headings that banks use; a person looks at it and mends it. */
import { foldedHeading, type TableRow } from '#lib/files/table.ts';
import { parseAmount, parseFileDay } from './settlement-cells.ts';
import {
	type DateOrder, dateOrders, type DecimalSign, decimalSigns, footRowsMax, headingRowMax, type Separator, separatorNames,
	type SettlementColumn, settlementColumns, type SettlementMapping
} from './settlement-mapping.ts'; // prettier-ignore

/** Folded headings, the surest first. */
const usual: Readonly<Record<SettlementColumn, readonly string[]>> = {
	date: [
		'tanggal transaksi', 'tgl transaksi', 'tgl trx', 'trx date', 'transaction date', 'trans date', 'tran date',
		'txn date', 'waktu transaksi', 'transaction time', 'tanggal', 'tgl', 'date', 'tanggal settlement', 'settlement date'
	],
	tid: ['tid', 'terminal id', 'id terminal', 'no terminal', 'nomor terminal', 'kode terminal', 'terminal', 'edc', 'no edc'],
	trace: ['trace', 'trace no', 'trace number', 'no trace', 'nomor trace', 'stan', 'trace id', 'invoice no', 'no invoice'],
	approval: [
		'approval', 'approval code', 'kode approval', 'appr code', 'app code', 'apprv code', 'no approval', 'auth code',
		'authorization code', 'kode otorisasi', 'otorisasi', 'auth'
	],
	rrn: [
		'rrn', 'retrieval reference number', 'ref no', 'reff no', 'reference no', 'reference number', 'no referensi',
		'nomor referensi', 'no ref', 'ref'
	],
	amount: [
		'nominal transaksi', 'jumlah transaksi', 'nilai transaksi', 'transaction amount', 'trx amount', 'txn amount',
		'gross amount', 'jumlah kotor', 'bruto', 'gross', 'nominal', 'amount', 'jumlah', 'nilai'
	],
	fee: [
		'mdr amount', 'nominal mdr', 'biaya mdr', 'jumlah mdr', 'fee amount', 'mdr', 'merchant discount', 'discount', 'diskon',
		'fee', 'biaya', 'potongan', 'biaya admin', 'admin'
	],
	kind: ['transaction type', 'trx type', 'txn type', 'jenis transaksi', 'tipe transaksi', 'type', 'jenis', 'tipe']
}; // prettier-ignore

/** The same file cut at each sign. */
export type Readings = Readonly<Record<Separator, readonly TableRow[]>>;

/** Guesses how the file is written; columns that no usual heading names stay null. */
export function guessMapping(readings: Readings): SettlementMapping {
	const guesses = separatorNames.flatMap((separator) =>
		readings[separator]
			.filter(({ number }) => number <= headingRowMax)
			.map((row) => ({ separator, row, columns: namedIn(row) }))
	);
	const best = guesses.reduce((most, one) => (countNamed(one) > countNamed(most) ? one : most), {
		separator: 'semicolon',
		row: { number: 1, cells: [] },
		columns: namedIn({ number: 1, cells: [] })
	});
	const below = readings[best.separator].filter(({ number }) => number > best.row.number);
	return { ...best.columns.mapping, separator: best.separator, headingRow: best.row.number, ...written(best, below) };
}

interface Named {
	readonly mapping: Pick<SettlementMapping, 'columns'>;
	readonly count: number;
}

function namedIn(row: TableRow): Named {
	const headings = row.cells.map(foldedHeading);
	const named = (column: SettlementColumn) => usual[column].find((name) => headings.includes(name)) ?? null;
	const columns = {
		date: named('date'),
		tid: named('tid'),
		trace: named('trace'),
		approval: named('approval'),
		rrn: named('rrn'),
		amount: named('amount'),
		fee: named('fee'),
		kind: named('kind')
	};
	return { mapping: { columns }, count: settlementColumns.filter((column) => columns[column] !== null).length };
}

function countNamed({ columns }: { readonly columns: Named }): number {
	return columns.count;
}

interface Headed {
	readonly row: TableRow;
	readonly columns: Named;
}

/** How amounts, days and what was taken back are written, by what stands below the headings. */
function written({ row, columns }: Headed, below: readonly TableRow[]) {
	const headings = row.cells.map(foldedHeading);
	const cellsOf = (heading: string | null): string[] => {
		const place = heading === null ? -1 : headings.indexOf(heading);
		return place < 0 ? [] : below.map(({ cells }) => (cells[place] ?? '').trim());
	};
	const { date, tid, amount, kind } = columns.mapping.columns;
	const dates = dateOrderOf(cellsOf(date));
	const terminals = cellsOf(tid);
	const isSwipe = cellsOf(date).map(
		(cell, at) => parseFileDay(cell, dates) !== null || /\d{4}/.test(terminals[at] ?? '')
	);
	const last = isSwipe.lastIndexOf(true);
	const amounts = cellsOf(amount).filter((_, at) => isSwipe[at] === true);
	return {
		decimals: decimalSignOf(amounts),
		dates,
		footRows: last < 0 ? 0 : Math.min(isSwipe.length - 1 - last, footRowsMax),
		reversals: kind === null ? ('minus' as const) : ('word' as const)
	};
}

function dateOrderOf(cells: readonly string[]): DateOrder {
	return mostFitting(dateOrders, (order) => cells.filter((cell) => parseFileDay(cell, order) !== null).length);
}

function decimalSignOf(cells: readonly string[]): DecimalSign {
	return mostFitting(
		decimalSigns,
		(sign) => cells.filter((cell) => typeof parseAmount(cell, sign) === 'number').length
	);
}

/** The first of those that fit most. */
function mostFitting<Form>(forms: readonly [Form, ...Form[]], fits: (form: Form) => number): Form {
	return forms.reduce((best, form) => (fits(form) > fits(best) ? form : best), forms[0]);
}
