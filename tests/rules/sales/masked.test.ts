/** What may be a card number is taken out of what cannot be applied, and out of names; all else stays as it came. */
import { expect, test } from 'vitest';
import { readEnvelope } from '#lib/sales/envelope.ts';
import { masked } from '#lib/sales/masked.ts';

const id = '01900000-0000-7000-8000-000000000001';

test('an event without card numbers stays to the byte', () => {
	const text = `{ "id": "${id}", "deviceAt": "2026-11-22T03:29:01.000Z", "body": { "note": "dua  spasi" } }`;
	expect(masked(text)).toBe(text);
});

test('only words are changed: ids, moments and hashes are figures too', () => {
	const event = { id, previous: '5'.repeat(43), body: { note: '5221842100000006', lines: [{ note: 'a 5221 8421 0000 0006' }] } }; // prettier-ignore
	const note = '•'.repeat(16);
	expect(JSON.parse(masked(JSON.stringify(event)))).toEqual({ ...event, body: { note, lines: [{ note: 'a •••• •••• •••• ••••' }] } }); // prettier-ignore
});

test('a buyer is not called by a card number', () => {
	const buyers = [{ id, name: 'Bu Ida 5221842100000006', phone: '0812 3456 7890' }];
	expect(readEnvelope(JSON.stringify({ events: [], buyers }))).toEqual({
		events: [],
		buyers: [{ id, name: `Bu Ida ${'•'.repeat(16)}`, phone: '0812 3456 7890' }]
	});
});
