// Goods come back, whole or part: money by the tender it came by, goods to the shelf or lost, omzet on the day of the return.
import { beforeAll, describe, expect, test } from 'vitest';
import { customerById } from '#lib/credit/queries.server.ts';
import { newId } from '#lib/kernel/id.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { account } from '#lib/ledger/chart.ts';
import { entryOfEvent } from '#lib/ledger/journal.server.ts';
import { type Counter, counterOf } from '#tests/support/counter.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { consignedChips } from '#tests/support/shop.ts';
import { type TestTill, tillOf, type Told } from '#tests/support/till.ts';
import { type Village, village } from '#tests/support/village.ts';

let db: TestDatabase;
let world: Village;
let till: TestTill;
let counter: Counter;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
	till = await tillOf(db, world.melati, world.ratna);
	counter = counterOf(db, world);
	await counter.receive(world.beras, 100_000, 1_000_003);
});

const drawer = () => counter.balance(account.cashDrawer);
const states = async (...told: readonly Told[]) => (await till.send(...told)).events.map(({ state }) => state); // prettier-ignore

describe('a return', () => {
	test('of all, to the shelf, leaves money, stock and omzet as before the sale', async () => {
		const before = [await drawer(), await counter.level(world.beras), (await counter.omzetToday()).omzet];
		const sale = till.sell([[world.beras, 'kg', 1500, 12_345]], { discount: 345 });
		const back = till.giveBack(sale, [[0, 1500]]);
		expect(await states(sale, back)).toEqual(['applied', 'applied']);
		expect([await drawer(), await counter.level(world.beras), (await counter.omzetToday()).omzet]).toEqual(before);
		const { legs } = await entryOfEvent(db.reader, world.melati.groupId, 'return', back.id);
		expect(legs.find((leg) => leg.account === account.returnsCounter)?.amount).toBeGreaterThan(0);
		expect(await counter.doubts(back.id)).toEqual([]);
		await counter.laws();
	});

	test('in three parts sums to the whole, cost and rounding too', async () => {
		const before = [await drawer(), await counter.level(world.beras), (await counter.omzetToday()).omzet];
		const sale = till.sell([[world.beras, 'kg', 3000, 3333]]);
		await till.send(sale, ...[1, 2, 3].map(() => till.giveBack(sale, [[0, 1000]])));
		expect([await drawer(), await counter.level(world.beras), (await counter.omzetToday()).omzet]).toEqual(before);
		await counter.laws();
	});

	test('of another day takes its omzet from the day it happened', async () => {
		const sale = till.sell([[world.beras, 'kg', 2000, 10_000]]);
		await till.send(sale);
		const sold = await counter.omzetToday();
		db.pass(86_400_000);
		await till.send(till.giveBack(sale, [[0, 1000]]));
		expect(await counter.omzetToday()).toMatchObject({ omzet: -10_000, gross: -10_000, sales: 0 });
		expect(sold.sales).toBeGreaterThan(0);
	});

	test('of spoilt goods brings nothing to the shelf: their cost is shrinkage', async () => {
		const sale = till.sell([[world.beras, 'kg', 1000]]);
		await till.send(sale);
		const [before, lost] = [await counter.level(world.beras), await counter.balance(account.shrinkage)];
		await till.send(till.giveBack(sale, [[0, 1000]], { goods: 'lost' }));
		expect(await counter.level(world.beras)).toEqual(before);
		expect((await counter.balance(account.shrinkage)) - lost).toBe(10_000);
		await counter.laws();
	});

	test('of kasbon is owed no more, and gives no money', async () => {
		const partyId = newId();
		const sale = till.sell([[world.beras, 'kg', 2000, 10_000]], { tender: 'kasbon', partyId });
		await till.send(sale);
		const before = await drawer();
		await till.send(till.giveBack(sale, [[0, 500]]));
		expect(await customerById(db.reader, world.melati.groupId, partyId, counter.today())).toMatchObject({ owed: 15_000 }); // prettier-ignore
		expect(await drawer()).toBe(before);
	});

	test('may pay for other goods: what is kept for the buyer between the two is then nothing', async () => {
		const sale = till.sell([[world.beras, 'kg', 1000, 10_000]]);
		const back = till.giveBack(sale, [[0, 1000]], { exchange: true });
		await till.send(sale, back);
		expect(await counter.balance(account.customerDeposits)).toBe(-10_000);
		const other = till.sell([[world.beras, 'kg', 1000, 10_000]], { tender: 'exchange' });
		await till.send(other);
		expect(await counter.balance(account.customerDeposits)).toBe(0);
		expect(await counter.doubts(back.id)).toEqual([]);
		await counter.laws();
	});

	test('of consigned goods takes the commission back in proportion', async () => {
		const keripik = await consignedChips(db, world, 150);
		const seller = await tillOf(db, world.melati, world.ratna);
		const [owed, omzet] = [await counter.balance(account.owedToMembers), (await counter.omzetToday()).omzet];
		const sale = seller.sell([[keripik, 'bungkus', 3000]]);
		await seller.send(sale, seller.giveBack(sale, [[0, 1000]]));
		expect((await counter.omzetToday()).omzet - omzet).toBe(3000);
		expect((await counter.balance(account.owedToMembers)) - owed).toBe(-17_000);
		await seller.send(seller.giveBack(sale, [[0, 2000]]));
		expect(await counter.balance(account.owedToMembers)).toBe(owed);
		await counter.laws();
	});

	test('that came before its sale waits for it', async () => {
		const before = await drawer();
		const sale = till.sell([[world.beras, 'kg', 1000]]);
		const back = till.giveBack(sale, [[0, 1000]]);
		expect(await states(back)).toEqual(['held']);
		expect(await counter.heldBy(back.id)).toBe('sales.sale-unknown');
		await till.send(sale);
		expect(await counter.heldBy(back.id)).toBeNull();
		expect(await drawer()).toBe(before);
	});
});

describe('what cannot be is held under a name of its own', () => {
	test('more than was sold', async () => {
		const sale = till.sell([[world.beras, 'kg', 1000]]);
		const [part, rest] = [till.giveBack(sale, [[0, 600]]), till.giveBack(sale, [[0, 600]])];
		expect(await states(sale, part, rest)).toEqual(['applied', 'applied', 'held']);
		expect(await counter.heldBy(rest.id)).toBe('sales.returned-too-much');
	});

	test('for more money than was paid', async () => {
		const sale = till.sell([[world.beras, 'kg', 1000, 10_000]]);
		const more = rupiah(11_000);
		const back = till.giveBack(sale, [[0, 1000]], {
			twistBody: (body) => ({
				...body, total: more, lines: body.lines.map((line) => ({ ...line, amount: more })),
				refunds: [{ tender: 'cash', amount: more, received: more, reference: null }]
			})
		}); // prettier-ignore
		expect(await states(sale, back)).toEqual(['applied', 'held']);
		expect(await counter.heldBy(back.id)).toBe('sales.returned-too-much');
	});

	test('after a void; and a void after a part came back', async () => {
		const [one, other] = [till.sell([[world.beras, 'kg', 1000]]), till.sell([[world.beras, 'kg', 1000]])];
		const voided = till.takeBack(one.id);
		const late = till.giveBack(one, [[0, 1000]]);
		await till.send(one, voided, late);
		expect(await counter.heldBy(late.id)).toBe('sales.already-voided');
		const part = till.giveBack(other, [[0, 500]]);
		const whole = till.takeBack(other.id);
		await till.send(other, part, whole);
		expect(await counter.heldBy(whole.id)).toBe('sales.already-returned');
	});

	test('sums that differ, and lines that are not there', async () => {
		const sale = till.sell([[world.beras, 'kg', 1000]]);
		const sums = till.giveBack(sale, [[0, 500]], { twistBody: (body) => ({ ...body, total: rupiah(1) }) });
		const line = till.giveBack(sale, [[0, 500]], {
			twistBody: (body) => ({ ...body, lines: body.lines.map((each) => ({ ...each, line: 7 })) })
		});
		await till.send(sale, sums, line);
		expect(await counter.heldBy(sums.id)).toBe('sales.sums-differ');
		expect(await counter.heldBy(line.id)).toBe('sales.unreadable-event');
	});
});

test('money by another tender, or other money, is applied and looked at', async () => {
	const sale = till.sell([[world.beras, 'kg', 1000, 10_000]], { tender: 'qris' });
	const cash = till.giveBack(sale, [[0, 1000]], {
		twistBody: (body) => ({ ...body, refunds: body.refunds.map((refund) => ({ ...refund, tender: 'cash' as const })) })
	});
	expect(await states(sale, cash)).toEqual(['applied', 'applied']);
	expect(await counter.doubts(cash.id)).toEqual(['refund-by-other-tender']);
	const other = till.sell([[world.beras, 'kg', 1000, 10_000]]);
	const less = rupiah(9000);
	const little = till.giveBack(other, [[0, 1000]], {
		twistBody: (body) => ({
			...body, total: less, lines: body.lines.map((line) => ({ ...line, amount: less })),
			refunds: [{ tender: 'cash', amount: less, received: less, reference: null }]
		})
	}); // prettier-ignore
	expect(await states(other, little)).toEqual(['applied', 'applied']);
	expect(await counter.doubts(little.id)).toEqual(['other-refund']);
	await counter.laws();
});
