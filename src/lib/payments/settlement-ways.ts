/** How a person settles what till and bank do not agree about, and what each way books. */
import { negated, type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import { account, type AccountCode } from '#lib/ledger/chart.ts';
import { type Leg, tidy } from '#lib/ledger/entry.ts';

/**
 * For money that the bank has and no sale tells of: owed to the card's owner, a sale that was written down as cash, or the
 * bank putting right what was still on its way.
 */
export const lineWays = ['give-back', 'sold-as-cash', 'correction'] as const;
export type LineWay = (typeof lineWays)[number];

/** For a sale that the bank does not tell of: the money came all the same, it was paid in cash, or it never comes. */
export const slipWays = ['arrived', 'paid-in-cash', 'lost'] as const;
export type SlipWay = (typeof slipWays)[number];

/** For a sale that was taken back after the bank had paid: the bank took it back, the drawer gave it back, or it is owed. */
export const backWays = ['taken', 'given-cash', 'owed'] as const;
export type BackWay = (typeof backWays)[number];

/** For one swipe with two amounts: the bank's is right, or the sale's is, and the bank still owes the rest. */
export const pairWays = ['bank-right', 'sale-right'] as const;
export type PairWay = (typeof pairWays)[number];

/** Somebody settled it before, or it never was there for this group. */
export class SwipeSettled extends Refusal {
	readonly code = 'payments.swipe-settled';

	constructor() {
		super('This swipe is settled already.');
	}
}

/** Somebody took the decision back before, it is no decision, or it never was there for this group. */
export class DecisionUndone extends Refusal {
	readonly code = 'payments.decision-undone';

	constructor() {
		super('This decision does not stand.');
	}
}

/** What was decided about the same swipe later has to be taken back first. */
export class DecidedLater extends Refusal {
	readonly code = 'payments.decided-later';

	constructor() {
		super('A later settlement of the same swipe rests on this decision.');
	}
}

/** A swipe that brought money and one that took it cannot be one. */
export class OtherDirection extends Refusal {
	readonly code = 'payments.other-direction';

	constructor() {
		super('One of the two brought money in, the other took it back.');
	}
}

interface BankMoney {
	readonly amount: Rupiah;
	readonly fee: Rupiah;
}

/** What the bank's `amount` books: into the account but for the fee, out of `from`. */
function arrived({ amount, fee }: BankMoney, from: AccountCode): Leg[] {
	return [
		{ account: account.bank, amount: rupiah(amount - fee) },
		{ account: account.paymentFee, amount: fee },
		{ account: from, amount: negated(amount) }
	];
}

/** Swipes about which both agree: on their way before, in the bank's account now. */
export function agreedLegs(lines: readonly BankMoney[]): Leg[] {
	return tidy(lines.flatMap((line) => arrived(line, account.cardInTransit)));
}

const lineFrom: Readonly<Record<LineWay, AccountCode>> = {
	'give-back': account.customerDeposits,
	/** The drawer was counted short by as much. */
	'sold-as-cash': account.drawerDifference,
	correction: account.cardInTransit
};

export function lineLegs(line: BankMoney, way: LineWay): Leg[] {
	return tidy(arrived(line, lineFrom[way]));
}

const slipInto: Readonly<Record<SlipWay, AccountCode>> = {
	arrived: account.bank,
	/** The drawer was counted over by as much. */
	'paid-in-cash': account.drawerDifference,
	lost: account.otherCost
};

const backFrom: Readonly<Record<BackWay, AccountCode>> = {
	taken: account.bank,
	/** The drawer was counted short by as much. */
	'given-cash': account.drawerDifference,
	owed: account.customerDeposits
};

export function slipLegs(amount: Rupiah, way: SlipWay): Leg[] {
	return outOfTransit(amount, slipInto[way]);
}

/** `amount` is below zero: what should go back. */
export function backLegs(amount: Rupiah, way: BackWay): Leg[] {
	return outOfTransit(amount, backFrom[way]);
}

function outOfTransit(amount: Rupiah, into: AccountCode): Leg[] {
	return tidy([
		{ account: into, amount },
		{ account: account.cardInTransit, amount: negated(amount) }
	]);
}

/**
 * Where the bank is right, what it has too much is owed to the card's owner, and what it has too little is lost. Where the
 * sale is right, the difference stays on its way until the bank puts it right.
 */
export function pairLegs(line: BankMoney, slipAmount: Rupiah, way: PairWay): Leg[] {
	const booked = arrived(line, account.cardInTransit);
	if (way === 'sale-right') return tidy(booked);
	const missing = rupiah(slipAmount - line.amount);
	const into = missing > 0 ? account.otherCost : account.customerDeposits;
	return tidy([...booked, { account: into, amount: missing }, { account: account.cardInTransit, amount: negated(missing) }]); // prettier-ignore
}
