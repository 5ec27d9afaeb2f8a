/** The drawer as a till reckons it: what moved, what must lie in it, and whose word of a shift counts. */
import { afterEach, expect, test } from 'vitest';
import { dayOf } from '#lib/kernel/day.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { recapText } from '#lib/counter/recap.ts';
import { expectedCash, shiftAfter, shiftSums } from '#lib/counter/shift.ts';
import { eventOf } from '#lib/counter/sold.ts';
import { readHead } from '#lib/sales/wire.ts';
import { anId, beras } from './goods-for-tests.ts';
import { aBasket, aTill, cash, deviceAt } from './till-for-tests.ts';

const opened: { close(): void }[] = [];
afterEach(() => opened.splice(0).forEach((outbox) => outbox.close()));

async function till() {
	const made = await aTill();
	opened.push(made.outbox);
	return made;
}

/** A till on which a little of everything happened in one shift. */
async function busyTill() {
	const made = await till();
	const { record, outbox, enrolmentId } = made;
	const shiftId = anId();
	await record.openShift(shiftId, rupiah(50_000), null);
	const sold = await made.sell();
	const undone = await made.sell();
	await record.takeBack({ id: anId(), saleId: undone.id, reason: 'wrong-goods', note: '' });
	const owing = { ...aBasket(), buyer: { id: anId(), name: 'Bu Ida', phone: '' } };
	await record.sell(owing, [{ ...cash(owing), tender: 'kasbon' }]);
	await record.payCredit(anId(), owing.buyer, { tender: 'cash', amount: rupiah(5000), received: rupiah(5000), reference: null }); // prettier-ignore
	await record.bringBack({
		id: anId(), saleId: sold.id, lines: [{ line: 0, quantity: quantity(500), amount: rupiah(6750) }],
		refund: { parts: [{ tender: 'cash', amount: rupiah(6700) }], rounding: rupiah(-50) },
		goods: 'shelf', reason: 'damaged', note: ''
	}); // prettier-ignore
	await record.moveCash({ id: anId(), direction: 'to-treasurer', amount: rupiah(20_000), note: '' });
	await record.buyGoods({ id: anId(), supplier: 'Pasar', lines: [{ productId: beras.id, quantity: quantity(1000), cost: rupiah(12_000) }], note: '' }); // prettier-ignore
	await record.serve({ id: anId(), service: 'cash-out', principal: rupiah(10_000), fee: rupiah(2500), feeBy: 'cash', reference: null }); // prettier-ignore
	return {
		...made,
		shiftId,
		events: await outbox.eventsOfShift(shiftId),
		enrolment: await outbox.enrolmentOf(enrolmentId)
	};
}

test('what must lie in the drawer is the float and all that moved', async () => {
	const { events, enrolment } = await busyTill();
	const sums = shiftSums(events.map(eventOf));
	expect(sums).toMatchObject({ sales: 2, returns: 1, creditPaid: 5000, toTreasurer: 20_000, bought: 12_000 });
	expect(sums.byTender).toMatchObject({ cash: 13_500 + 5000 - 6700, kasbon: 13_500, qris: 0 });
	expect(sums.cash).toBe(11_800 - 20_000 - 12_000 - 10_000 + 2500);
	expect(enrolment.shift && expectedCash(enrolment.shift, sums, rupiah(4000))).toBe(50_000 - 27_700 + 4000);
});

test('receipts are numbered without a gap over sales, returns, kasbon paid back and services', async () => {
	const { events } = await busyTill();
	const receipts = events.flatMap(({ receipt }) => receipt ?? []);
	expect(receipts).toEqual(Array.from({ length: receipts.length }, (_, nth) => `B-00000${nth + 1}`));
	expect(receipts).toHaveLength(6);
});

test('every event of the shift names it, and after it is closed none does', async () => {
	const { events, record, outbox, sell, enrolmentId, shiftId } = await busyTill();
	const shiftOf = (text: string) => (readHead(text)?.body as { shiftId: string | null }).shiftId;
	expect(events.slice(1).map(({ text }) => shiftOf(text))).toEqual(events.slice(1).map(() => shiftId));
	const closing = record.closeShift({
		id: anId(),
		counted: rupiah(22_300),
		notes: null,
		expected: rupiah(22_300),
		note: ''
	});
	const [closed, sale] = await Promise.all([closing, sell()]);
	expect([shiftOf(closed.text), shiftOf(sale.text)]).toEqual([shiftId, null]);
	expect((await outbox.enrolmentOf(enrolmentId)).shift).toBeNull();
});

test('a shift that nobody opened is not closed', async () => {
	const { record, outbox, enrolmentId } = await till();
	const closing = record.closeShift({ id: anId(), counted: rupiah(0), notes: null, expected: rupiah(0), note: '' });
	await expect(closing).rejects.toThrow('a shift that is open');
	expect(await outbox.countUnsent(enrolmentId)).toBe(0);
});

test('the till believes the server of its shift, unless it has said something newer itself', () => {
	const [own, told] = [
		{ id: anId(), openedAt: deviceAt, float: rupiah(0) },
		{ id: anId(), openedAt: deviceAt, float: rupiah(1) }
	];
	expect(shiftAfter(own, told, [])).toBe(told);
	expect(shiftAfter(own, null, [{ kind: 'sale', id: anId() }])).toBeNull();
	expect(shiftAfter(own, null, [{ kind: 'shift-opened', id: own.id }])).toBe(own);
	expect(shiftAfter(null, told, [{ kind: 'shift-closed', id: anId() }])).toBeNull();
});

test('the recap says what was sold, but no omzet without its untung, how it was paid, the drawer, and what is unsent', async () => {
	const { events } = await busyTill();
	const { byTender } = shiftSums(events.map(eventOf));
	const day = dayOf(deviceAt, 'Asia/Makassar');
	const recap = { shop: 'Kube Melati', day, sales: 2, sold: rupiah(20_300), byTender, unsent: 3 };
	const text = recapText({ ...recap, difference: rupiah(0) }, 'id');
	expect(text).toBe(
		'Kube Melati, Sab 21 Nov: 2 penjualan, jumlahnya Rp20.300. Tunai Rp11.800, Kasbon Rp13.500. Laci pas. Belum terkirim: 3.'
	);
	expect(recapText({ ...recap, difference: rupiah(-3500), unsent: 0 }, 'id')).toMatch(
		/jumlahnya.*Laci kurang Rp3\.500\.$/
	);
});
