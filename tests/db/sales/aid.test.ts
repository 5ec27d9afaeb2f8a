// Aid that a rule holds to a list: an old till's sale stands, and what it did not know is told; goods it paid never become money.
import { beforeAll, describe, expect, test } from 'vitest';
import type { FoodList } from '#lib/aid/food-list.ts';
import type { RegimeRule } from '#lib/aid/regime.ts';
import { aidToldTo } from '#lib/aid/told.server.ts';
import { day } from '#lib/kernel/day.ts';
import { newId } from '#lib/kernel/id.ts';
import { account } from '#lib/ledger/chart.ts';
import { exceptionsOf } from '#lib/sales/exceptions.server.ts';
import type { SaleBody } from '#lib/sales/wire-bodies.ts';
import { holdRules } from '#tests/support/aid-rules.ts';
import { type Counter, counterOf } from '#tests/support/counter.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { type Paying, type TestTill, tillOf, type Told } from '#tests/support/till.ts';
import { lasoani, palu, type Village, village } from '#tests/support/village.ts';

const dated = (from: string, to: string | null, region = palu) => ({
	id: newId(), region, validFrom: day(from), validTo: to === null ? null : day(to)
}); // prettier-ignore
const bpnt: RegimeRule = { ...dated('2026-11-01', null), regime: 'COMMODITY_ONLY', programme: 'BPNT' };
const old: RegimeRule = { ...dated('2026-08-01', '2026-08-31'), regime: 'COUPON', programme: 'Kupon' };
const older: RegimeRule = { ...dated('2026-09-25', '2026-10-01'), regime: 'COUPON', programme: 'Kupon' };
const elsewhere: RegimeRule = { ...dated('2026-11-01', null, '73'), regime: 'COUPON', programme: 'Kupon' };
/** Rice and eggs before the twentieth, eggs alone after it. */
const before: FoodList = {
	...dated('2026-11-01', '2026-11-20'),
	entries: [{ foodGroup: 'carbohydrate', isFreshOnly: false }, { foodGroup: 'animal-protein', isFreshOnly: true }]
}; // prettier-ignore
const now: FoodList = { ...dated('2026-11-21', null), entries: [{ foodGroup: 'animal-protein', isFreshOnly: true }] };

let db: TestDatabase;
let world: Village;
let till: TestTill;
let counter: Counter;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
	await holdRules(db, { regimes: [bpnt, old, older, elsewhere], lists: [before, now] });
	till = await tillOf(db, world.melati, world.ratna);
	counter = counterOf(db, world);
	await counter.receive(world.beras, 1_000_000, 10_000_000);
	await counter.receive(world.telur, 1_000_000, 2_000_000);
});

const aid = (list: FoodList | null = now, regime = bpnt): Pick<SaleBody, 'aid'> => ({
	aid: { regimeId: regime.id, listId: list?.id ?? null }
});
/** Eggs for Rp20,000, rice for Rp12,000. */
const both = (payments: readonly Paying[], said: Pick<SaleBody, 'aid'> = aid()) =>
	till.sell([[world.telur, 'butir', 10_000, 2000], [world.beras, 'kg', 1000, 12_000]], { payments, said }); // prettier-ignore
const eggs = (payments: readonly Paying[] = [['kks', 20_000]], said = aid()) =>
	till.sell([[world.telur, 'butir', 10_000, 2000]], { payments, said });
const looked = async (told: Told) => {
	await till.send(told);
	await counter.laws();
	return counter.doubts(told.id);
};
const factsOf = async (told: Told, kind: string) =>
	(await exceptionsOf(db.reader, world.melati.groupId)).find((one) => one.kind === kind && one.subject.id === told.id)
		?.facts;

describe('a sale that aid paid', () => {
	test('first what it may, the rest by another tender, gives nothing to look at', async () => {
		expect(await looked(both([['kks', 20_000], ['cash', 12_000]]))).toEqual([]); // prettier-ignore
	});

	test('more than it may is looked at', async () => {
		const sale = both([['kks', 25_000], ['cash', 7000]]); // prettier-ignore
		expect(await looked(sale)).toEqual(['aid-over-eligible']);
		expect(await factsOf(sale, 'aid-over-eligible')).toEqual({ paid: 25_000, eligible: 20_000 });
	});

	test('by an old list is judged by that, and the difference is told', async () => {
		const sale = both([['kks', 32_000]], aid(before));
		expect(await looked(sale)).toEqual(['aid-list-differs']);
		expect(await factsOf(sale, 'aid-list-differs')).toEqual({
			told: before.id, right: now.id, lines: '2', eligible: 32_000, rightly: 20_000
		}); // prettier-ignore
		const fact = await db.reader.selectFrom('saleAid').selectAll().where('saleId', '=', sale.id).executeTakeFirst();
		expect(fact).toMatchObject({ regime: 'COMMODITY_ONLY', listId: before.id, rightListId: now.id, eligible: 32_000 });
	});

	test('under a rule that does not hold there, or that the till did not know, is looked at', async () => {
		expect(
			await looked(eggs([['coupon', 20_000, { kind: 'coupon', number: 'K-001' }]], aid(now, elsewhere)))
		).toContain('aid-regime-differs');
		const plain = eggs([['card', 20_000]], {});
		expect(await looked(plain)).toEqual(['aid-regime-differs']);
		expect(await factsOf(plain, 'aid-regime-differs')).toEqual({ told: null, right: 'COMMODITY_ONLY' });
		expect(await looked(eggs([['card', 20_000]], aid()))).toEqual([]);
	});

	test('with a coupon that was used before is looked at, whatever the day', async () => {
		const coupon = () => eggs([['coupon', 20_000, { kind: 'coupon', number: 'K-002' }]], aid(now, elsewhere));
		await till.send(coupon());
		db.pass(86_400_000);
		expect(await looked(coupon())).toContain('slip-twice');
	});
});

describe('goods that aid paid', () => {
	test('are exchanged for other goods that it may buy', async () => {
		const sale = eggs();
		const back = till.giveBack(sale, [[0, 10_000]], { exchange: true });
		await till.send(sale);
		expect(await looked(back)).toEqual([]);
		expect(await looked(eggs([['exchange', 20_000]]))).toEqual([]);
		expect(await counter.balance(account.customerDeposits)).toBe(0);
	});

	test('but not for others', async () => {
		const sale = eggs();
		await till.send(sale, till.giveBack(sale, [[0, 10_000]], { exchange: true }));
		const other = till.sell([[world.beras, 'kg', 1000, 20_000]], { payments: [['exchange', 20_000]], said: aid() });
		expect(await looked(other)).toEqual(['aid-over-eligible']);
	});

	test('never become cash: only what was paid in cash goes back in cash', async () => {
		const [sale, mixed] = [eggs(), both([['kks', 20_000], ['cash', 12_000]])]; // prettier-ignore
		await till.send(sale, mixed);
		const inCash = till.giveBack(sale, [[0, 10_000]], {
			twistBody: (body) => ({
				...body,
				refunds: body.refunds.map((refund) => ({ ...refund, tender: 'cash' as const }))
			})
		});
		expect(await looked(inCash)).toEqual(['aid-refund-in-cash', 'refund-by-other-tender']);
		expect(await factsOf(inCash, 'aid-refund-in-cash')).toEqual({ saleId: sale.id, amount: 20_000 });
		expect(await looked(till.giveBack(mixed, [[1, 1000]]))).toEqual([]);
	});
});

test('a till is told the rules of its own village, and not those that ended long ago', async () => {
	const told = await aidToldTo(db.reader, lasoani, counter.today());
	const ids = told.regimes.map(({ id }) => id);
	expect(ids).toEqual(expect.arrayContaining([bpnt.id, older.id]));
	for (const rule of [old, elsewhere]) expect(ids).not.toContain(rule.id);
	expect(told.lists.map(({ id }) => id)).toEqual(expect.arrayContaining([before.id, now.id]));
	expect(told).toMatchObject({ village: lasoani, deferralDays: 3 });
});
