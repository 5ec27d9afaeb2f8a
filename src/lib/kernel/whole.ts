/** Exact arithmetic on whole numbers: money and quantities never become fractions on the way. */
import { assert } from './assert.ts';

/** `a × b ÷ c`, rounded half up (away from zero for negative results), exact whatever the size of `a × b`. */
export function mulDiv(a: number, b: number, c: number): number {
	assert(Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(c), 'mulDiv takes whole numbers');
	assert(c > 0, 'mulDiv divides by a positive number');
	const product = a * b;
	if (Number.isSafeInteger(product) && Number.isSafeInteger(2 * product)) return halfUp(product, c);
	return Number(halfUpBig(BigInt(a) * BigInt(b), BigInt(c)));
}

function halfUp(product: number, c: number): number {
	const size = Math.abs(product);
	const whole = Math.floor(size / c);
	const rounded = (size - whole * c) * 2 >= c ? whole + 1 : whole;
	return product < 0 && rounded !== 0 ? -rounded : rounded;
}

function halfUpBig(product: bigint, c: bigint): bigint {
	const size = product < 0n ? -product : product;
	const rounded = (size * 2n + c) / (2n * c);
	assert(rounded <= BigInt(Number.MAX_SAFE_INTEGER), 'a product passed 2^53');
	return product < 0n ? -rounded : rounded;
}

/**
 * Shares `whole` over `weights` so that the parts are whole and sum to it: the remainder goes to the largest fractions,
 * ties to the earlier part (largest remainder, Hamilton). Parts come in the order of the weights.
 */
export function share(whole: number, weights: readonly number[]): number[] {
	const sum = weights.reduce((a, b) => a + b, 0);
	if (sum === 0) return weights.map(() => 0);
	const exact = weights.map((weight) => BigInt(whole) * BigInt(weight));
	const parts = exact.map((part) => Number(part / BigInt(sum)));
	let left = whole - parts.reduce((a, b) => a + b, 0);
	const byRemainder = exact
		.map((part, index) => ({ index, remainder: part % BigInt(sum) }))
		.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
	for (const { index } of byRemainder) {
		if (left <= 0) break;
		parts[index] = (parts[index] ?? 0) + 1;
		left -= 1;
	}
	return parts;
}
