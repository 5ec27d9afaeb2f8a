/**
 * Nobody can add a list of recipients, a day fixed for them, a package for aid, or a field for PIN, card number or balance
 * unseen (R20, R21, R25, R73): all that can be told or kept is listed here, and such words are refused.
 */
import { describe, expect, test } from 'vitest';
import { columnsKept, endpoints, fieldsAsked } from '#tests/architecture/asked.ts';

/** Parts of a name, in English and Indonesian, that tell of what the program must never know. */
const refused = new Set([
	'pin', 'pan', 'cvv', 'balance', 'balances', 'saldo', 'kpm', 'kks', 'recipient', 'recipients', 'penerima',
	'beneficiary', 'beneficiaries', 'schedule', 'schedules', 'jadwal', 'dtks', 'dtsen', 'household', 'signature', 'ttd'
]); // prettier-ignore
/** The same, where only two words together tell it. */
const refusedTogether = [
	/card[-_ ]?(number|no|digits|holder)/,
	/(nomor|no)[-_ ]?kartu/,
	/(aid|bantuan)[-_ ]?(list|day|date|family|package|paket)s?$/,
	/(allotted|assigned|invited)[-_ ]?(shop|day|date)/
];

/** What carries such a word and tells another thing, each with its reason. */
const explained: Readonly<Record<string, string>> = {
	'pin-baru': 'the counter lets a cashier choose the PIN of the till: never a buyer’s of a card',
	signature: 'a till signs what it sends: a key’s signature, not a person’s'
};

const wordsOf = (name: string): string[] =>
	name
		.replaceAll(/([a-z])([A-Z])/g, '$1-$2')
		.toLowerCase()
		.split(/[^a-z]+/);

function toldOf(name: string): boolean {
	return (
		wordsOf(name).some((word) => refused.has(word)) || refusedTogether.some((words) => words.test(name.toLowerCase()))
	);
}

describe.each([
	['columns', columnsKept()],
	['fields', fieldsAsked()],
	['endpoints', endpoints()]
])('%s', (what, names) => {
	test('are those that were looked at', async () => {
		expect(names.length).toBeGreaterThan(40);
		await expect(`${names.join('\n')}\n`).toMatchFileSnapshot(`never-asked/${what}.txt`);
	});

	test('hold nothing of a recipient, a card or its owner', () => {
		expect(names.filter((name) => toldOf(name) && !(name in explained))).toEqual([]);
	});
});

test('whatever is explained is there', () => {
	const all = new Set([...columnsKept(), ...fieldsAsked(), ...endpoints()]);
	expect(Object.keys(explained).filter((name) => !all.has(name))).toEqual([]);
});

test('the words are found however they are written', () => {
	for (const name of [
		'member.card_number',
		'nomorKartu',
		'kpmId',
		'aid_list',
		'saldo',
		'payment.pin',
		'POST /kpm?/undang'
	])
		expect(toldOf(name), name).toBe(true);
	for (const name of ['payment.spin', 'panel', 'phone_number', 'company', 'food_list.entries'])
		expect(toldOf(name), name).toBe(false);
});
