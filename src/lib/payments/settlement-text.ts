/** A bank's file in the reader's language: what its columns are called, and what is wrong in it. */
import { formatRupiah } from '#lib/look/money.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { m } from '#texts/messages.js';
import { getLocale } from '#texts/runtime.js';
import type { DateOrder, DecimalSign, ReversalSign, Separator, SettlementColumn } from './settlement-mapping.ts';
import { type SettlementProblem, type SettlementWrong, type Swipe, swipesMax } from './settlement-read.ts';
import type { BackWay, LineWay, PairWay, SlipWay } from './settlement-ways.ts';

const columns: Readonly<Record<SettlementColumn, () => string>> = {
	date: m.edc_column_date,
	tid: m.edc_column_tid,
	trace: m.edc_column_trace,
	approval: m.edc_column_approval,
	rrn: m.edc_column_rrn,
	amount: m.edc_column_amount,
	fee: m.edc_column_fee,
	kind: m.edc_column_kind
};

export function settlementColumnName(column: SettlementColumn): string {
	return columns[column]();
}

const wrongs: Readonly<Record<SettlementWrong, (told: { found: string }) => string>> = {
	'column-not-chosen': m.edc_wrong_column_not_chosen,
	'heading-missing': m.edc_wrong_heading_missing,
	'no-headings': m.edc_wrong_no_headings,
	'no-rows': m.edc_wrong_no_rows,
	'too-many-rows': ({ found }) => m.edc_wrong_too_many_rows({ found, max: swipesMax }),
	cells: m.edc_wrong_cells,
	'not-an-amount': m.edc_wrong_not_an_amount,
	fraction: m.edc_wrong_fraction,
	'too-large': m.edc_wrong_too_large,
	'not-a-day': m.edc_wrong_not_a_day,
	'day-ahead': m.edc_wrong_day_ahead,
	'not-a-number': m.edc_wrong_not_a_number,
	'no-number': m.edc_wrong_no_number,
	'tid-unknown': m.edc_wrong_tid_unknown,
	'tid-of-other-bank': m.edc_wrong_tid_of_other_bank,
	'below-zero': m.edc_wrong_below_zero,
	'fee-too-large': m.edc_wrong_fee_too_large,
	twice: m.edc_wrong_twice,
	'in-the-foot': m.edc_wrong_in_the_foot,
	'total-differs': ({ found }) => m.edc_wrong_total_differs({ found: formatRupiah(rupiah(Number(found)), getLocale()) })
};

/** Where in the file, what stands there, and what to do. */
export function settlementProblemText({ row, column, why, found }: SettlementProblem): { where: string; text: string } {
	const place = column === null ? m.edc_at_row({ row }) : m.edc_at_cell({ row, column: settlementColumnName(column) });
	return { where: place, text: wrongs[why]({ found: found === '' ? m.edc_empty_cell() : found }) };
}

export const separatorTexts: Readonly<Record<Separator, () => string>> = {
	semicolon: m.edc_separator_semicolon,
	comma: m.edc_separator_comma,
	tab: m.edc_separator_tab,
	pipe: m.edc_separator_pipe
};

export const decimalTexts: Readonly<Record<DecimalSign, () => string>> = {
	comma: () => '1.500.000,00',
	point: () => '1,500,000.00'
};

export const dateTexts: Readonly<Record<DateOrder, () => string>> = {
	dmy: m.edc_dates_dmy,
	mdy: m.edc_dates_mdy,
	ymd: m.edc_dates_ymd
};

export const reversalTexts: Readonly<Record<ReversalSign, () => string>> = {
	minus: m.edc_reversals_minus,
	word: m.edc_reversals_word,
	none: m.edc_reversals_none
};

type WayTexts<Way extends string> = Readonly<
	Record<Way, { readonly label: () => string; readonly hint: () => string }>
>;

export const lineWayTexts: WayTexts<LineWay> = {
	'give-back': { label: m.edc_way_give_back, hint: m.edc_way_give_back_hint },
	'sold-as-cash': { label: m.edc_way_sold_as_cash, hint: m.edc_way_sold_as_cash_hint },
	correction: { label: m.edc_way_correction, hint: m.edc_way_correction_hint }
};

export const slipWayTexts: WayTexts<SlipWay> = {
	arrived: { label: m.edc_way_arrived, hint: m.edc_way_arrived_hint },
	'paid-in-cash': { label: m.edc_way_paid_in_cash, hint: m.edc_way_paid_in_cash_hint },
	lost: { label: m.edc_way_lost, hint: m.edc_way_lost_hint }
};

export const backWayTexts: WayTexts<BackWay> = {
	taken: { label: m.edc_way_taken, hint: m.edc_way_taken_hint },
	'given-cash': { label: m.edc_way_given_cash, hint: m.edc_way_given_cash_hint },
	owed: { label: m.edc_way_owed, hint: m.edc_way_owed_hint }
};

export const pairWayTexts: WayTexts<PairWay> = {
	'bank-right': { label: m.edc_way_bank_right, hint: m.edc_way_bank_right_hint },
	'sale-right': { label: m.edc_way_sale_right, hint: m.edc_way_sale_right_hint }
};

/** The number by which a line is spoken of: the one that stands first on the slip. */
export function lineNumber({ trace, approval, rrn }: Pick<Swipe, 'trace' | 'approval' | 'rrn'>): string {
	return trace ?? approval ?? rrn ?? '';
}

/** The words of a kind of choice with what they say, for a form. */
export function wayChoices<Way extends string>(ways: readonly Way[], texts: WayTexts<Way>) {
	return ways.map((way) => ({ value: way, label: texts[way].label(), hint: texts[way].hint() }));
}

const decided: Readonly<Record<string, { readonly label: () => string }>> = {
	...lineWayTexts,
	...slipWayTexts,
	...backWayTexts,
	...pairWayTexts,
	'by-hand': { label: m.edc_way_by_hand }
};

/** How a person decided. */
export function wayName(way: string): string {
	return decided[way]?.label() ?? way;
}
