/** Facts of the audit name nobody. */
import { describe, expect, test } from 'vitest';
import { checkFacts, sealedText } from '#lib/audit/entry.ts';

describe('facts that look like a number of a person are a bug', () => {
	test.each([
		['a NIK', '7271081505800001'],
		['a phone number', '+6281234567890'],
		['a phone number as people write it', 'HP 0812-3456-7890'],
		['a card number', '6013 0123 4567 8901'],
		['an account', '0123456789']
	])('%s', (_, value) => {
		expect(() => checkFacts({ note: value })).toThrow('note looks like');
	});
});

test.each([
	['an id', '01900000-0000-7000-8000-000000000001'],
	['a moment', '2026-11-21T01:10:00.000Z'],
	['a day', '2026-11-21'],
	['a region', '72.71.08.1005'],
	['words', 'Beras medium 5 kg']
])('%s may be a fact', (_, value) => {
	expect(() => checkFacts({ value })).not.toThrow();
});

test('amounts are numbers and may be large', () => {
	expect(() => checkFacts({ amount: 1_000_000_000_000 })).not.toThrow();
});

test('moving text from one field to the next changes what is sealed', () => {
	const entry = {
		tenantId: 't', number: 1, at: 'now', actorId: null, actorPart: 'setup', action: 'ab', subjectType: 'c', subjectId: 'd',
		facts: '{}'
	}; // prettier-ignore
	expect(sealedText('', { ...entry, action: 'a', subjectType: 'bc' })).not.toBe(sealedText('', entry));
});
