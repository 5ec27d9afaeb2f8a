/** The accounts of a group's books: every group has the same ones, so that figures of many groups can be added. */
import { assert } from '#lib/kernel/assert.ts';

/** Accounts by what they are for; the numbers are those of the domain brief, section C3. */
export const account = {
	cashDrawer: '1-1100',
	cashOnHand: '1-1110',
	bank: '1-1200',
	cardInTransit: '1-1210',
	qrisInTransit: '1-1220',
	couponsInTransit: '1-1230',
	owedByAgencies: '1-1300',
	owedByLateCards: '1-1310',
	owedByMembers: '1-1320',
	/** Kasbon: what customers may pay later. */
	owedByCustomers: '1-1330',
	goods: '1-1400',
	materials: '1-1410',
	withheldTax: '1-1500',
	equipment: '1-2100',
	equipmentWorn: '1-2190',
	owedToSuppliers: '2-1100',
	/** What members are owed for goods they left to be sold. */
	owedToMembers: '2-1110',
	customerDeposits: '2-1200',
	taxToPay: '2-1300',
	solidarityFund: '2-1400',
	memberSavings: '2-1500',
	sharesToPay: '2-1600',
	aidCapital: '3-1100',
	memberCapital: '3-1200',
	surplusKept: '3-1300',
	/** What was there before the books began. */
	openingEquity: '3-1900',
	salesCounter: '4-1100',
	salesShop: '4-1300',
	salesAgency: '4-1400',
	agentFee: '4-1500',
	returnsCounter: '4-1910',
	returnsShop: '4-1930',
	returnsAgency: '4-1940',
	costOfGoods: '5-1100',
	shrinkage: '5-1200',
	/** Goods sold before their purchase was known were costed by guess; this is by how much the guess was off. */
	costDifference: '5-1300',
	wages: '6-1100',
	transport: '6-1200',
	packaging: '6-1300',
	electricity: '6-1400',
	paymentFee: '6-1500',
	rent: '6-1600',
	scaleCheck: '6-1700',
	wear: '6-1800',
	otherCost: '6-1900',
	cashRounding: '6-2100',
	drawerDifference: '6-2200',
	ownUse: '6-2300',
	incomeTax: '8-1100'
} as const;

export type AccountCode = (typeof account)[keyof typeof account];

export type AccountKind = 'asset' | 'liability' | 'equity' | 'income' | 'expense';

/** The side on which an account usually stands. */
export type Side = 'debit' | 'credit';

/** All accounts, in the order of their numbers. */
export const chart: readonly AccountCode[] = Object.values(account).sort();

const codes: ReadonlySet<string> = new Set(chart);

/** Accounts that take away from others of their kind, and so stand on the other side. */
const contra: ReadonlySet<AccountCode> = new Set([
	account.equipmentWorn,
	account.returnsCounter,
	account.returnsShop,
	account.returnsAgency
]);

/** An account from text that our own database wrote; other text is a Bug. */
export function accountOf(code: string): AccountCode {
	assert(isAccount(code), `${code} is not an account`);
	return code;
}

export function isAccount(code: string): code is AccountCode {
	return codes.has(code);
}

const kinds: Readonly<Record<string, AccountKind>> = {
	'1': 'asset',
	'2': 'liability',
	'3': 'equity',
	'4': 'income'
};

/** The first digit tells; what begins with 5, 6 or 8 is a cost. */
export function kindOf(code: AccountCode): AccountKind {
	return kinds[code.charAt(0)] ?? 'expense';
}

export function normalSide(code: AccountCode): Side {
	const kind = kindOf(code);
	const plain = kind === 'asset' || kind === 'expense' ? 'debit' : 'credit';
	if (!contra.has(code)) return plain;
	return plain === 'debit' ? 'credit' : 'debit';
}
