// Kasbon: what customers owe grows and shrinks with the legs; limits open questions, never refuse.
import { beforeAll, describe, expect, test } from 'vitest';
import { auditTrail } from '#lib/audit/trail.server.ts';
import { customerEraser, eraseCustomer } from '#lib/credit/erase.server.ts';
import { setCreditLimit } from '#lib/credit/limit.server.ts';
import { creditHistory, customerById, customersOf, rebuiltOwed } from '#lib/credit/queries.server.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { addDays } from '#lib/kernel/day.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { account } from '#lib/ledger/chart.ts';
import { receiveEvents } from '#lib/sales/receive.server.ts';
import type { Tender } from '#lib/sales/tender.ts';
import { type Counter, counterOf } from '#tests/support/counter.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { type TestTill, tillOf } from '#tests/support/till.ts';
import { nobody, type Village, village } from '#tests/support/village.ts';

let db: TestDatabase;
let world: Village;
let till: TestTill;
let counter: Counter;
let receipts = 500;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
	till = await tillOf(db, world.melati, world.ratna);
	counter = counterOf(db, world);
});

const borrow = (partyId: Id, amount: number) => till.sell([[world.beras, 'kg', 1000, amount]], { tender: 'kasbon', partyId }); // prettier-ignore
const pay = (partyId: Id, amount: number, tender: Tender = 'cash') =>
	till.tell('credit-paid', {
		receiptNumber: `${till.code}-000${++receipts}`,
		partyId,
		payment: { tender, amount: rupiah(amount), received: rupiah(amount), reference: null }
	});
const customer = (partyId: Id) => customerById(db.reader, world.melati.groupId, partyId, counter.today());
const inMelati = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, world.ani, world.melati.tenant, fn);
const inKenanga = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, world.lina, world.kenanga.tenant, fn);

/** A customer whose name came beside an event. */
async function named(name: string): Promise<Id> {
	const id = newId();
	const { groupId } = world.melati;
	const buyers = [{ id, name, phone: '+628123' }];
	await receiveEvents(db, world.ratna, { groupId, enrolmentId: till.id, texts: [], buyers }, () => '');
	return id;
}

describe('an account', () => {
	test('grows by what is bought on credit, shrinks by what is paid, voided or brought back', async () => {
		const ida = await named('Bu Ida');
		const [one, other] = [borrow(ida, 60_000), borrow(ida, 30_000)];
		await till.send(one, other, pay(ida, 25_000), pay(ida, 5000, 'qris'));
		expect(await customer(ida)).toMatchObject({ name: 'Bu Ida', owed: 60_000, limit: 150_000 });
		await till.send(till.giveBack(one, [[0, 500]]), till.takeBack(other.id));
		expect(await customer(ida)).toMatchObject({ owed: 0, since: null });
		const history = await creditHistory(db.reader, world.melati.groupId, ida);
		expect(history.map(({ sourceType, amount }) => [sourceType, amount]).reverse()).toEqual(
			expect.arrayContaining([['sale', 60_000], ['sale', 30_000], ['credit-paid', -25_000], ['credit-paid', -5000], ['return', -30_000], ['void', -30_000]]) // prettier-ignore
		);
		expect(await counter.doubts(one.id)).toEqual([]);
		await counter.laws();
	});

	test('is what the legs say, and their sum the account of kasbon', async () => {
		const rebuilt = await rebuiltOwed(db.reader, world.melati.groupId);
		const kept = await customersOf(db.reader, world.melati.groupId, counter.today());
		expect(new Map<string, number>(kept.map(({ partyId, owed }) => [partyId, owed]))).toEqual(rebuilt);
		const sum = kept.reduce((all, { owed }) => all + owed, 0);
		expect(sum).toBe(await counter.balance(account.owedByCustomers));
	});

	test('beyond its limit: the sale stands, and is looked at; each sale by what was owed then', async () => {
		const party = newId();
		const sales = [borrow(party, 100_000), borrow(party, 50_000), borrow(party, 1000)];
		await till.send(...sales);
		expect(await Promise.all(sales.map(({ id }) => counter.doubts(id)))).toEqual([[], [], ['credit-over-limit']]);
	});

	test('has the limit that the group gives new customers, and the one an officer gives it', async () => {
		await counter.switchOn({ creditLimit: 20_000 });
		const party = newId();
		const sale = borrow(party, 20_001);
		await till.send(sale);
		expect(await counter.doubts(sale.id)).toEqual(['credit-over-limit']);
		await inMelati((work) => setCreditLimit(work, { partyId: party, limit: rupiah(90_000) }));
		const next = borrow(party, 50_000);
		await till.send(next);
		expect(await counter.doubts(next.id)).toEqual([]);
		const { entries } = await auditTrail(db.reader, world.melati.groupId, { subject: { type: 'party', id: party } });
		expect(entries).toMatchObject([{ action: 'credit.limit-changed', facts: { from: 20_000, to: 90_000 } }]);
		await counter.switchOn({});
	});

	test('paid more than it owes, or before it owes, is looked at and kept', async () => {
		const party = newId();
		const paid = pay(party, 10_000);
		await till.send(paid);
		expect(await counter.doubts(paid.id)).toEqual(['paid-more-than-owed']);
		await till.send(borrow(party, 10_000));
		expect(await customer(party)).toMatchObject({ owed: 0 });
	});

	test('cannot be paid by itself', async () => {
		const paid = pay(newId(), 10_000, 'kasbon');
		await till.send(paid);
		expect(await counter.heldBy(paid.id)).toBe('sales.unreadable-event');
	});

	test('is as old as its oldest debt that is not settled', async () => {
		const party = newId();
		const start = counter.today();
		await till.send(borrow(party, 40_000));
		db.pass(20 * 86_400_000);
		await till.send(borrow(party, 10_000), pay(party, 15_000));
		expect(await customer(party)).toMatchObject({ owed: 35_000, since: start, ages: [10_000, 25_000, 0, 0] });
		await till.send(pay(party, 25_000));
		expect(await customer(party)).toMatchObject({ owed: 10_000, since: addDays(start, 20) });
	});
});

describe('erasure', () => {
	test('of a customer who owes nothing takes the name and leaves the books', async () => {
		const party = await named('Pak Dullah');
		await till.send(borrow(party, 10_000), pay(party, 10_000));
		const before = await counter.balance(account.owedByCustomers);
		await inMelati((work) => eraseCustomer(work, party));
		expect(await customer(party)).toMatchObject({ name: null, phone: null, erased: true, owed: 0 });
		expect(await creditHistory(db.reader, world.melati.groupId, party)).toHaveLength(2);
		expect(await counter.balance(account.owedByCustomers)).toBe(before);
		await inMelati((work) => eraseCustomer(work, party));
	});

	test('is done again where an old copy names the customer, and nowhere else', async () => {
		const [party, groupId] = [await named('Bu Saripa'), world.melati.groupId];
		expect(await customerEraser.named(db.reader, groupId, [party])).toEqual([party]);
		expect(await customerEraser.named(db.reader, world.kenanga.groupId, [party])).toEqual([]);
		await expect(customerEraser.erase(db, world.kenanga.groupId, party)).rejects.toMatchObject({ what: 'customer' });
		await customerEraser.erase(db, groupId, party);
		expect(await customerEraser.named(db.reader, groupId, [party])).toEqual([]);
	});

	test('waits until all is paid', async () => {
		const party = await named('Bu Mina');
		await till.send(borrow(party, 10_000));
		await expect(inMelati((work) => eraseCustomer(work, party))).rejects.toMatchObject({ code: 'credit.still-owes', owed: 10_000 }); // prettier-ignore
	});
});

describe('another group', () => {
	let party: Id;
	const on = () => counter.today();

	beforeAll(async () => {
		party = await named('Bu Rahma');
		await till.send(borrow(party, 10_000), pay(party, 10_000));
	});

	otherGroup('customerById', {
		owner: () => customer(party),
		other: () => customerById(db.reader, world.kenanga.groupId, party, on()),
		random: () => customerById(db.reader, world.kenanga.groupId, nobody, on())
	});
	otherGroup('customersOf', {
		owner: () => customersOf(db.reader, world.melati.groupId, on()),
		other: () => customersOf(db.reader, world.kenanga.groupId, on()),
		random: () => customersOf(db.reader, nobody, on())
	});
	otherGroup('creditHistory', {
		owner: () => creditHistory(db.reader, world.melati.groupId, party),
		other: () => creditHistory(db.reader, world.kenanga.groupId, party),
		random: () => creditHistory(db.reader, world.kenanga.groupId, nobody)
	});
	otherGroup('setCreditLimit', {
		owner: () => inMelati((work) => setCreditLimit(work, { partyId: party, limit: rupiah(1) })),
		other: () => inKenanga((work) => setCreditLimit(work, { partyId: party, limit: rupiah(1) })),
		random: () => inKenanga((work) => setCreditLimit(work, { partyId: nobody, limit: rupiah(1) }))
	});
	otherGroup('eraseCustomer', {
		owner: () => inMelati((work) => eraseCustomer(work, party)),
		other: () => inKenanga((work) => eraseCustomer(work, party)),
		random: () => inKenanga((work) => eraseCustomer(work, nobody))
	});
});
