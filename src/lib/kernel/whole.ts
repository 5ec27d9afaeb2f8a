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
 * ties to the earlier part (largest remainder, Hamilton). Parts come in the order of the weights; a negative whole is
 * shared as its positive twin. Weights are whole and not negative; something to share over nothing is a Bug.
 */
export function share(whole: number, weights: readonly number[]): number[] {
	assert(Number.isSafeInteger(whole), `${whole} is not whole`);
	assert(
		weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0),
		'weights are whole and not negative'
	);
	const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
	if (sum === 0n) {
		assert(whole === 0, `${whole} cannot be shared over nothing`);
		return weights.map(() => 0);
	}
	const parts = shareSize(BigInt(Math.abs(whole)), weights, sum);
	return whole < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts;
}

function shareSize(size: bigint, weights: readonly number[], sum: bigint): number[] {
	const exact = weights.map((weight) => size * BigInt(weight));
	const parts = exact.map((part) => part / sum);
	const left = Number(parts.reduce((rest, part) => rest - part, size));
	const luckiest = exact
		.map((part, index) => ({ index, remainder: part % sum }))
		.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
		.slice(0, left);
	const lucky = new Set(luckiest.map(({ index }) => index));
	return parts.map((part, index) => Number(part) + (lucky.has(index) ? 1 : 0));
}
