/** Quantities as people ask for them at a counter: a quarter, a half, one, two; and what plus and minus lead to. */
import { unitOf, type UnitKey } from '#lib/catalog/units.ts';
import { oneUnit, type Quantity, quantity, quantityMax } from '#lib/kernel/quantity.ts';

/** From each quantity on, in thousandths, plus and minus move by `step`. */
interface Stretch {
	readonly from: number;
	readonly step: number;
}

interface Ladder {
	readonly stretches: readonly Stretch[];
	/** Offered as buttons. */
	readonly usual: readonly number[];
}

const weighed: Ladder = {
	stretches: [
		{ from: 0, step: 250 },
		{ from: 1000, step: 500 },
		{ from: 5000, step: 1000 }
	],
	usual: [250, 500, 1000, 2000, 5000]
};
const small: Ladder = {
	stretches: [
		{ from: 0, step: 50_000 },
		{ from: 500_000, step: 100_000 }
	],
	usual: [100_000, 250_000, 500_000, 750_000]
};
const divisible: Ladder = {
	stretches: [
		{ from: 0, step: 500 },
		{ from: 1000, step: 1000 }
	],
	usual: [500, 1000, 2000, 3000]
};
const timed: Ladder = { stretches: [{ from: 0, step: 500 }], usual: [500, 1000, 2000, 3000] };
const counted: Ladder = { stretches: [{ from: 0, step: 1000 }], usual: [1000, 2000, 3000, 5000, 10_000] };
const eggs: Ladder = { stretches: counted.stretches, usual: [5000, 10_000, 15_000, 20_000] };

const own: Partial<Record<UnitKey, Ladder>> = {
	kg: weighed, liter: weighed, meter: weighed, gram: small, ml: small, jam: timed, ons: counted, butir: eggs
}; // prettier-ignore

function ladderOf(unit: UnitKey): Ladder {
	const ladder = own[unit];
	if (ladder !== undefined) return ladder;
	return (unitOf(unit)?.step ?? oneUnit) < oneUnit ? divisible : counted;
}

/** Quantities of `unit` that are worth a button. */
export function usualQuantities(unit: UnitKey): readonly Quantity[] {
	return ladderOf(unit).usual.map(quantity);
}

/** What one tap on the goods puts into the basket: one, or the smallest usual quantity where one is next to nothing. */
export function firstQuantity(unit: UnitKey): Quantity {
	return quantity(unit === 'gram' || unit === 'ml' ? 100_000 : oneUnit);
}

/** The next quantity that people would say above `amount`. */
export function more(unit: UnitKey, amount: Quantity): Quantity {
	const step = stepAt(unit, (from) => from <= amount);
	return quantity(Math.min(quantityMax, (Math.floor(amount / step) + 1) * step));
}

/** The next quantity that people would say below `amount`; zero means none at all. */
export function less(unit: UnitKey, amount: Quantity): Quantity {
	const step = stepAt(unit, (from) => from < amount);
	return quantity(Math.max(0, (Math.ceil(amount / step) - 1) * step));
}

function stepAt(unit: UnitKey, reached: (from: number) => boolean): number {
	return ladderOf(unit).stretches.findLast(({ from }) => reached(from))?.step ?? oneUnit;
}
