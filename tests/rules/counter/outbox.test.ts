/** What the browser keeps for its tills. */
import { afterEach, expect, test } from 'vitest';
import { add, emptyBasket } from '#lib/counter/basket.ts';
import { type Enrolment, TillClosed } from '#lib/counter/kept.ts';
import { marksOf, salesOf, takings, unsentGoods } from '#lib/counter/sold.ts';
import { makeTillKeys } from '#lib/counter/till-keys.ts';
import { day } from '#lib/kernel/day.ts';
import { instant } from '#lib/kernel/instant.ts';
import { chainHash, firstPrevious } from '#lib/sales/chain.ts';
import { readEvent, readHead } from '#lib/sales/wire.ts';
import { anId, beras, telur, unitAt } from './goods-for-tests.ts';
import { aBasket, aTill, cash, deviceAt, groupId } from './till-for-tests.ts';

const today = day('2026-11-21');
const opened: { close(): void }[] = [];
afterEach(() => opened.splice(0).forEach((outbox) => outbox.close()));

async function till(change: Partial<Enrolment> = {}) {
	const made = await aTill(change);
	opened.push(made.outbox);
	const undo = (saleId: Enrolment['id'], id = anId()) =>
		made.record.takeBack({ id, saleId, reason: 'wrong-goods', note: '' });
	return { ...made, undo };
}

test('sales are numbered without a gap, receipts apart from events', async () => {
	const { outbox, enrolmentId, sell, undo } = await till();
	const first = await sell();
	await undo(first.id);
	await sell();
	const events = await outbox.unsent(enrolmentId, 10);
	expect(events.map(({ sequence, kind }) => [sequence, kind])).toEqual([[1, 'sale'], [2, 'void'], [3, 'sale']]); // prettier-ignore
	expect(salesOf(events).map(({ body }) => body.receiptNumber)).toEqual(['B-000001', 'B-000002']);
});

test('each event names the hash of the one before, the first that of the enrolment', async () => {
	const { outbox, enrolmentId, sell } = await till();
	for (let made = 0; made < 3; made += 1) await sell();
	const events = await outbox.unsent(enrolmentId, 10);
	const expected = [firstPrevious(enrolmentId), ...events.map(({ text }) => chainHash(text))];
	expect(events.map(({ text }) => readHead(text)?.previous)).toEqual(expected.slice(0, 3));
	expect((await outbox.enrolmentOf(enrolmentId)).lastHash).toBe(expected[3]);
});

test('what is kept is an event that the server reads', async () => {
	const { sell } = await till();
	const { text, sequence, id } = await sell();
	const head = readHead(text);
	expect(head).toMatchObject({ id, sequence, deviceAt, offsetMs: 1200 });
	expect(head && readEvent(head)).toMatchObject({
		event: { body: { total: 13_500, payments: [{ amount: 13_500, received: 20_000 }] } }
	});
});

test('one basket is sold once, however often someone taps', async () => {
	const { outbox, enrolmentId, sell } = await till();
	const basket = aBasket();
	const both = await Promise.all([sell(basket), sell(basket)]);
	expect(both[0]).toEqual(both[1]);
	expect(await outbox.countUnsent(enrolmentId)).toBe(1);
});

test('two tabs that write at once get different numbers', async () => {
	const { outbox, enrolmentId, sell } = await till();
	await Promise.all(Array.from({ length: 20 }, () => sell()));
	const numbers = (await outbox.unsent(enrolmentId, 50)).map(({ sequence }) => sequence);
	expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test('open and parked baskets are there again after the page was closed, until they are sold', async () => {
	const { outbox, sell } = await till();
	const [open, set] = [aBasket(), aBasket()];
	await outbox.keepBasket(groupId, open);
	await outbox.keepBasket(groupId, set, { at: deviceAt, label: 'Bu Ida' });
	expect(await outbox.baskets(groupId)).toEqual([
		{ basket: open, parkedAt: null, label: '' },
		{ basket: set, parkedAt: deviceAt, label: 'Bu Ida' }
	]);
	await sell(open);
	expect((await outbox.baskets(groupId)).map(({ basket }) => basket.id)).toEqual([set.id]);
	await outbox.dropBasket(set.id);
	expect(await outbox.baskets(groupId)).toEqual([]);
});

test('when writing fails nothing is kept: no number is lost, and the basket stays', async () => {
	const { outbox, enrolmentId, sell } = await till();
	const basket = aBasket();
	await outbox.keepBasket(groupId, basket);
	const broken = outbox.keep(enrolmentId, basket.id, () => {
		throw new Error('no room');
	});
	await expect(broken).rejects.toThrow('no room');
	expect(await outbox.baskets(groupId)).toHaveLength(1);
	expect((await sell(basket)).sequence).toBe(1);
});

test('what the server has acknowledged is not sent again, and keeps its state', async () => {
	const { outbox, enrolmentId, sell, took } = await till();
	const [first, second] = [await sell(), await sell()];
	await took(1, { events: [{ id: first.id, state: 'held' }] });
	expect((await outbox.unsent(enrolmentId, 10)).map(({ id }) => id)).toEqual([second.id]);
	expect(salesOf(await outbox.eventsOn(enrolmentId, today)).map(marksOf)).toEqual([['unsent'], ['held']]);
});

test('a server that was restored from an older copy gets the rest again, and the names with it', async () => {
	const { outbox, enrolmentId, record, sell, took } = await till();
	const buyer = { id: anId(), name: 'Bu Ida', phone: '0811' };
	const owing = { ...aBasket(), buyer };
	const sold = [await sell(), await record.sell(owing, [{ ...cash(owing), tender: 'kasbon' }]), await sell()];
	expect(sold[1]?.text).not.toContain('Ida');
	await took(3, { events: sold.map(({ id }) => ({ id, state: 'applied' })) });
	expect(await outbox.countUnsent(enrolmentId)).toBe(0);
	await took(1);
	expect((await outbox.unsent(enrolmentId, 10)).map(({ sequence }) => sequence)).toEqual([2, 3]);
	expect(await outbox.buyersOf(enrolmentId, 2, 3)).toEqual([buyer]);
	expect(salesOf(await outbox.eventsOn(enrolmentId, today)).map(marksOf)).toEqual([['unsent'], ['unsent'], []]);
});

test('a store that is older than what the server has may not write any more', async () => {
	const { outbox, sell, took, enrolmentId } = await till();
	await sell();
	expect((await took(7)).closed).toBe('old-copy');
	await expect(sell()).rejects.toThrow(TillClosed);
	expect(await outbox.countUnsent(enrolmentId)).toBe(0);
	expect((await took(7, { standing: 'open' })).closed).toBe('old-copy');
});

test.each(['frozen', 'revoked'] as const)('a till that is %s writes no more, and goes on when the server says so', async (standing) => {
	const { outbox, enrolmentId, sell, took } = await till();
	await sell();
	await took(0, { standing });
	await expect(sell()).rejects.toThrow(TillClosed);
	expect(await outbox.countUnsent(enrolmentId)).toBe(1);
	await took(1, { standing: 'open' });
	expect((await sell()).sequence).toBe(2);
}); // prettier-ignore

test('keys are kept and can sign, and nobody can read them out', async () => {
	const { outbox, enrolmentId } = await till();
	const keys = await makeTillKeys();
	await outbox.keepEnrolment(await outbox.enrolmentOf(enrolmentId), keys);
	const kept = await outbox.keysOf(enrolmentId);
	expect(kept.signing.extractable || kept.pin.extractable).toBe(false);
	await expect(crypto.subtle.exportKey('jwk', kept.signing)).rejects.toThrow();
	expect(kept.publicKey).toEqual(keys.publicKey);
});

test('a sale that was taken back stands no more, and says so', async () => {
	const { outbox, enrolmentId, sell, undo } = await till();
	const sold = await sell();
	await sell();
	await undo(sold.id);
	const sales = salesOf(await outbox.eventsOn(enrolmentId, today));
	expect(takings(sales)).toEqual({ count: 1, total: 13_500 });
	expect(sales.map(marksOf)).toEqual([['unsent'], ['voided', 'unsent']]);
	expect(await unsentGoods(outbox, enrolmentId)).toEqual(new Map([[beras.id, 1000]]));
});

test('a receipt is found by its number, with all that happened to its sale', async () => {
	const { outbox, sell, undo } = await till();
	const sold = await sell();
	await sell();
	await undo(sold.id);
	expect((await outbox.eventOfReceipt('B-000001'))?.id).toBe(sold.id);
	expect((await outbox.eventsOfSale(sold.id)).map(({ kind }) => kind)).toEqual(['sale', 'void']);
});

test('prints are counted, and from the second on told', async () => {
	const { outbox, enrolmentId, record, sell } = await till();
	const { id } = await sell();
	expect([await record.print(id), await record.print(id)]).toEqual([0, 1]);
	expect((await outbox.unsent(enrolmentId, 9)).map(({ kind }) => kind)).toEqual(['sale', 'receipt-printed-again']);
});

test('old events go once the server has held them for 35 days, and never before', async () => {
	const { outbox, enrolmentId, sell, took } = await till();
	await sell(add(emptyBasket(anId()), telur, unitAt(telur)));
	await sell();
	await took(1);
	await outbox.forgetOld(enrolmentId, instant('2026-12-25T00:00:00.000Z'));
	expect(await outbox.eventsOn(enrolmentId, today)).toHaveLength(2);
	await outbox.forgetOld(enrolmentId, instant('2027-01-01T00:00:00.000Z'));
	expect((await outbox.eventsOn(enrolmentId, today)).map(({ sequence }) => sequence)).toEqual([2]);
});
