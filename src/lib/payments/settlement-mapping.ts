/** How one bank writes its settlement file: which heading stands over what, and how it writes amounts and days. */
import * as v from 'valibot';

/** What a column of the file can tell. */
export const settlementColumns = ['date', 'tid', 'trace', 'approval', 'rrn', 'amount', 'fee', 'kind'] as const;
export type SettlementColumn = (typeof settlementColumns)[number];

/** Signs between cells, by the words under which a mapping keeps them. */
export const separators = { semicolon: ';', comma: ',', tab: '\t', pipe: '|' } as const;
export type Separator = keyof typeof separators;
export const separatorNames = ['semicolon', 'comma', 'tab', 'pipe'] as const satisfies readonly Separator[];

/** `comma`: 1.500.000,00. `point`: 1,500,000.00. */
export const decimalSigns = ['comma', 'point'] as const;
export type DecimalSign = (typeof decimalSigns)[number];

/** Which of day, month and year is written first; the signs between them do not matter. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** How a swipe that was taken back is told: by an amount below zero, by a word in a column of its own, or not at all. */
export const reversalSigns = ['minus', 'word', 'none'] as const;
export type ReversalSign = (typeof reversalSigns)[number];

export const headingRowMax = 40;
export const footRowsMax = 20;
const headingMax = 80;

export interface SettlementMapping {
	readonly separator: Separator;
	/** The row in which the headings stand, as a spreadsheet numbers it; what is above it is not read. */
	readonly headingRow: number;
	/** How many rows at the end are not swipes, such as totals. */
	readonly footRows: number;
	/** The folded heading over each column; null for what the file does not tell. */
	readonly columns: Readonly<Record<SettlementColumn, string | null>>;
	readonly decimals: DecimalSign;
	readonly dates: DateOrder;
	readonly reversals: ReversalSign;
}

const heading = v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(headingMax)));

/** A mapping as it is kept, and as a form brings it once its fields are put together. */
const MappingShape = v.object({
	separator: v.picklist(separatorNames),
	headingRow: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(headingRowMax)),
	footRows: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(footRowsMax)),
	columns: v.object({
		date: heading,
		tid: heading,
		trace: heading,
		approval: heading,
		rrn: heading,
		amount: heading,
		fee: heading,
		kind: heading
	}),
	decimals: v.picklist(decimalSigns),
	dates: v.picklist(dateOrders),
	reversals: v.picklist(reversalSigns)
});

/** A mapping that our own database kept. */
export function mappingFrom(text: string): SettlementMapping {
	return v.parse(MappingShape, JSON.parse(text));
}
