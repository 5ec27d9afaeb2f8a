/** What the browser keeps for its tills. */
import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { emptyBasket, add } from '#lib/counter/basket.ts';
import type { Enrolment, Written } from '#lib/counter/outbox.ts';
import { Outbox, TillClosed } from '#lib/counter/outbox.ts';
import { marksOf, salesOf, takings, unsentGoods } from '#lib/counter/sold.ts';
import { type Act, writeReprint, writeSale, writeVoid } from '#lib/counter/write.ts';
import { day } from '#lib/kernel/day.ts';
import { instant } from '#lib/kernel/instant.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { readEvent, readHead } from '#lib/sales/wire.ts';
import { anId, beras, telur, unitAt } from './goods-for-tests.ts';

const groupId = anId();
const today = day('2026-11-21');
const act: Act = {
	cashier: { id: anId(), name: 'Bu Sari' },
	group: { zone: 'Asia/Makassar' },
	time: { deviceAt: instant('2026-11-21T01:10:00.000Z'), offsetMs: 1200 }
};

const opened: Outbox[] = [];
afterEach(() => opened.splice(0).forEach((outbox) => outbox.close()));

let stores = 0;

/** An outbox of its own with one till, and what a cashier does with it. */
async function till(change: Partial<Enrolment> = {}) {
	const outbox = new Outbox(`kasir-test-${(stores += 1)}`);
	opened.push(outbox);
	const enrolment: Enrolment = {
		id: anId(), groupId, installation: 'here', code: 'B', name: 'HP', nextSequence: 1, nextReceipt: 1,
		acknowledged: 0, isClosed: false, ...change
	}; // prettier-ignore
	await outbox.keepEnrolment(enrolment);
	const { id: tillId } = enrolment;
	return {
		outbox,
		tillId,
		sell: (basket = basketOf()) =>
			outbox.keep(tillId, basket.id, (now) =>
				writeSale(now, basket, { tender: 'cash', received: rupiah(20_000), reference: null }, act)
			),
		undo: (saleId: Written['saleId'], id = anId()) =>
			outbox.keep(tillId, id, (now) => writeVoid(now, { id, saleId, reason: 'wrong-goods', note: '' }, act)),
		took: (highest: number, events: { id: string; state: 'applied' | 'held' }[] = []) =>
			outbox.acknowledge(tillId, { installation: 'here', highest, events })
	};
}

const basketOf = () => add(emptyBasket(anId()), beras, unitAt(beras));

test('sales are numbered without a gap, receipts apart from events', async () => {
	const { outbox, tillId, sell, undo } = await till();
	const first = await sell();
	await undo(first.id);
	await sell();
	const events = await outbox.unsent(tillId, 10);
	expect(events.map(({ sequence, kind }) => [sequence, kind])).toEqual([[1, 'sale'], [2, 'void'], [3, 'sale']]); // prettier-ignore
	expect(salesOf(events).map(({ body }) => body.receiptNumber)).toEqual(['B-000001', 'B-000002']);
});

test('what is kept is an event that the server reads', async () => {
	const { sell } = await till();
	const { text, sequence, id } = await sell();
	const head = readHead(text);
	expect(head).toMatchObject({ id, sequence, deviceAt: '2026-11-21T01:10:00.000Z', offsetMs: 1200 });
	expect(head && readEvent(head)).toMatchObject({
		event: { body: { total: 13_500, payments: [{ amount: 13_500, received: 20_000 }] } }
	});
});

test('a receipt printed again is an event among the others, and no sale', async () => {
	const { outbox, tillId, sell } = await till();
	const sale = await sell();
	expect(await outbox.notePrint(sale.id)).toBe(0);
	const prints = await outbox.notePrint(sale.id);
	const again = { id: anId(), saleId: sale.id, prints };
	await outbox.keep(tillId, again.id, (now) => writeReprint(now, again, act));
	const [, event] = await outbox.unsent(tillId, 10);
	const head = event === undefined ? null : readHead(event.text);
	expect(head && readEvent(head)).toMatchObject({
		event: { kind: 'reprint', sequence: 2, body: { saleId: sale.id, prints: 1, cashierId: act.cashier.id } }
	});
	expect(salesOf(await outbox.eventsOn(tillId, today)).map(({ id, voided }) => [id, voided])).toEqual([
		[sale.id, null]
	]);
	expect((await sell()).sequence).toBe(3);
});

test('one basket is sold once, however often someone taps', async () => {
	const { outbox, tillId, sell } = await till();
	const basket = basketOf();
	const both = await Promise.all([sell(basket), sell(basket)]);
	expect(both[0]).toEqual(both[1]);
	expect(await outbox.countUnsent(tillId)).toBe(1);
});

test('two tabs that write at once get different numbers', async () => {
	const { outbox, tillId, sell } = await till();
	await Promise.all(Array.from({ length: 20 }, () => sell()));
	const numbers = (await outbox.unsent(tillId, 50)).map(({ sequence }) => sequence);
	expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test('an open basket is there again after the page was closed, until it is sold', async () => {
	const { outbox, sell } = await till();
	const basket = basketOf();
	await outbox.keepBasket(groupId, basket);
	expect(await outbox.basketOf(groupId)).toEqual(basket);
	await sell(basket);
	expect(await outbox.basketOf(groupId)).toBeUndefined();
});

test('when writing fails nothing is kept: no number is lost, and the basket stays', async () => {
	const { outbox, tillId, sell } = await till();
	const basket = basketOf();
	await outbox.keepBasket(groupId, basket);
	const broken = outbox.keep(tillId, basket.id, () => {
		throw new Error('no room');
	});
	await expect(broken).rejects.toThrow('no room');
	expect(await outbox.basketOf(groupId)).toEqual(basket);
	expect((await sell(basket)).sequence).toBe(1);
});

test('what the server has acknowledged is not sent again, and keeps its state', async () => {
	const { outbox, tillId, sell, took } = await till();
	const [first, second] = [await sell(), await sell()];
	await took(1, [{ id: first.id, state: 'held' }]);
	expect((await outbox.unsent(tillId, 10)).map(({ id }) => id)).toEqual([second.id]);
	expect(salesOf(await outbox.eventsOn(tillId, today)).map(marksOf)).toEqual([['unsent'], ['held']]);
});

test('a server that was restored from an older copy gets the rest again', async () => {
	const { outbox, tillId, sell, took } = await till();
	const sold = [await sell(), await sell(), await sell()];
	await took(3, sold.map(({ id }) => ({ id, state: 'applied' }))); // prettier-ignore
	expect(await outbox.countUnsent(tillId)).toBe(0);
	await took(1);
	expect((await outbox.unsent(tillId, 10)).map(({ sequence }) => sequence)).toEqual([2, 3]);
	expect(salesOf(await outbox.eventsOn(tillId, today)).map(marksOf)).toEqual([['unsent'], ['unsent'], []]);
});

test('a store that is older than what the server has may not write any more', async () => {
	const { outbox, sell, took, tillId } = await till();
	await sell();
	expect((await took(7)).isClosed).toBe(true);
	await expect(sell()).rejects.toThrow(TillClosed);
	expect(await outbox.enrolmentFor('here', groupId)).toBeUndefined();
	expect(await outbox.countUnsent(tillId)).toBe(0);
});

test('a till of another installation at the same address is not this one', async () => {
	const { outbox } = await till();
	expect(await outbox.enrolmentFor('elsewhere', groupId)).toBeUndefined();
	expect((await outbox.enrolmentFor('here', groupId))?.code).toBe('B');
});

test('a sale that was taken back stands no more, and says so', async () => {
	const { outbox, tillId, sell, undo } = await till();
	const sold = await sell();
	await sell();
	await undo(sold.id);
	const sales = salesOf(await outbox.eventsOn(tillId, today));
	expect(takings(sales)).toEqual({ count: 1, total: 13_500 });
	expect(sales.map(marksOf)).toEqual([['unsent'], ['voided', 'unsent']]);
	expect(await unsentGoods(outbox, tillId)).toEqual(new Map([[beras.id, 1000]]));
});

test('prints are counted', async () => {
	const { outbox, sell } = await till();
	const { id } = await sell();
	expect([await outbox.notePrint(id), await outbox.notePrint(id)]).toEqual([0, 1]);
});

test('old events go once the server has held them long enough, and never before', async () => {
	const { outbox, tillId, sell, took } = await till();
	await sell(add(emptyBasket(anId()), telur, unitAt(telur)));
	await sell();
	await took(1);
	await outbox.forgetBefore(tillId, instant('2026-11-20T00:00:00.000Z'));
	expect(await outbox.eventsOn(tillId, today)).toHaveLength(2);
	await outbox.forgetBefore(tillId, instant('2027-01-01T00:00:00.000Z'));
	expect((await outbox.eventsOn(tillId, today)).map(({ sequence }) => sequence)).toEqual([2]);
});
