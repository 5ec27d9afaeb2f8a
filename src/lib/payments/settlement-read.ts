/** A bank's settlement file, row by row: all of it can be taken, or each thing that stands in the way is named. */
import { CardNumberInTable, foldedHeading, type TableRow } from '#lib/files/table.ts';
import { holdsCardNumber } from '#lib/kernel/card-number.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { folded } from '#lib/kernel/text.ts';
import type { Bank } from './card-slip.ts';
import {
	type AmountProblem,
	parseAmount,
	parseFileDay,
	parseFileTime,
	parseNumber,
	parseRrn,
	terminalIn
} from './settlement-cells.ts';
import { type SettlementColumn, settlementColumns, type SettlementMapping } from './settlement-mapping.ts';

export const swipesMax = 2000;

/** A swipe as the bank tells of it. */
export interface Swipe {
	/** Its row, as a spreadsheet numbers it. */
	readonly row: number;
	readonly tid: string;
	readonly trace: string | null;
	readonly approval: string | null;
	readonly rrn: string | null;
	/** Below zero where the bank took a swipe back. */
	readonly amount: Rupiah;
	/** What the bank keeps of it; below zero where it gives that back. */
	readonly fee: Rupiah;
	readonly day: Day;
	/** `HH:MM`; null where the file tells no hour. */
	readonly atTime: string | null;
}

export type SettlementWrong =
	| AmountProblem
	| 'column-not-chosen'
	| 'heading-missing'
	| 'no-headings'
	| 'no-rows'
	| 'too-many-rows'
	| 'cells'
	| 'not-a-day'
	| 'day-ahead'
	| 'not-a-number'
	| 'no-number'
	| 'tid-unknown'
	| 'tid-of-other-bank'
	| 'below-zero'
	| 'fee-too-large'
	| 'twice'
	| 'in-the-foot'
	| 'total-differs';

export interface SettlementProblem {
	readonly row: number;
	readonly column: SettlementColumn | null;
	readonly why: SettlementWrong;
	/** What stands there, or how many, or how much; empty where there is nothing to show. */
	readonly found: string;
}

export interface SettlementKnown {
	readonly bank: Bank;
	/** All machines that the group has or had. */
	readonly terminals: readonly { readonly bank: string; readonly tid: string }[];
	readonly today: Day;
}

export interface SettlementReading {
	readonly swipes: readonly Swipe[];
	/** A file with any is refused whole. */
	readonly problems: readonly SettlementProblem[];
	/** Of all swipes. */
	readonly total: Rupiah;
}

const foundMax = 40;

/** Passes rows in which no cell holds the number of a card, under whatever heading. Throws CardNumberInTable. */
function checkNoCardNumbers(rows: readonly TableRow[]): void {
	for (const { number, cells } of rows) if (cells.some(holdsCardNumber)) throw new CardNumberInTable(number);
}

/** Reads the rows of a file as `mapping` says it is written. Throws CardNumberInTable. */
export function readSettlement(
	rows: readonly TableRow[],
	mapping: SettlementMapping,
	known: SettlementKnown
): SettlementReading {
	checkNoCardNumbers(rows);
	const headings = rows.find(({ number }) => number === mapping.headingRow);
	if (headings === undefined) return refused([wrong(mapping.headingRow, null, 'no-headings')]);
	const missing = missingColumns(headings, mapping);
	if (missing.length > 0) return refused(missing);
	const below = rows.filter(({ number }) => number > mapping.headingRow);
	const swipeRows = below.slice(0, Math.max(0, below.length - mapping.footRows));
	if (swipeRows.length === 0) return refused([wrong(mapping.headingRow, null, 'no-rows')]);
	if (swipeRows.length > swipesMax) return refused([wrong(swipesMax, null, 'too-many-rows', String(swipeRows.length))]);
	const reader = new RowReader(headings, mapping, known);
	const read = swipeRows.map((row) => reader.swipe(row));
	const swipes = read.flatMap(({ swipe }) => swipe ?? []);
	const sum = total(swipes.map(({ amount }) => amount));
	const problems = [...read.flatMap((row) => row.problems), ...twice(swipes)];
	if (problems.length === 0) problems.push(...reader.foot(below.slice(swipeRows.length), swipes, sum));
	return { swipes, problems, total: sum };
}

function refused(problems: readonly SettlementProblem[]): SettlementReading {
	return { swipes: [], problems, total: rupiah(0) };
}

function wrong(row: number, column: SettlementColumn | null, why: SettlementWrong, found = ''): SettlementProblem {
	return { row, column, why, found: found.trim().slice(0, foundMax) };
}

/** Columns that have to be chosen and are not, and those whose heading this file does not have. */
function missingColumns({ number, cells }: TableRow, { columns }: SettlementMapping): SettlementProblem[] {
	const headings = cells.map(foldedHeading);
	const needed: readonly SettlementColumn[] = ['date', 'tid', 'amount'];
	const unchosen = needed.filter((column) => columns[column] === null);
	const hasNumber = columns.trace !== null || columns.approval !== null || columns.rrn !== null;
	return [
		...unchosen.map((column) => wrong(number, column, 'column-not-chosen')),
		...(hasNumber ? [] : [wrong(number, 'trace', 'column-not-chosen')]),
		...settlementColumns.flatMap((column) => {
			const heading = columns[column];
			return heading === null || headings.includes(heading) ? [] : [wrong(number, column, 'heading-missing', heading)];
		})
	];
}

/** Rows that tell of one swipe again. */
function twice(swipes: readonly Swipe[]): SettlementProblem[] {
	const first = new Map<string, number>();
	return swipes.flatMap((swipe) => {
		const key = swipeKey(swipe);
		const before = first.get(key);
		if (before === undefined) first.set(key, swipe.row);
		return before === undefined ? [] : [wrong(swipe.row, null, 'twice', String(before))];
	});
}

/** What one swipe of a bank is told from others by, in one file and over several. */
export function swipeKey({ tid, trace, approval, rrn, amount, day }: Omit<Swipe, 'row' | 'fee' | 'atTime'>): string {
	return [day, tid, trace ?? '', approval ?? '', rrn ?? '', amount].join(' ');
}

/** What banks call a swipe that was taken back. */
const takenBack = /\b(void|refund|reversal|reversed|reverse|batal|pembatalan|retur|return|koreksi)\b/;

interface ReadRow {
	readonly swipe: Swipe | null;
	readonly problems: readonly SettlementProblem[];
}

/** Reads single rows below one row of headings. */
class RowReader {
	readonly #width: number;
	readonly #headings: readonly string[];
	readonly #mapping: SettlementMapping;
	readonly #known: SettlementKnown;

	constructor({ cells }: TableRow, mapping: SettlementMapping, known: SettlementKnown) {
		this.#headings = cells.map(foldedHeading);
		this.#width = cells.length;
		this.#mapping = mapping;
		this.#known = known;
	}

	swipe(row: TableRow): ReadRow {
		if (!this.#fits(row))
			return { swipe: null, problems: [wrong(row.number, null, 'cells', String(row.cells.length))] };
		const problems: SettlementProblem[] = [];
		const say = (column: SettlementColumn, why: SettlementWrong) => {
			problems.push(wrong(row.number, column, why, this.#cell(row, column)));
			return null;
		};
		const tid = this.#tid(row, say);
		const day = this.#day(row, say);
		const money = this.#money(row, say);
		const numbers = this.#numbers(row, say);
		if (tid === null || day === null || money === null || numbers === null) return { swipe: null, problems };
		const atTime = parseFileTime(this.#cell(row, 'date'));
		return { swipe: { row: row.number, tid, day, atTime, ...numbers, ...money }, problems };
	}

	/** No row of the foot is a swipe; the first with an amount has to say the sum of all swipes, or of those that bring money. */
	foot(foot: readonly TableRow[], swipes: readonly Swipe[], sum: Rupiah): SettlementProblem[] {
		const swipe = foot.find((row) => terminalIn(this.#cell(row, 'tid'), this.#known.terminals) !== null);
		if (swipe !== undefined) return [wrong(swipe.number, 'tid', 'in-the-foot', this.#cell(swipe, 'tid'))];
		const before = total(swipes.map(({ amount }) => rupiah(Math.max(0, amount))));
		for (const row of foot) {
			const told = parseAmount(this.#cell(row, 'amount'), this.#mapping.decimals);
			if (typeof told !== 'number') continue;
			return told === sum || told === before ? [] : [wrong(row.number, 'amount', 'total-differs', String(sum))];
		}
		return [];
	}

	/** As many cells as there are headings; empty ones at the end do not count. */
	#fits({ cells }: TableRow): boolean {
		return cells.length >= this.#width && cells.slice(this.#width).every((cell) => cell.trim() === '');
	}

	#cell({ cells }: TableRow, column: SettlementColumn): string {
		const heading = this.#mapping.columns[column];
		return heading === null ? '' : (cells[this.#headings.indexOf(heading)] ?? '').trim();
	}

	#tid(row: TableRow, say: Say): string | null {
		const { bank, terminals } = this.#known;
		const cell = this.#cell(row, 'tid');
		const own = terminalIn(cell, terminals.filter((terminal) => terminal.bank === bank)); // prettier-ignore
		if (own !== null) return own.tid;
		return say('tid', terminalIn(cell, terminals) === null ? 'tid-unknown' : 'tid-of-other-bank');
	}

	#day(row: TableRow, say: Say): Day | null {
		const day = parseFileDay(this.#cell(row, 'date'), this.#mapping.dates);
		if (day === null) return say('date', 'not-a-day');
		return day > addDays(this.#known.today, 1) ? say('date', 'day-ahead') : day;
	}

	#money(row: TableRow, say: Say): Pick<Swipe, 'amount' | 'fee'> | null {
		const { decimals, reversals, columns } = this.#mapping;
		const told = parseAmount(this.#cell(row, 'amount'), decimals);
		if (typeof told !== 'number') return say('amount', told);
		const feeCell = this.#cell(row, 'fee');
		const fee = columns.fee === null || feeCell === '' || feeCell === '-' ? 0 : parseAmount(feeCell, decimals);
		if (typeof fee !== 'number') return say('fee', fee);
		if (told === 0) return say('amount', 'not-an-amount');
		const isBack = reversals === 'word' ? takenBack.test(folded(this.#cell(row, 'kind'))) : told < 0;
		if (told < 0 && (reversals === 'none' || !isBack)) return say('amount', 'below-zero');
		if (Math.abs(fee) > Math.abs(told)) return say('fee', 'fee-too-large');
		const sign = isBack ? -1 : 1;
		return { amount: rupiah(sign * Math.abs(told)), fee: rupiah(sign * Math.abs(fee)) };
	}

	#numbers(row: TableRow, say: Say): Pick<Swipe, 'trace' | 'approval' | 'rrn'> | null {
		const trace = parseNumber(this.#cell(row, 'trace'));
		const approval = parseNumber(this.#cell(row, 'approval'));
		const rrn = parseRrn(this.#cell(row, 'rrn'));
		if (trace === undefined) return say('trace', 'not-a-number');
		if (approval === undefined) return say('approval', 'not-a-number');
		if (rrn === undefined) return say('rrn', 'not-a-number');
		return trace === null && approval === null && rrn === null ? say('trace', 'no-number') : { trace, approval, rrn };
	}
}

type Say = (column: SettlementColumn, why: SettlementWrong) => null;
