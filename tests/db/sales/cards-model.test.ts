// Whatever becomes of late cards, in any order: what is owed, on its way and given up is what an independent model says.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { openDeeds, writeOffDeed } from '#lib/aid/deeds.server.ts';
import { inWork } from '#lib/db/work.server.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import { day } from '#lib/kernel/day.ts';
import { balanceOf } from '#lib/ledger/balances.server.ts';
import { account } from '#lib/ledger/chart.ts';
import { keptSums, rebuiltSums } from '#lib/ledger/rebuild.server.ts';
import { heldOf } from '#lib/sales/hold.server.ts';
import { engine, freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { type Shop, shopOf } from '#tests/support/shop.ts';
import type { Told } from '#tests/support/till.ts';
import { type Village, village } from '#tests/support/village.ts';

const isDeep = process.env['DEEP'] === '1';
const runs = { sqlite: isDeep ? 300 : 30, postgres: isDeep ? 40 : 6 }[engine];
const price = 1700;
const which = fc.nat(9);
const action = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('sell' as const), units: fc.integer({ min: 1, max: 6 }), isLate: fc.boolean() }) },
	{ weight: 3, arbitrary: fc.record({ kind: fc.constant('swipe' as const), which }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('write-off' as const), which }) },
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('back' as const), which, units: fc.integer({ min: 1, max: 6 }) }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('void' as const), which }) }
); // prettier-ignore
type Action = typeof action extends fc.Arbitrary<infer One> ? One : never;

interface Sale {
	readonly told: Told;
	readonly isLate: boolean;
	/** Where its money stands. */
	at: 'card' | 'late' | 'cost';
	/** Units that are with the buyer. */
	left: number;
	readonly units: number;
}

/** Three heaps of money; a sale's lies on one of them, less what came back. */
class Model {
	readonly heaps = { card: 0, late: 0, cost: 0 };
	readonly sales: Sale[] = [];

	sell(told: Told, units: number, isLate: boolean): void {
		const at = isLate ? 'late' : 'card';
		this.sales.push({ told, isLate, at, left: units, units });
		this.heaps[at] += units * price;
	}

	/** All that is left of a sale's money moves. */
	move(sale: Sale, to: Sale['at']): void {
		this.heaps[sale.at] -= sale.left * price;
		this.heaps[to] += sale.left * price;
		sale.at = to;
	}

	back(sale: Sale, units: number): void {
		this.heaps[sale.at] -= units * price;
		sale.left -= units;
	}
}

let db: TestDatabase;
let world: Village;
let numbers = 0;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
});

const slip = () => ({ kind: 'slip', terminalId: null, number: String(++numbers).padStart(6, '0') }) as const;

async function act({ group, goods, till }: Shop, model: Model, does: Action): Promise<void> {
	const [good] = goods;
	if (good === undefined) return;
	if (does.kind === 'sell') {
		const told = till.sell([[good, 'kg', does.units * 1000]], { payments: [['card', does.units * price, does.isLate ? 'deed' : slip()]] }); // prettier-ignore
		await till.send(told);
		model.sell(told, does.units, does.isLate);
		return;
	}
	const sale = model.sales[does.which % Math.max(1, model.sales.length)];
	if (sale === undefined) return;
	if (does.kind === 'swipe' && sale.isLate) {
		const deed = `BA-${sale.told.body?.receiptNumber ?? ''}`;
		await till.send(till.tell('late-card-paid', { saleId: sale.told.id, deed, card: slip() }));
		model.move(sale, 'card');
	}
	if (does.kind === 'write-off' && (await isWrittenOff(group, sale))) model.move(sale, 'cost');
	if (does.kind === 'back' && does.units <= sale.left) {
		await till.send(till.giveBack(sale.told, [[0, does.units * 1000]]));
		model.back(sale, does.units);
	}
	if (does.kind === 'void' && sale.left === sale.units) {
		await till.send(till.takeBack(sale.told.id));
		model.back(sale, sale.left);
	}
}

/** Tries it; refused unless something is still owed. */
async function isWrittenOff({ tenant }: Shop['group'], sale: Sale): Promise<boolean> {
	try {
		await inWork(db, world.ani, tenant, (work) => writeOffDeed(work, { saleId: sale.told.id, reason: 'Uji' }));
		expect([sale.at, sale.left > 0]).toEqual(['late', true]);
		return true;
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		expect(sale.at === 'late' && sale.left > 0).toBe(false);
		return false;
	}
}

test('late cards', { timeout: 120_000 }, async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 25 }), async (acts) => {
			const shop = await shopOf(db, world.ratna, [price]);
			const { groupId } = shop.group;
			const model = new Model();
			for (const does of acts) await act(shop, model, does);
			const balance = (code: Parameters<typeof balanceOf>[2]) => balanceOf(db.reader, groupId, code);
			expect({
				card: await balance(account.cardInTransit),
				late: await balance(account.owedByLateCards),
				cost: await balance(account.otherCost)
			}).toEqual(model.heaps);
			const papers = await openDeeds(db.reader, groupId, day('2026-11-21'));
			expect(papers.reduce((sum, { owed }) => sum + owed, 0)).toBe(model.heaps.late);
			expect(await heldOf(db.reader, groupId)).toEqual([]);
			expect(await keptSums(db.reader, groupId)).toEqual(await rebuiltSums(db.reader, groupId));
		}),
		{ numRuns: runs }
	);
});
