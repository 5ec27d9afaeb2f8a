/** Goods brought back that pay for others: what they pay, what goes back, and that nothing stays between the two. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Exchange } from '#lib/counter/exchange.ts';
import { changesOf, isOvertaken, paidByExchange, tradeOf } from '#lib/counter/exchanging.ts';
import { isWhole } from '#lib/counter/paying.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { asExchange, type TenderPart } from '#lib/sales/refund.ts';
import { roundingOf } from '#lib/sales/sale-body.ts';
import { readEvent, readHead } from '#lib/sales/wire.ts';
import { anId } from './goods-for-tests.ts';
import { aTill } from './till-for-tests.ts';

/** Goods of a sale that had been paid by `parts`. */
async function brought(...parts: readonly TenderPart[]) {
	const till = await aTill();
	const event = await till.sell();
	const told = readEvent(present(readHead(event.text), 'a head'));
	if (!('event' in told) || told.event.kind !== 'sale') throw new Error('no sale');
	const sale = told.event.body;
	const amount = total(parts.map((part) => part.amount));
	const exchange: Exchange = {
		receipt: sale.receiptNumber,
		amount,
		brought: {
			id: anId(), saleId: event.id, lines: [], refund: { parts, rounding: rupiah(0) }, goods: 'shelf', reason: 'other', note: '',
			sale, approvedBy: null, offShelf: new Map(), before: []
		}
	}; // prettier-ignore
	return { till, exchange };
}

const cash = (amount: number): TenderPart => ({ tender: 'cash', amount: rupiah(amount) });
const qris = (amount: number): TenderPart => ({ tender: 'qris', amount: rupiah(amount) });

test('what cheaper goods do not need goes back, and is rounded where it is cash', async () => {
	const { exchange } = await brought(cash(20_000));
	expect(tradeOf(exchange, rupiah(13_050))).toEqual({ pays: 13_000, rest: [cash(7000)] });
	expect(paidByExchange(exchange, rupiah(13_050)).map(({ tender, amount }) => [tender, amount])).toEqual([
		['exchange', 13_000],
		['cash', 0]
	]);
	expect(tradeOf(exchange, rupiah(30_000))).toEqual({ pays: 20_000, rest: [] });
});

test('a return that was kept pays what it says', async () => {
	const { exchange } = await brought(qris(20_000));
	expect(tradeOf({ ...exchange, brought: null }, rupiah(13_000))).toEqual({ pays: 13_000, rest: [] });
});

test('whatever it is worth and the others cost: paid in full, and nothing is left between', async () => {
	const { exchange } = await brought(qris(0));
	const parts = fc.record({ coins: fc.nat(900), sent: fc.nat(90_000) });
	fc.assert(
		fc.property(parts, fc.integer({ min: 1, max: 200_000 }), ({ coins, sent }, cost) => {
			const worth = [cash(coins * 100), qris(sent)].filter(({ amount }) => amount > 0);
			const refund = { parts: worth, rounding: rupiah(0) };
			const amount = total(worth.map((part) => part.amount));
			const trade = { ...exchange, amount, brought: exchange.brought && { ...exchange.brought, refund } };
			const due: Rupiah = rupiah(cost);
			const { pays, rest } = tradeOf(trade, due);
			const paid = paidByExchange(trade, due);
			expect(total([pays, ...rest.map((part) => part.amount)])).toBe(amount);
			expect(total(asExchange(refund, due).parts.map((part) => part.amount))).toBe(amount);
			if (rest.length === 0) return;
			expect(isWhole(due, paid)).toBe(true);
			expect(total(paid.map((part) => part.amount))).toBe(due + roundingOf(due, paid));
			expect(rest.every((part) => part.tender !== 'cash' || part.amount % 100 === 0)).toBe(true);
		})
	);
});

test('a sale whose goods came back meanwhile is noticed', async () => {
	const { till, exchange } = await brought(cash(13_500));
	const draft = present(exchange.brought, 'goods brought back');
	const ofSale = () => till.outbox.eventsOfSale(draft.saleId);
	expect(isOvertaken(draft, await ofSale())).toBe(false);
	const own = await till.record.bringBack(draft);
	expect(isOvertaken(draft, await ofSale())).toBe(false);
	expect(changesOf(await ofSale())).toEqual([own.id]);
	const other = await till.record.bringBack({ ...draft, id: anId() });
	expect(isOvertaken(draft, await ofSale())).toBe(true);
	expect(isOvertaken({ ...draft, before: [other.id] }, await ofSale())).toBe(false);
	till.outbox.close();
});
