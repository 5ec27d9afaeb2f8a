/** Rows of sales: tills, what they sold and took back, buyers, and what a person should look at. */

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

export interface SalesTables {
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
