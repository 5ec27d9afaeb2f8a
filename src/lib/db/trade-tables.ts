/** Rows of ledger, inventory and sales. */

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

/** A till: one browser that sells for a group, with a code of its own that is never used again. */
export interface EnrolmentTable {
	groupId: string;
	id: string;
	code: string;
	name: string;
	personId: string;
	madeAt: string;
	revokedAt: string | null;
	/** Its key as JWK text; what it sends is signed by it. Null for a till of the program itself. */
	publicKey: string | null;
	/** Two phones wrote under one till: nothing is applied any more without a person. */
	frozenAt: string | null;
	/** When the server last heard of it. */
	seenAt: string | null;
	invitationId: string | null;
	/** Which of its event numbers are here, and when the last of each unbroken span happened, as JSON (`sales/numbers.ts`). */
	numbers: string;
}

export interface SaleTable {
	groupId: string;
	id: string;
	seq: number;
	enrolmentId: string | null;
	/** The till's number of the event. */
	sequence: number;
	/** As printed: `B-000123`. */
	receiptNumber: string;
	channel: string;
	cashierId: string | null;
	partyId: string | null;
	/** What the device said, untouched. */
	deviceAt: string;
	happenedAt: string;
	/** 1 when the device's time was corrected by more than 15 minutes. */
	clockCorrected: number;
	/** Calendar day of `happenedAt` in the group's zone. */
	day: string;
	/** Sum of the lines before the discount. */
	subtotal: number;
	discount: number;
	/** What cash rounding took off: zero or negative. */
	rounding: number;
	/** What was to be paid. */
	total: number;
	shiftId: string | null;
	/** The other person whose PIN was typed. */
	approvedBy: string | null;
	/** About the sale, never about the buyer. */
	note: string | null;
}

export interface SaleLineTable {
	groupId: string;
	saleId: string;
	line: number;
	productId: string;
	unitId: string;
	/** What the product was when it was sold, or `unknown` when the group has none such; services and unknown goods move no stock. */
	kind: string;
	/** The name and unit as sold; both are the group's own words about goods. */
	name: string;
	unit: string;
	/** Thousandths of the unit sold. */
	quantity: number;
	/** Thousandths of the normal unit. */
	normalQuantity: number;
	price: number;
	amount: number;
	/** This line's part of the discount. */
	discount: number;
	/** What the goods cost, from stock. */
	cost: number;
	note: string | null;
	/** Why a ceiling or limit was passed. */
	reason: string | null;
	/** Of consigned goods: the member who left them, and what of the line is owed to them. */
	ownerId: string | null;
	owed: number | null;
}

export interface PaymentTable {
	groupId: string;
	saleId: string;
	line: number;
	/** `cash`, `qris`, `transfer`, `card` or `kasbon`. */
	tender: string;
	amount: number;
	/** Cash handed over, before change; equal to `amount` for other tenders. */
	received: number;
	reference: string | null;
}

/** Goods or a whole sale taken back: `void` undoes all of it in the books. */
export interface SaleReturnTable {
	groupId: string;
	id: string;
	seq: number;
	saleId: string;
	/** `void` or `return`. */
	kind: string;
	/** A word of `voidReasons`. */
	reason: string;
	/** Why, in the words of whoever did it; never about a buyer. */
	note: string;
	enrolmentId: string | null;
	sequence: number;
	actorId: string | null;
	deviceAt: string;
	happenedAt: string;
	day: string;
	total: number;
	/** The number of the return's own receipt; a void has none. */
	receiptNumber: string | null;
	/** The mirror of cash rounding: zero or negative. */
	rounding: number | null;
	/** `shelf` or `lost`: what became of the goods. */
	goods: string | null;
	shiftId: string | null;
	approvedBy: string | null;
}

/** How a buyer got money back. */
export interface RefundTable {
	groupId: string;
	returnId: string;
	line: number;
	tender: string;
	amount: number;
	reference: string | null;
}

export interface SaleReturnLineTable {
	groupId: string;
	returnId: string;
	line: number;
	saleLine: number;
	normalQuantity: number;
	amount: number;
	cost: number;
	/** Thousandths of the unit as sold. */
	quantity: number | null;
	/** What of it the member who left the goods is owed no more. */
	owed: number | null;
}

/** A buyer who must be known (credit, orders). The only place of a buyer's name; may be erased. */
export interface PartyTable {
	groupId: string;
	id: string;
	name: string | null;
	phone: string | null;
	madeAt: string;
	erasedAt: string | null;
}

/** Something for a person to look at; it never stops a sale. */
export interface ExceptionTable {
	groupId: string;
	id: string;
	seq: number;
	kind: string;
	subjectType: string;
	subjectId: string;
	facts: string;
	at: string;
	resolvedAt: string | null;
	resolvedBy: string | null;
	resolution: string | null;
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
	enrolment: EnrolmentTable;
	sale: SaleTable;
	saleLine: SaleLineTable;
	payment: PaymentTable;
	saleReturn: SaleReturnTable;
	saleReturnLine: SaleReturnLineTable;
	refund: RefundTable;
	party: PartyTable;
	exception: ExceptionTable;
}
