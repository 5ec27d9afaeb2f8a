/** Cards at the counter: one number a slip, a slip once, papers until the card is swiped, goods that follow, and the day's recap. */
import { afterEach, expect, test } from 'vitest';
import { aidExchangeProblem } from '#lib/counter/aid-exchange.ts';
import type { Exchange } from '#lib/counter/exchange.ts';
import { cardBook } from '#lib/counter/card-book.ts';
import { cardRecap, isEmptyRecap } from '#lib/counter/card-recap.ts';
import { cardRecapRows } from '#lib/counter/card-recap-text.ts';
import { paidKey, slipNumberOf, usedSlips } from '#lib/counter/card-slips.ts';
import { deedSlip } from '#lib/counter/deed-slip.ts';
import type { KeptEvent } from '#lib/counter/kept.ts';
import { goodsToFollow, openPapers } from '#lib/counter/open-papers.ts';
import { receiptRows } from '#lib/counter/receipt-of.ts';
import { eventOf, soldOf } from '#lib/counter/sold.ts';
import { troubleSlip } from '#lib/counter/trouble-slip.ts';
import {
	writeCardDoubled,
	writeCardFailed,
	writeGoodsHanded,
	writeLateCard,
	writeReceiptMissed
} from '#lib/counter/write-cards.ts';
import type { SaleSaid } from '#lib/counter/write-sale.ts';
import { present } from '#lib/kernel/assert.ts';
import { addDays } from '#lib/kernel/day.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import type { Tender } from '#lib/sales/tender.ts';
import type { ByCard, SaleBody } from '#lib/sales/wire-bodies.ts';
import { anId } from './goods-for-tests.ts';
import { aBasket, aTill, groupId } from './till-for-tests.ts';

const opened: { close(): void }[] = [];
afterEach(() => opened.splice(0).forEach((outbox) => outbox.close()));

const front = { id: anId(), bank: 'BRI', mid: '', tid: '12345678', name: 'EDC depan' } as const;
const slip = (number: string): Extract<ByCard, { kind: 'slip' }> => ({ kind: 'slip', terminalId: front.id, number });
const deed: ByCard = { kind: 'deed', number: 'BA-' };
const group = { id: groupId, slug: 'melati', name: 'Kube Melati', address: 'Lere', phone: null, zone: 'Asia/Makassar' } as const; // prettier-ignore
const paper = { language: 'id', width: 32 } as const;

async function till() {
	const made = await aTill();
	const { outbox, enrolmentId, record } = made;
	opened.push(outbox);
	const sellBy = (card: ByCard, tender: Tender = 'card', said: SaleSaid = {}) => {
		const payment = { tender, amount: rupiah(13_500), received: rupiah(13_500), reference: null, card };
		return record.sell(aBasket(), [payment], said);
	};
	return { ...made, sellBy, book: () => cardBook(outbox, enrolmentId) };
}

function bodyOf(event: KeptEvent): SaleBody {
	const told = eventOf(event);
	if (told.kind !== 'sale') throw new Error('a sale');
	return told.body;
}

test('six signs of a slip, upper-cased, and never a card number', () => {
	expect(['123456', ' 12ab56 ', '12345', '1234567', '4111111111111111', '12-456'].map(slipNumberOf)).toEqual(['123456', '12AB56', null, null, null, null]); // prettier-ignore
});

test('a slip that stands on a receipt is used; on another machine or another day it is new', async () => {
	const { sellBy, book } = await till();
	const sold = await sellBy(slip('123456'));
	const used = usedSlips(await book());
	const on = (card: ByCard, day = sold.day) => used.get(paidKey(card, day) ?? '');
	expect(on(slip('123456'))).toBe(sold.receipt);
	expect(on(slip('123457'))).toBeUndefined();
	expect(on({ kind: 'slip', terminalId: null, number: '123456' })).toBeUndefined();
	expect(on(slip('123456'), addDays(sold.day, 1))).toBeUndefined();
	expect(paidKey(deed, sold.day)).toBeNull();
});

test('a sale that was taken back leaves its slip for the sale that replaces it', async () => {
	const { sellBy, book, record } = await till();
	const sold = await sellBy(slip('123456'));
	await record.takeBack({ id: anId(), saleId: sold.id, reason: 'wrong-goods', note: '' });
	expect(usedSlips(await book()).size).toBe(0);
});

test('a coupon is used once a day, and has no slip', async () => {
	const { sellBy, book } = await till();
	const sold = await sellBy({ kind: 'coupon', number: 'KP-17' }, 'coupon');
	expect([...usedSlips(await book()).values()]).toEqual([sold.receipt]);
});

test('a paper is numbered as its receipt, grows old, and is closed by the swipe of its card', async () => {
	const { sellBy, book, record } = await till();
	const sold = await sellBy(deed, 'kks');
	const number = `BA-${sold.receipt ?? ''}`;
	expect(bodyOf(sold).payments[0]?.card).toEqual({ kind: 'deed', number });
	const [open] = openPapers(await book(), addDays(sold.day, 4), 3);
	expect(open).toMatchObject({ number, amount: 13_500, tender: 'kks', age: 4, overdue: 1 });
	expect(openPapers(await book(), addDays(sold.day, 3), 3)[0]?.overdue).toBe(0);
	await record.tell(writeLateCard, { saleId: sold.id, deed: number, card: slip('900001') });
	expect(openPapers(await book(), sold.day, 3)).toEqual([]);
	expect([...usedSlips(await book()).keys()]).toEqual([paidKey(slip('900001'), sold.day)]);
});

test('a void closes the paper of its sale', async () => {
	const { sellBy, book, record } = await till();
	const sold = await sellBy(deed);
	await record.takeBack({ id: anId(), saleId: sold.id, reason: 'buyer-left', note: '' });
	expect(openPapers(await book(), sold.day, 3)).toEqual([]);
});

test('goods that follow stand on a list until they are handed over', async () => {
	const { sellBy, book, record } = await till();
	await sellBy(slip('111111'));
	const sold = await sellBy(slip('222222'), 'card', { handover: 'later' });
	expect(bodyOf(sold).handover).toBe('later');
	expect(goodsToFollow(await book())).toMatchObject([
		{ saleId: sold.id, receipt: sold.receipt, goods: 'Beras medium' }
	]);
	await record.tell(writeGoodsHanded, { saleId: sold.id });
	expect(goodsToFollow(await book())).toEqual([]);
});

test('the recap counts by bank, what failed, what was doubled, and papers still open', async () => {
	const { sellBy, book, record } = await till();
	await sellBy(slip('111111'));
	const gone = await sellBy(slip('222222'));
	await record.takeBack({ id: anId(), saleId: gone.id, reason: 'other', note: 'x' });
	const late = await sellBy(deed);
	await sellBy(deed);
	await record.tell(writeLateCard, { saleId: late.id, deed: `BA-${late.receipt ?? ''}`, card: slip('333333') });
	await record.tell(writeCardFailed, { terminalId: front.id, why: 'blocked' });
	await record.tell(writeCardDoubled, { card: slip('111111'), amount: rupiah(13_500) });
	await record.tell(writeReceiptMissed, { saleId: late.id, why: 'printer-failed' });
	const recap = cardRecap(await book(), late.day, [front]);
	expect(recap).toEqual({
		byBank: [{ bank: 'BRI', count: 2, total: 27_000 }],
		coupons: { count: 0, total: 0 },
		failed: [{ why: 'blocked', count: 1 }],
		doubled: 1,
		papers: { count: 1, total: 13_500 }
	});
	const rows = cardRecapRows(group.name, late.day, recap, paper);
	expect(rows.join('\n')).toContain('BRI: 2');
	expect(rows.every((row) => row.length <= paper.width)).toBe(true);
	expect(isEmptyRecap(cardRecap([], late.day, [front]))).toBe(true);
});

test('the paper is printed twice, with lines for name and signature and no name on it', async () => {
	const { sellBy } = await till();
	const sold = soldOf(await sellBy(deed, 'kks'));
	const rows = deedSlip(sold, 3, group, paper);
	const text = rows.join('\n');
	expect(text.match(/BERITA ACARA/g)).toHaveLength(2);
	expect(text).toContain(`BA-${sold.body.receiptNumber}`);
	expect(text).toContain('24 November 2026');
	expect(rows.filter((row) => /^\.+$/.test(row))).toHaveLength(8);
	expect(text).not.toContain(sold.event.cashier);
	expect(rows.every((row) => row.length <= paper.width)).toBe(true);
});

test('a receipt paid by aid says whose money it is; one by card names no aid', async () => {
	const { sellBy } = await till();
	const rowsOf = (event: KeptEvent) => receiptRows(soldOf(event), group, 0).join(' ').replaceAll(/\s+/g, ' ');
	const byAid = rowsOf(await sellBy(slip('111111'), 'kks'));
	expect(byAid).toContain('Bantuan ini uang Bapak/Ibu. Boleh belanja di mana saja, kapan saja, tanpa paket.');
	expect(byAid).toContain('111111');
	const byCard = rowsOf(await sellBy(slip('222222')));
	expect(byCard).toContain('Kartu (EDC)');
	expect(byCard).not.toMatch(/KKS|[Bb]antuan/);
	expect(rowsOf(await sellBy(deed, 'card', { handover: 'later' }))).toMatch(/Kartu belum digesek: BA-B-000003 Barang menyusul\./); // prettier-ignore
});

test('the slip of a card in trouble says where to go, and names nobody', async () => {
	const { sellBy } = await till();
	const { at, cashier } = await sellBy(slip('111111'));
	const rows = troubleSlip({ why: 'blocked', bank: 'BRI', at }, group, paper);
	expect(rows.join('\n')).toContain('BRI');
	expect(rows.join('\n')).not.toContain(cashier);
	expect(rows.every((row) => row.length <= paper.width)).toBe(true);
});

test('goods that aid paid for are exchanged only for what aid may buy, and nothing of it becomes money', async () => {
	const { sellBy } = await till();
	const exchangeOf = (sale: SaleBody): Exchange => ({
		receipt: sale.receiptNumber,
		amount: sale.total,
		brought: {
			id: anId(), saleId: anId(), sale, lines: [], goods: 'shelf', reason: 'damaged', note: '', approvedBy: null,
			refund: { parts: sale.payments.map(({ tender, amount }) => ({ tender, amount })), rounding: rupiah(0) },
			offShelf: new Map(), before: []
		}
	}); // prettier-ignore
	const byAid = exchangeOf(bodyOf(await sellBy(slip('111111'), 'kks')));
	const judged = (eligible: number) => ({ lines: [], eligible: rupiah(eligible) });
	expect(aidExchangeProblem(byAid, rupiah(13_500), judged(13_500))).toBeNull();
	expect(aidExchangeProblem(byAid, rupiah(20_000), judged(13_500))).toBeNull();
	expect(aidExchangeProblem(byAid, rupiah(20_000), judged(13_499))).toBe('not-eligible');
	expect(aidExchangeProblem(byAid, rupiah(10_000), judged(10_000))).toBe('rest');
	const byCard = exchangeOf(bodyOf(await sellBy(slip('222222'))));
	expect(aidExchangeProblem(byCard, rupiah(10_000), judged(0))).toBeNull();
	expect(aidExchangeProblem(null, rupiah(0), null)).toBeNull();
});

test('the bank’s reversal stands on the part that goes back to the card', async () => {
	const { sellBy, record } = await till();
	const sold = await sellBy(slip('111111'));
	const refund = { parts: [{ tender: 'card', amount: rupiah(13_500) }], rounding: rupiah(0) } as const;
	const lines = present(bodyOf(sold).lines[0], 'a line');
	const back = await record.bringBack({
		id: anId(), saleId: sold.id, refund, goods: 'shelf', reason: 'damaged', note: '', card: slip('555555'),
		lines: [{ line: 0, quantity: lines.quantity, amount: rupiah(13_500) }]
	}); // prettier-ignore
	const told = eventOf(back);
	expect(told.kind === 'return' ? told.body.refunds[0]?.card : null).toEqual(slip('555555'));
});
