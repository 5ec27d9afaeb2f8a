/** Each kind of fact is said in words, with its numbers, in both languages. */
import { expect, test } from 'vitest';
import { aidFactText } from '#lib/oversight/aid-fact-name.ts';
import { aidFactKinds } from '#lib/oversight/aid-facts.ts';
import { overwriteGetLocale } from '#texts/runtime.js';

const facts = {
	same: 8, of: 10, name: 'Telur', price: 3000, usual: 2500, cards: 9, minutes: 4, missed: 2, total: 12_000, reason: 'buyer-left',
	paid: 150_000, eligible: 120_000, isOpen: true
}; // prettier-ignore

test.each(aidFactKinds)('%s', (kind) => {
	for (const language of ['id', 'en'] as const) {
		overwriteGetLocale(() => language);
		const text = aidFactText({ kind, facts }, language);
		expect(text).toMatch(/\d/);
		expect(text).not.toMatch(/[{}]|undefined|NaN/);
	}
});
