/** The arithmetic of a basket: the same on the till and on the server, to the rupiah. */
import { lineAmount, type Quantity } from '#lib/kernel/quantity.ts';
import { amountMax, type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { share } from '#lib/kernel/whole.ts';

/** What of a line decides its amount. */
export interface PricedLine {
	readonly price: Rupiah;
	readonly quantity: Quantity;
	/** Off this line alone. */
	readonly discount: Rupiah;
}

export interface LineTotal {
	/** Price × thousandths ÷ 1000, half up, once. */
	readonly amount: Rupiah;
	/** The line's own discount and its part of the basket's. */
	readonly discount: Rupiah;
}

export interface Basket {
	readonly lines: readonly LineTotal[];
	/** Sum of the amounts. */
	readonly subtotal: Rupiah;
	/** Sum of all discounts. */
	readonly discount: Rupiah;
	/** What is to be paid before cash is rounded. */
	readonly due: Rupiah;
}

/**
 * The basket's sums. Its discount goes to the lines by largest remainder, weighed by what each costs after its own discount.
 * Discounts must not exceed what they are taken from (`discountFits`).
 */
export function basketOf(lines: readonly PricedLine[], basketDiscount: Rupiah): Basket {
	const amounts = lines.map((line) => lineAmount(line.price, line.quantity));
	const parts = partsOf(basketDiscount, lines, amounts);
	const totals = lines.map((line, index) => ({
		amount: amounts[index] ?? rupiah(0),
		discount: rupiah(line.discount + (parts[index] ?? 0))
	}));
	const subtotal = total(amounts);
	const discount = total(totals.map((line) => line.discount));
	return { lines: totals, subtotal, discount, due: rupiah(subtotal - discount) };
}

function partsOf(discount: Rupiah, lines: readonly PricedLine[], amounts: readonly Rupiah[]): readonly number[] {
	if (discount === 0) return [];
	return share(discount, lines.map((line, index) => (amounts[index] ?? 0) - line.discount)); // prettier-ignore
}

/** Whether a line costs no more than any line may; a basket of such lines can be summed exactly. */
export function lineFits(line: PricedLine): boolean {
	return lineAmount(line.price, line.quantity) <= amountMax;
}

/** Whether every discount is at most what it is taken from. */
export function discountFits(lines: readonly PricedLine[], basketDiscount: Rupiah): boolean {
	const left = lines.map((line) => lineAmount(line.price, line.quantity) - line.discount);
	return left.every((amount) => amount >= 0) && basketDiscount <= left.reduce((sum, amount) => sum + amount, 0);
}

const cashStep = 100;

/** What rounding takes off a part paid in cash: down to whole Rp100, in the buyer's favour; zero or negative. */
export function cashRounding(cashPart: Rupiah): Rupiah {
	return rupiah(0 - (cashPart % cashStep));
}

export interface CashPart {
	/** What is to be handed over. */
	readonly amount: Rupiah;
	readonly rounding: Rupiah;
}

/** What is left to pay in cash when `elsewhere` of `due` is paid by other tenders. */
export function cashPart(due: Rupiah, elsewhere: Rupiah): CashPart {
	const left = rupiah(Math.max(due - elsewhere, 0));
	const rounding = cashRounding(left);
	return { amount: rupiah(left + rounding), rounding };
}

/** *Kembalian*: what goes back of the cash handed over; never negative. */
export function changeOf(received: Rupiah, amount: Rupiah): Rupiah {
	return rupiah(Math.max(received - amount, 0));
}

const notes = [1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];
const quickMax = 4;

/** Amounts that a buyer may well hand over for `amount`: the exact one first, then the next ones that notes can make. */
export function quickAmounts(amount: Rupiah): Rupiah[] {
	const reached = notes.map((note) => Math.ceil(amount / note) * note).filter((sum) => sum > amount);
	const larger = [...new Set(reached)].sort((one, other) => one - other);
	return [amount, ...larger.map(rupiah)].slice(0, quickMax);
}
