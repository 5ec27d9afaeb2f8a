/** What arrives twice is applied once, and gets the first answer. */
import { describe, expect, test } from 'vitest';
import { type Message, OtherContent, receiveOnce } from '#lib/db/receive.server.ts';
import type { Tenant } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { id } from '#lib/kernel/id.ts';
import { bareGroup, tester } from '#tests/support/bare-group.ts';
import { freshDatabase, openTest } from '#tests/support/engines.ts';
import { addParty, partyNames } from '#tests/support/parties.ts';

const db = await freshDatabase();

let groups = 0;
const newGroup = () => bareGroup(db, ++groups);

const message: Message = {
	id: id('01999999-0000-7000-8000-000000000001'),
	kind: 'greeting',
	body: '{"name":"Bu Ida"}'
};

/** Receives `what`; applying it writes a party and answers with its name. */
function receive(tenant: Tenant, what: Message = message, on = db) {
	return inWork(on, tester, tenant, (work) =>
		receiveOnce(work, what, async () => {
			await addParty(work, what.body);
			return `hello ${what.body}`;
		})
	);
}

test('the first time it is applied and answered', async () => {
	const group = await newGroup();
	expect(await receive(group)).toEqual({ fresh: true, seq: 2, answer: `hello ${message.body}` });
	expect(await partyNames(db, group)).toEqual([message.body]);
});

test('the second time it is not applied, and gets the first answer with the number of the first work', async () => {
	const group = await newGroup();
	await receive(group);
	await inWork(db, tester, group, () => Promise.resolve());
	expect(await receive(group)).toEqual({ fresh: false, seq: 2, answer: `hello ${message.body}` });
	expect(await partyNames(db, group)).toEqual([message.body]);
});

test('twenty times at the same moment it is applied once, and all get the same answer', async () => {
	const group = await newGroup();
	const receipts = await Promise.all(Array.from({ length: 20 }, () => receive(group)));
	expect(receipts.filter((receipt) => receipt.fresh)).toHaveLength(1);
	expect(new Set(receipts.map((receipt) => `${receipt.seq} ${receipt.answer ?? ''}`)).size).toBe(1);
	expect(await partyNames(db, group)).toEqual([message.body]);
});

test('two servers that receive it at the same moment apply it once', async () => {
	const group = await newGroup();
	const other = openTest(db.source);
	const receipts = await Promise.all([db, other, db, other].map((on) => receive(group, message, on)));
	expect(receipts.filter((receipt) => receipt.fresh)).toHaveLength(1);
	expect(await partyNames(db, group)).toEqual([message.body]);
});

test('what is not answered needs no answer the second time', async () => {
	const group = await newGroup();
	const silent = () => inWork(db, tester, group, (work) => receiveOnce(work, message, () => Promise.resolve(null)));
	expect(await silent()).toMatchObject({ fresh: true, answer: null });
	expect(await silent()).toMatchObject({ fresh: false, answer: null });
});

test('another group may use the same id: ids are of their senders', async () => {
	const [one, other] = [await newGroup(), await newGroup()];
	expect(await receive(one)).toMatchObject({ fresh: true });
	expect(await receive(other, { ...message, body: 'something else' })).toMatchObject({ fresh: true });
});

describe('the same id with other content', () => {
	test.each([
		['another body', { ...message, body: `${message.body} ` }],
		['another kind', { ...message, kind: 'farewell' }]
	])('%s is refused, and nothing of it is applied', async (_, other) => {
		const group = await newGroup();
		await receive(group);
		await expect(receive(group, other)).rejects.toEqual(new OtherContent(message.id));
		expect(await partyNames(db, group)).toEqual([message.body]);
		expect(await receive(group)).toMatchObject({ fresh: false, seq: 2 });
	});

	test('at the same moment: one is applied, the other refused', async () => {
		const group = await newGroup();
		const outcomes = await Promise.allSettled([receive(group), receive(group, { ...message, body: 'other' })]);
		expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
	});
});

describe('when applying fails', () => {
	const failing = (tenant: Tenant) =>
		inWork(db, tester, tenant, (work) => receiveOnce(work, message, () => Promise.reject(new Error('no stock'))));

	test('it counts as never received, and may come again', async () => {
		const group = await newGroup();
		await expect(failing(group)).rejects.toThrow('no stock');
		expect(await receive(group)).toMatchObject({ fresh: true });
	});
});
