/** Rows of aid and of the bank's card machine: rules by region and day, machines, slips, papers, and what the bank settled. */
import type { ToldByTill } from './counter-tables.ts';

/** What was proposed by one person holds once another has confirmed it. */
interface Proposed {
	id: string;
	/** The beginning of a village's code; empty for the whole country. */
	region: string;
	validFrom: string;
	validTo: string | null;
	/** The law or letter that says so. */
	source: string;
	/** Why it holds from a day that had passed when it was proposed; null when it did not. */
	lateReason: string | null;
	/** The office whose two people decide; null for what the program brought along. */
	officeId: string | null;
	/** Null for what the program brought along. */
	proposedBy: string | null;
	proposedAt: string;
	confirmedBy: string | null;
	confirmedAt: string | null;
	refusedBy: string | null;
	/** Set when the second person refused it; then it never holds. */
	refusedAt: string | null;
	refusedWhy: string | null;
}

export interface AidRegimeTable extends Proposed {
	/** A word of `regimes`. */
	regime: string;
	programme: string;
}

export interface FoodListTable extends Proposed {
	/** JSON: food groups, each with whether only fresh food counts. */
	entries: string;
}

/** A bank's card machine of the group, so that bank and terminal are typed once and not with each sale. */
export interface CardTerminalTable {
	groupId: string;
	id: string;
	/** A word of `banks`. */
	bank: string;
	/** Merchant id as on the slip; empty where the slip shows none. */
	mid: string;
	/** Terminal id as on the slip. */
	tid: string;
	name: string;
	madeAt: string;
	madeBy: string | null;
	retiredAt: string | null;
}

/** A swipe that the till told of: the payment of a sale, a paper settled later, money given back, or a second swipe. */
export interface CardSlipTable {
	groupId: string;
	/** The event that told of it: a sale, or one that came later. */
	sourceId: string;
	/** The payment's place in it. */
	line: number;
	seq: number;
	/** Null for a second swipe, which pays nothing, and for a kasbon paid back. */
	saleId: string | null;
	/** `sale`, `late`, `credit` (a kasbon paid back), `refund` or `doubled`. */
	kind: string;
	/** `card`, `kks` or `coupon`. */
	tender: string;
	/** As the machine was when it happened; null where the till did not say which machine. */
	bank: string | null;
	tid: string | null;
	number: string;
	amount: number;
	day: string;
	happenedAt: string;
}

/** A picture of a sale's slip, kept as a paper of the group. */
export interface SlipPhotoTable {
	groupId: string;
	saleId: string;
	fileId: string;
	seq: number;
}

/** Goods handed over before the card was swiped: the number of the signed paper, and what became of it. */
export interface CardDeedTable {
	groupId: string;
	saleId: string;
	line: number;
	seq: number;
	number: string;
	tender: string;
	amount: number;
	day: string;
	dueDay: string;
	/** What of the amount is owed no more, because goods came back. */
	takenBack: number;
	/** The event by which the card was swiped after all. */
	settledBy: string | null;
	settledAt: string | null;
	writtenOffBy: string | null;
	writtenOffAt: string | null;
	writtenOffWhy: string | null;
}

/** What aid paid of a sale, and by which rules. */
export interface SaleAidTable {
	groupId: string;
	saleId: string;
	seq: number;
	regime: string;
	/** The list by which the till decided, or null when it held none. */
	listId: string | null;
	/** The list that held then, as the server knows. */
	rightListId: string | null;
	/** Rupiah that aid might have paid by the till's list. */
	eligible: number;
	paid: number;
	/** JSON: line by line why aid may not pay it by the till's list, null where it may. */
	answers: string;
}

/** A sale whose goods were to follow: when it was paid, and when the goods were there (R24). */
export interface SaleHandoverTable {
	groupId: string;
	saleId: string;
	seq: number;
	paidAt: string;
	handedAt: string | null;
}

/** A card that could not pay; whose it is, nobody writes down. */
export interface CardFailureTable extends ToldByTill {
	bank: string | null;
	why: string;
}

/** A sale paid by aid whose receipt could not be printed (R26). */
export interface ReceiptMissedTable extends ToldByTill {
	saleId: string;
	why: string;
}

/** How one bank's settlement file names its columns, as the group saved it. */
export interface SettlementMappingTable {
	groupId: string;
	bank: string;
	/** JSON of `settlement-mapping.ts`. */
	mapping: string;
	savedAt: string;
}

export interface SettlementFileTable {
	groupId: string;
	id: string;
	seq: number;
	bank: string;
	name: string;
	/** SHA-256 of the file, hexadecimal: the same file is taken once. */
	hash: string;
	/** How many swipes it brought. */
	lines: number;
	/** How many it told of that an earlier file had brought; they are not kept twice. */
	known: number;
	/** Of the swipes it brought. */
	total: number;
	firstDay: string;
	lastDay: string;
	importedBy: string | null;
	importedAt: string;
}

/** One swipe as the bank settled it. */
export interface SettlementLineTable {
	groupId: string;
	fileId: string;
	line: number;
	bank: string;
	tid: string;
	/** Six signs; at least one of the three numbers is there. */
	trace: string | null;
	/** Six signs. */
	approval: string | null;
	/** Twelve signs, whose last six are often the trace. */
	rrn: string | null;
	/** Below zero where the bank took a swipe back. */
	amount: number;
	/** What the bank keeps; below zero where it gives it back. */
	fee: number;
	day: string;
	/** `HH:MM` as the file says; null where it says none. */
	atTime: string | null;
}

/** A slip and a line of the bank that are the same swipe, or one of them put away with a reason. */
export interface SlipMatchTable {
	groupId: string;
	id: string;
	seq: number;
	fileId: string | null;
	fileLine: number | null;
	sourceId: string | null;
	slipLine: number | null;
	/** 1 where it settles not the slip but what should go back of it; null otherwise. */
	isBack: number | null;
	/** `same`, `amount-differs`, `no-sale`, `no-edc` or `no-reversal`. */
	kind: string;
	/** How a person decided, a word of `settlement-ways.ts`; null where both agree by themselves. */
	way: string | null;
	reason: string;
	personId: string | null;
	at: string;
	/** Set when the decision was taken back: then slip and line are open again. */
	undoneAt: string | null;
	undoneBy: string | null;
	undoneWhy: string | null;
}

export interface AidTables {
	aidRegime: AidRegimeTable;
	foodList: FoodListTable;
	cardTerminal: CardTerminalTable;
	slipPhoto: SlipPhotoTable;
	cardSlip: CardSlipTable;
	cardDeed: CardDeedTable;
	saleAid: SaleAidTable;
	saleHandover: SaleHandoverTable;
	cardFailure: CardFailureTable;
	receiptMissed: ReceiptMissedTable;
	settlementMapping: SettlementMappingTable;
	settlementFile: SettlementFileTable;
	settlementLine: SettlementLineTable;
	slipMatch: SlipMatchTable;
}
