/** Nothing that someone typed becomes part of an event when it holds a card number. */
import { expect, test } from 'vitest';
import { CardNumberTyped, checkTyped } from '#lib/counter/typed.ts';

const card = '4111 1111 1111 1111';

test.each([
	[{ note: card }],
	[{ reference: card }],
	[{ lines: [{ reason: '', note: '' }, { reason: card }] }],
	[{ payments: [{ reference: card }] }],
	[{ supplier: `Toko ${card}` }]
])('%o is refused', (body) => {
	expect(() => checkTyped(body)).toThrow(CardNumberTyped);
});

test('ids and names of goods are not typed here', () => {
	expect(() => checkTyped({ id: card, note: 'tanpa plastik', lines: [{ name: card }], reference: null })).not.toThrow();
});
