/** Kasbon at the till, without internet: what the server told, and what happened here since. */
import { describe, expect, test } from 'vitest';
import type { Basket } from '#lib/counter/basket.ts';
import { creditOf, customersFound } from '#lib/counter/credit-book.ts';
import { buyerOf, Customers } from '#lib/counter/customers.svelte.ts';
import type { Customer } from '#lib/counter/snapshot.ts';
import { instant } from '#lib/kernel/instant.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import type { Payment } from '#lib/sales/wire-bodies.ts';
import { anId } from './goods-for-tests.ts';
import { aBasket, aTill, deviceAt } from './till-for-tests.ts';

const ida = someone('Bu Ida', 100_000);
const joko = someone('Pak Joko', 0);
/** A second after everything in these tests happened, and a second before. */
const [after, before] = [instant('2026-11-21T02:00:00.000Z'), instant('2026-11-21T01:00:00.000Z')];

function someone(name: string, owed: number): Customer {
	return { id: anId(), name, phone: '+6281234567890', limit: rupiah(150_000), owed: rupiah(owed), since: null };
}

function kasbon(amount: number): Payment {
	return { tender: 'kasbon', amount: rupiah(amount), received: rupiah(amount), reference: null };
}

function onCreditOf(customer: Customer): Basket {
	return { ...aBasket(), buyer: buyerOf(customer) };
}

async function aBook(told = before) {
	const till = await aTill();
	const customers = new Customers(
		{ store: till.outbox, enrolmentId: till.enrolmentId, zone: 'Asia/Makassar', now: () => deviceAt, newLimit: () => rupiah(150_000) },
		{ customers: [ida, joko], at: told }
	); // prettier-ignore
	const owed = async (customer = ida): Promise<Rupiah> => {
		await customers.count();
		return customers.creditOf(customer).owed;
	};
	return { ...till, customers, owed };
}

describe('what a customer owes', () => {
	test('grows with each sale on credit, before the server knows', async () => {
		const { record, customers, owed } = await aBook();
		await record.sell(onCreditOf(ida), [kasbon(13_500)]);
		expect([await owed(), await owed(joko)]).toEqual([113_500, 0]);
		expect(customers.creditOf(ida).room).toBe(36_500);
	});

	test('shrinks when it is paid back, and when a sale is taken back', async () => {
		const { record, owed } = await aBook();
		const sale = await record.sell(onCreditOf(ida), [kasbon(13_500)]);
		await record.payCredit(anId(), buyerOf(ida), { ...kasbon(40_000), tender: 'cash' });
		expect(await owed()).toBe(73_500);
		await record.takeBack({ id: anId(), saleId: sale.id, reason: 'wrong-goods', note: '' });
		expect(await owed()).toBe(60_000);
	});

	test('is what the server told once it holds what happened here', async () => {
		const { record, customers, took, owed } = await aBook();
		await record.sell(onCreditOf(ida), [kasbon(13_500)]);
		await took(1);
		expect(await owed()).toBe(113_500);
		await customers.take({ customers: [{ ...ida, owed: rupiah(113_500) }, joko], at: after });
		expect(customers.creditOf({ ...ida, owed: rupiah(113_500) }).owed).toBe(113_500);
	});

	test('never falls below nothing, and never leaves less than no room', () => {
		expect(creditOf(ida, rupiah(-200_000))).toEqual({ owed: 0, limit: 150_000, room: 150_000 });
		expect(creditOf(ida, rupiah(90_000)).room).toBe(0);
	});
});

test('someone who was written down here stays until the server tells of them', async () => {
	const { customers, outbox, enrolmentId } = await aBook();
	const ani = await customers.add('Bu Ani', '');
	expect(customers.byId(ani.id)?.name).toBe('Bu Ani');
	const opened = new Customers(
		{ store: outbox, enrolmentId, zone: 'Asia/Makassar', now: () => deviceAt, newLimit: () => rupiah(0) },
		{ customers: [ida], at: before }
	);
	await opened.take({ customers: [ida], at: before });
	expect(opened.all.map(({ name }) => name)).toEqual(['Bu Ida', 'Bu Ani']);
	await opened.take({ customers: [ida, { ...ani, limit: rupiah(100_000) }], at: after });
	expect(opened.all.map(({ limit }) => limit)).toEqual([150_000, 100_000]);
});

test('people are found by the beginnings of their names and by their numbers; who owes stands first', () => {
	const all = [joko, ida, someone('Pak Idrus', 0)];
	const names = (query: string) => customersFound(all, new Map(), query).map(({ name }) => name);
	expect(names('')).toEqual(['Bu Ida', 'Pak Idrus', 'Pak Joko']);
	expect(names('id')).toEqual(['Bu Ida', 'Pak Idrus']);
	expect(names('0812')).toHaveLength(3);
	expect(names('xyz')).toEqual([]);
});
