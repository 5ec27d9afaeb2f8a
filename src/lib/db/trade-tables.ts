/** Rows of ledger and inventory. */

export interface JournalEntryTable {
	groupId: string;
	id: string;
	seq: number;
	/** One event posts once: type and id are unique together. */
	sourceType: string;
	sourceId: string;
	/** The calendar day on which it happened. */
	happenedDay: string;
	/** The day it counts for: `happenedDay`, or the first open day if that month was closed. */
	day: string;
	memo: string;
	reversesId: string | null;
	actorId: string | null;
	recordedAt: string;
}

export interface JournalLegTable {
	groupId: string;
	entryId: string;
	line: number;
	account: string;
	/** Rupiah; a debit is positive, a credit negative. */
	amount: number;
	/** Whose account it is, where one account is kept for many: a customer's party, or a member. */
	partyId: string | null;
}

/** Sums of the legs of one account and day; can be rebuilt from them. */
export interface AccountDayTable {
	groupId: string;
	day: string;
	account: string;
	debit: number;
	/** Positive. */
	credit: number;
}

/** Omzet of one day and channel: income less returns; can be rebuilt. */
export interface OmzetDayTable {
	groupId: string;
	day: string;
	/** `counter`, `shop`, `agency` or `agent`. */
	channel: string;
	omzet: number;
	/** What buyers paid, consigned goods in full. */
	gross: number;
	/** Cost of what was sold. */
	cost: number;
	/** Sales less voided ones. */
	sales: number;
}

export interface MonthClosingTable {
	groupId: string;
	id: string;
	/** `YYYY-MM` */
	month: string;
	/** `closed` or `reopened`: the latest by seq holds. */
	state: string;
	reason: string;
	seq: number;
	actorId: string | null;
	at: string;
}

/** Lies by product, as a stock card is read: a sale writes one place for each of its products instead of two. */
export interface StockMovementTable {
	groupId: string;
	productId: string;
	seq: number;
	sourceId: string;
	sourceLine: number;
	sourceType: string;
	placeId: string;
	/** `receipt`, `sale`, `return`, `opening`, `loss`, `own-use` or `count`. */
	kind: string;
	/** Thousandths of the normal unit; in is positive, out negative. */
	quantity: number;
	/** Rupiah; in is positive, out negative. */
	value: number;
	day: string;
	happenedAt: string;
}

export interface StockLevelTable {
	groupId: string;
	productId: string;
	placeId: string;
	quantity: number;
	value: number;
	/** Rupiah for one normal unit, as last known: used at or below zero. */
	lastCost: number;
	/** The tenant's work that changed it last. */
	seq: number;
}

export interface GoodsReceiptTable {
	groupId: string;
	id: string;
	seq: number;
	number: number;
	supplier: string;
	/** The account that pays or owes. */
	paidFrom: string;
	total: number;
	note: string;
	happenedAt: string;
	day: string;
	actorId: string | null;
	/** Where it was paid out of a till's drawer. */
	shiftId: string | null;
	enrolmentId: string | null;
}

/** What one line of a receipt of goods cost, as told. */
export interface GoodsReceiptLineTable {
	groupId: string;
	receiptId: string;
	line: number;
	productId: string;
	/** Thousandths of the normal unit. */
	quantity: number;
	/** Rupiah for the whole line. */
	cost: number;
}

/** A count, a loss or goods used by the group itself. */
export interface StockAdjustmentTable {
	groupId: string;
	id: string;
	seq: number;
	/** `count`, `loss` or `own-use`. */
	kind: string;
	productId: string;
	/** Thousandths of the normal unit: what was counted, or what went. */
	quantity: number;
	note: string;
	happenedAt: string;
	day: string;
	actorId: string | null;
}

export interface TradeTables {
	journalEntry: JournalEntryTable;
	journalLeg: JournalLegTable;
	accountDay: AccountDayTable;
	omzetDay: OmzetDayTable;
	monthClosing: MonthClosingTable;
	stockMovement: StockMovementTable;
	stockLevel: StockLevelTable;
	goodsReceipt: GoodsReceiptTable;
	goodsReceiptLine: GoodsReceiptLineTable;
	stockAdjustment: StockAdjustmentTable;
}
