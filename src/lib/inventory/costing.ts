/**
 * Moving value: stock keeps quantity and value, and what goes out takes its part of the value with it. Events are costed
 * in the order applied and never again (`house.md` §4; SAK EMKM allows the average).
 */
import { assert } from '#lib/kernel/assert.ts';
import { oneUnit, type Quantity, quantity } from '#lib/kernel/quantity.ts';
import { priceMax, type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { mulDiv } from '#lib/kernel/whole.ts';

/** The stock of one product. Quantity and value are negative after selling what was not there. */
export interface Level {
	readonly quantity: Quantity;
	readonly value: Rupiah;
	/** Rupiah for one normal unit, as last known; used at or below zero. */
	readonly lastCost: Rupiah;
}

export const emptyLevel: Level = { quantity: quantity(0), value: rupiah(0), lastCost: rupiah(0) };

/** What a movement does: to the level, to the inventory account, and to *Selisih HPP*. */
export interface Movement {
	readonly level: Level;
	/** Change of the level's value: positive when goods come in. */
	readonly value: Rupiah;
	/** How much dearer than guessed goods were that had been sold before they came; negative when cheaper. */
	readonly difference: Rupiah;
}

/**
 * Takes `amount` out. Down to zero the goods take their part of the value, half up, and the last of them all that is left;
 * what goes below zero is guessed at the last known cost.
 */
export function takeOut(level: Level, amount: Quantity): Movement {
	assert(amount > 0, 'what goes out is more than nothing');
	const there = Math.max(level.quantity, 0);
	const known = Math.min(there, amount);
	const cost = partOf(level.value, known, there) + guessed(level, amount - known);
	return moved(level, 0 - amount, 0 - cost, 0);
}

/**
 * Puts `amount` in that cost `cost`. What had been sold before it came is settled first: it leaves at its real cost, and
 * by how much the guess was off is the difference.
 */
export function putIn(level: Level, amount: Quantity, cost: Rupiah): Movement {
	assert(amount > 0 && cost >= 0, 'what comes in is more than nothing, and costs nothing or more');
	const missing = Math.max(0 - level.quantity, 0);
	const settled = Math.min(missing, amount);
	const real = partOf(cost, settled, amount);
	const guess = partOf(0 - level.value, settled, missing);
	return moved(level, amount, cost - real + guess, real - guess);
}

/** What `amount` of goods are worth at the last known cost. */
export function guessed(level: Level, amount: number): Rupiah {
	return rupiah(mulDiv(level.lastCost, amount, oneUnit));
}

function partOf(value: number, part: number, whole: number): number {
	return part === 0 ? 0 : part === whole ? value : mulDiv(value, part, whole);
}

function moved(level: Level, amount: number, value: number, difference: number): Movement {
	const after = { quantity: quantity(level.quantity + amount), value: rupiah(level.value + value) };
	assert(after.quantity !== 0 || after.value === 0, 'nothing is worth nothing');
	const lastCost = amount > 0 && after.quantity > 0 ? unitCost(after.value, after.quantity) : level.lastCost;
	return { level: { ...after, lastCost }, value: rupiah(value), difference: rupiah(difference) };
}

function unitCost(value: Rupiah, amount: Quantity): Rupiah {
	return rupiah(Math.min(mulDiv(value, oneUnit, amount), priceMax));
}
