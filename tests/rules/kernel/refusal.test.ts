/** Refusals say their facts, and nothing else; beliefs that fail are Bugs. */
import { expect, test } from 'vitest';
import { assert, Bug, present } from '#lib/kernel/assert.ts';
import { NotFound, Refusal } from '#lib/kernel/refusal.ts';

class StockShort extends Refusal {
	readonly code = 'inventory.stock-short';
	readonly product: string;
	readonly missing: number;

	constructor(product: string, missing: number) {
		super(`${product} is short by ${missing}.`);
		this.product = product;
		this.missing = missing;
	}
}

test('the facts of a refusal are its own fields: no code, message or stack', () => {
	expect(new StockShort('telur', 3).facts()).toEqual({ product: 'telur', missing: 3 });
	expect(new NotFound('product').facts()).toEqual({ what: 'product' });
});

test('a refusal is an error with a code that machines can read', () => {
	const refusal = new StockShort('telur', 3);
	expect(refusal).toBeInstanceOf(Error);
	expect(refusal.code).toBe('inventory.stock-short');
	expect(refusal.message).toBe('telur is short by 3.');
});

test('a belief that does not hold is a Bug, and what must be there is said by name', () => {
	expect(() => {
		assert(false, 'legs sum to zero');
	}).toThrow(new Bug('legs sum to zero'));
	expect(() => present(null, 'the head')).toThrow(new Bug('the head is missing'));
	expect(() => present(undefined, 'the head')).toThrow(Bug);
	expect(present(0, 'a number')).toBe(0);
	expect(present('', 'a text')).toBe('');
});
