// Any sequence of receipts, sales and voids, late, repeated and reordered, comes to what an independent model says.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { inWork } from '#lib/db/work.server.ts';
import { receiveGoods } from '#lib/inventory/receive.server.ts';
import { stockOf, stockValue } from '#lib/inventory/queries.server.ts';
import { type Day, day, dayOf } from '#lib/kernel/day.ts';
import { later } from '#lib/kernel/instant.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { balanceOf, trialBalance } from '#lib/ledger/balances.server.ts';
import { account } from '#lib/ledger/chart.ts';
import { omzetByDay } from '#lib/ledger/omzet-queries.server.ts';
import { keptSums, rebuiltSums } from '#lib/ledger/rebuild.server.ts';
import { inColumns } from '#lib/ledger/trial-balance.ts';
import { heldOf } from '#lib/sales/hold.server.ts';
import { engine, freshDatabase, morning, type TestDatabase } from '#tests/support/engines.ts';
import { ModelShop } from '#tests/support/model.ts';
import { type Shop, shopOf } from '#tests/support/shop.ts';
import type { Told } from '#tests/support/till.ts';
import { type Village, village } from '#tests/support/village.ts';

const isDeep = process.env['DEEP'] === '1';
const runs = { sqlite: isDeep ? 400 : 40, postgres: isDeep ? 60 : 8 }[engine];
const minute = 60_000;
const prices = [12_345, 2500, 33_333];

let db: TestDatabase;
let world: Village;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
});

const good = fc.nat(prices.length - 1);
const thousandths = fc.integer({ min: 1, max: 20_000 });
const action = fc.oneof(
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('receive' as const), good, amount: fc.integer({ min: 1, max: 60_000 }), cost: fc.nat(900_000) }) },
	{ weight: 5, arbitrary: fc.record({ kind: fc.constant('sell' as const), bought: fc.array(fc.tuple(good, thousandths), { minLength: 1, maxLength: 4 }), wait: fc.nat(700) }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('void' as const), which: fc.nat(30), wait: fc.nat(700) }) }
); // prettier-ignore
/** How far each event is moved back among the others, how many go in one delivery, and which are sent again. */
const network = fc.record({
	late: fc.array(fc.nat(6), { minLength: 30, maxLength: 30 }),
	cuts: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 30, maxLength: 30 }),
	again: fc.array(fc.nat(29), { maxLength: 10 })
});

interface Happened extends Told {
	readonly day: Day;
	readonly goods: readonly (readonly [string, number])[];
	readonly income: number;
	/** The sale that it takes back, or null. */
	readonly takesBack: string | null;
}

type Action = typeof action extends fc.Arbitrary<infer One> ? One : never;
type Network = typeof network extends fc.Arbitrary<infer One> ? One : never;

/** What the till tells, minute by minute over days, in the order in which it happened. */
function tell({ till, goods }: Shop, actions: readonly Action[]): Happened[] {
	let at = morning;
	const told: Happened[] = [];
	for (const act of actions) {
		if (act.kind === 'receive') continue;
		at = later(at, act.wait * minute);
		const on = dayOf(at, 'Asia/Makassar');
		if (act.kind === 'sell') {
			const sold = act.bought
				.map(([index, amount]) => [goods[index], 'kg', amount] as const)
				.filter(([one]) => one !== undefined);
			const sale = till.sell(sold as never, { at });
			const income = (sale.body?.total ?? 0) - (sale.body?.rounding ?? 0);
			told.push({
				...sale,
				day: on,
				income,
				takesBack: null,
				goods: (sale.body?.lines ?? []).map((line) => [line.productId, line.quantity])
			});
		} else {
			const sales = told.filter((one) => one.takesBack === null);
			const sale = sales[act.which % Math.max(sales.length, 1)];
			if (sale !== undefined)
				told.push({ ...till.takeBack(sale.id, { at }), day: on, income: 0, takesBack: sale.id, goods: [] });
		}
	}
	return told;
}

/** The deliveries in which the events arrive. */
function deliveries(told: readonly Happened[], { late, cuts, again }: Network): Happened[][] {
	const order = told
		.map((one, index) => ({ one, place: index + (late[index % late.length] ?? 0) + index / 1000 }))
		.sort((a, b) => a.place - b.place)
		.map(({ one }) => one);
	const repeated = again.flatMap((index) => told[index] ?? []);
	const all = [...order, ...repeated];
	const cut: Happened[][] = [];
	for (let from = 0, turn = 0; from < all.length; turn++) {
		const size = cuts[turn % cuts.length] ?? 1;
		cut.push(all.slice(from, from + size));
		from += size;
	}
	return cut;
}

/** The model is told what arrives, in the order of the numbers; a void whose sale has not come waits for it. */
function modelled(model: ModelShop) {
	const seen = new Set<string>();
	const voided = new Set<string>();
	let waiting: Happened[] = [];
	const takeBack = (one: Happened): void => {
		if (one.takesBack === null || voided.has(one.takesBack)) return;
		voided.add(one.takesBack);
		model.takeBack(one.takesBack, one.day);
	};
	return (arrived: readonly Happened[]): void => {
		const fresh = [...new Set(arrived)].filter((one) => !seen.has(one.id)).sort((a, b) => a.sequence - b.sequence);
		for (const one of fresh) {
			seen.add(one.id);
			if (one.takesBack === null) model.sell(one.id, one.day, one.goods, one.income);
			else if (seen.has(one.takesBack)) takeBack(one);
			else waiting.push(one);
		}
		waiting.filter((one) => seen.has(one.takesBack ?? '')).forEach(takeBack);
		waiting = waiting.filter((one) => !seen.has(one.takesBack ?? ''));
	};
}

async function receive(shop: Shop, model: ModelShop, act: Extract<Action, { kind: 'receive' }>): Promise<void> {
	const productId = shop.goods[act.good]?.productId;
	if (productId === undefined) return;
	const lines = [{ productId, quantity: quantity(act.amount), cost: rupiah(act.cost) }];
	const rest = { supplier: '', paidFrom: account.bank, note: '' } as const;
	await inWork(db, world.ani, shop.group.tenant, (work) =>
		receiveGoods(work, { id: work.newId(), happenedAt: work.now, lines, ...rest })
	);
	model.receive(productId, act.amount, act.cost);
}

async function agree({ group: { groupId } }: Shop, model: ModelShop): Promise<void> {
	const { reader } = db;
	const first = day('2026-11-01');
	const last = day('2027-12-31');
	const stock = (await stockOf(reader, groupId)).filter((level) => model.stock.has(level.productId));
	expect(Object.fromEntries(stock.map((level) => [level.productId, [level.quantity, level.value]]))).toEqual(
		Object.fromEntries([...model.stock].map(([product, level]) => [product, [level.quantity, level.value]]))
	);
	expect(await balanceOf(reader, groupId, account.cashDrawer)).toBe(model.cash);
	expect(await balanceOf(reader, groupId, account.costDifference)).toBe(model.difference);
	expect(await stockValue(reader, groupId)).toBe(await balanceOf(reader, groupId, account.goods));
	const omzet = (await omzetByDay(reader, groupId, first, last)).map((one) => [one.day, one.omzet] as const);
	expect(Object.fromEntries(omzet.filter(([, sum]) => sum !== 0))).toEqual(
		Object.fromEntries([...model.omzet].filter(([, sum]) => sum !== 0))
	);
	const sheet = inColumns(await trialBalance(reader, groupId, first, last));
	expect(sheet.debit).toBe(sheet.credit);
	expect(await rebuiltSums(reader, groupId)).toEqual(await keptSums(reader, groupId));
}

test('receipts, sales and voids, late and reordered, agree with the model', { timeout: 600_000 }, async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(action, { maxLength: 30 }), network, async (actions, net) => {
			db.setClock(morning);
			const shop = await shopOf(db, world.ratna, prices);
			const model = new ModelShop();
			const told = tell(shop, actions);
			const arriving = deliveries(told, net);
			const arrive = modelled(model);
			db.setClock(later(morning, 60 * 24 * 60 * minute));
			for (const act of actions) {
				if (act.kind === 'receive') await receive(shop, model, act);
				const next = arriving.shift();
				if (next === undefined) continue;
				await shop.till.send(...next);
				arrive(next);
			}
			for (const rest of arriving) {
				await shop.till.send(...rest);
				arrive(rest);
			}
			await agree(shop, model);
			const held = await heldOf(db.reader, shop.group.groupId);
			expect(held.every(({ code }) => code === 'sales.already-voided')).toBe(true);
		}),
		{ numRuns: runs }
	);
});
