// Any sequence of what happens at a counter, late, repeated and reordered, comes to what an independent model says.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { customersOf, rebuiltOwed } from '#lib/credit/queries.server.ts';
import { shiftsOf } from '#lib/drawer/queries.server.ts';
import { inWork } from '#lib/db/work.server.ts';
import { receiveGoods } from '#lib/inventory/receive.server.ts';
import { stockOf, stockValue } from '#lib/inventory/queries.server.ts';
import { day } from '#lib/kernel/day.ts';
import { later } from '#lib/kernel/instant.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { balanceOf, trialBalance } from '#lib/ledger/balances.server.ts';
import { account } from '#lib/ledger/chart.ts';
import { omzetByDay } from '#lib/ledger/omzet-queries.server.ts';
import { keptSums, rebuiltSums } from '#lib/ledger/rebuild.server.ts';
import { inColumns } from '#lib/ledger/trial-balance.ts';
import { heldOf } from '#lib/sales/hold.server.ts';
import { shiftReport } from '#lib/sales/shift-report.server.ts';
import { engine, freshDatabase, morning, type TestDatabase } from '#tests/support/engines.ts';
import { action, type Action, deliveries, network } from '#tests/support/counter-actions.ts';
import { accepting, type Happened, Telling } from '#tests/support/counter-life.ts';
import { ModelBooks, ModelShelf } from '#tests/support/model.ts';
import { type Shop, shopOf } from '#tests/support/shop.ts';
import { type Village, village } from '#tests/support/village.ts';

const isDeep = process.env['DEEP'] === '1';
const runs = { sqlite: isDeep ? 400 : 40, postgres: isDeep ? 60 : 8 }[engine];
const minute = 60_000;
const prices = [12_345, 2500, 33_333];
const first = day('2026-11-01');
const last = day('2027-12-31');

let db: TestDatabase;
let world: Village;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
});

async function receive(shop: Shop, shelf: ModelShelf, act: Extract<Action, { kind: 'receive' }>): Promise<void> {
	const productId = shop.goods[act.good]?.productId;
	if (productId === undefined) return;
	const lines = [{ productId, quantity: quantity(act.amount), cost: rupiah(act.cost) }];
	const rest = { supplier: '', paidFrom: account.bank, note: '' } as const;
	await inWork(db, world.ani, shop.group.tenant, (work) =>
		receiveGoods(work, { id: work.newId(), happenedAt: work.now, lines, ...rest })
	);
	shelf.receive(productId, act.amount, act.cost);
}

const withoutZero = (sums: Iterable<readonly [string, number]>) =>
	Object.fromEntries([...sums].filter(([, sum]) => sum !== 0));

async function agreeOnStock({ group: { groupId } }: Shop, shelf: ModelShelf): Promise<void> {
	const stock = (await stockOf(db.reader, groupId)).filter((level) => shelf.stock.has(level.productId));
	expect(Object.fromEntries(stock.map((level) => [level.productId, [level.quantity, level.value]]))).toEqual(
		Object.fromEntries([...shelf.stock].map(([product, level]) => [product, [level.quantity, level.value]]))
	);
	expect(await stockValue(db.reader, groupId)).toBe(await balanceOf(db.reader, groupId, account.goods));
	expect(await balanceOf(db.reader, groupId, account.costDifference)).toBe(shelf.difference);
	expect(await balanceOf(db.reader, groupId, account.shrinkage)).toBe(shelf.lost);
}

async function agreeOnMoney({ group: { groupId } }: Shop, books: ModelBooks): Promise<void> {
	const { reader } = db;
	expect(await balanceOf(reader, groupId, account.cashDrawer)).toBe(books.cash);
	expect(await balanceOf(reader, groupId, account.drawerDifference)).toBe(books.missing);
	const omzet = (await omzetByDay(reader, groupId, first, last)).map((one) => [one.day, one.omzet] as const);
	expect(withoutZero(omzet)).toEqual(withoutZero(books.omzet));
	const owed = (await customersOf(reader, groupId, last)).map(({ partyId, owed: sum }) => [partyId, sum] as const);
	expect(withoutZero(owed)).toEqual(withoutZero(books.owed));
	expect(withoutZero(await rebuiltOwed(reader, groupId))).toEqual(withoutZero(books.owed));
	const sum = owed.reduce((all, [, one]) => all + one, 0);
	expect(sum).toBe(await balanceOf(reader, groupId, account.owedByCustomers));
}

async function agreeOnShifts({ group: { groupId } }: Shop, books: ModelBooks): Promise<void> {
	const { shifts } = await shiftsOf(db.reader, groupId, { limit: 100 });
	const reports = await Promise.all(shifts.map(({ number }) => shiftReport(db.reader, groupId, number)));
	expect(Object.fromEntries(reports.map(({ shift, expected }) => [shift.id, expected]))).toEqual(
		Object.fromEntries(books.shifts)
	);
	expect(shifts.map(({ number }) => number)).toEqual(shifts.map((_, index) => shifts.length - index));
}

async function agree(shop: Shop, shelf: ModelShelf, books: ModelBooks): Promise<void> {
	const { groupId } = shop.group;
	await agreeOnStock(shop, shelf);
	await agreeOnMoney(shop, books);
	await agreeOnShifts(shop, books);
	const sheet = inColumns(await trialBalance(db.reader, groupId, first, last));
	expect(sheet.debit).toBe(sheet.credit);
	expect(await rebuiltSums(db.reader, groupId)).toEqual(await keptSums(db.reader, groupId));
}

test('what happens at a counter, late and reordered, agrees with the model', { timeout: 600_000 }, async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(action, { maxLength: 30 }), network, async (actions, net) => {
			db.setClock(morning);
			const shop = await shopOf(db, world.ratna, prices);
			const telling = new Telling(shop, morning);
			const told = actions.flatMap((act) => telling.tell(act));
			const [shelf, books] = [new ModelShelf(), new ModelBooks()];
			const accept = accepting(shelf, books);
			const arriving: Happened[][] = deliveries(told, net);
			db.setClock(later(morning, 60 * 24 * 60 * minute));
			for (const act of actions) {
				if (act.kind === 'receive') await receive(shop, shelf, act);
				const next = arriving.shift();
				if (next === undefined) continue;
				await shop.till.send(...next);
				accept.arrive(next);
			}
			for (const rest of arriving) {
				await shop.till.send(...rest);
				accept.arrive(rest);
			}
			await agree(shop, shelf, books);
			const held = await heldOf(db.reader, shop.group.groupId);
			expect(held.map(({ id, code }) => [id, code]).sort()).toEqual(accept.held().sort());
		}),
		{ numRuns: runs }
	);
});
