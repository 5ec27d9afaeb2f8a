/** Rows of what a till tells beyond sales: shifts, cash, kasbon and agent services; and how a browser becomes a till. */

/** What every such fact says of where it came from. */
export interface ToldByTill {
	groupId: string;
	id: string;
	seq: number;
	enrolmentId: string | null;
	/** The till's number of the event. */
	sequence: number;
	/** The shift in whose drawer it happened; null where the group has no shifts. */
	shiftId: string | null;
	actorId: string | null;
	/** The other person whose PIN was typed. */
	approvedBy: string | null;
	deviceAt: string;
	happenedAt: string;
	day: string;
}

/** A one-time token by which a browser becomes a till: shown as a QR code by an officer, kept as its SHA-256. */
export interface TillInvitationTable {
	groupId: string;
	id: string;
	tokenHash: string;
	madeBy: string;
	madeAt: string;
	expiresAt: string;
	usedAt: string | null;
	/** The till that the new one takes the place of: it is revoked then. */
	replacesId: string | null;
}

/** A shift: from opening the drawer with so much cash until it is counted. */
export interface ShiftTable extends ToldByTill {
	/** 1, 2, 3 … of the group. */
	number: number;
	/** Cash in the drawer at the start. */
	float: number;
	/** Notes and coins as JSON, where they are counted. */
	notes: string | null;
}

export interface ShiftClosingTable extends ToldByTill {
	counted: number;
	notes: string | null;
	/** What the till reckoned to be in the drawer. */
	told: number;
	/** What the server reckons from the facts that it held then. */
	expected: number;
	note: string;
}

/** Cash put into the drawer, or handed to the treasurer. */
export interface CashMoveTable extends ToldByTill {
	/** `in` or `to-treasurer`. */
	direction: string;
	amount: number;
	note: string;
	/** When the other side said so too. */
	confirmedAt: string | null;
	confirmedBy: string | null;
}

/** What one customer owes, and may owe at most. */
export interface CreditAccountTable {
	groupId: string;
	partyId: string;
	limitAmount: number;
	/** Rupiah: the sum of the legs of this party on the kasbon account; can be rebuilt. */
	owed: number;
	seq: number;
}

/** Kasbon paid back, whole or part. */
export interface CreditPaymentTable extends ToldByTill {
	receiptNumber: string;
	partyId: string;
	tender: string;
	amount: number;
	received: number;
	reference: string | null;
}

/** The bank's business done at the counter: its principal is not omzet. */
export interface AgentServiceTable extends ToldByTill {
	receiptNumber: string;
	service: string;
	principal: number;
	fee: number;
	/** `cash` or `bank`. */
	feeBy: string;
	reference: string | null;
}

export interface CounterTables {
	tillInvitation: TillInvitationTable;
	shift: ShiftTable;
	shiftClosing: ShiftClosingTable;
	cashMove: CashMoveTable;
	creditAccount: CreditAccountTable;
	creditPayment: CreditPaymentTable;
	agentService: AgentServiceTable;
}
