/** Money that the bank had paid for a sale that was taken back since, and cards that were swiped twice. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Work } from '#lib/db/work.server.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { balanceOf } from '#lib/ledger/balances.server.ts';
import { account } from '#lib/ledger/chart.ts';
import { openLines, openSlips } from '#lib/payments/settlement-open.server.ts';
import { resolveBack, resolvePair } from '#lib/payments/settlement-resolve.server.ts';
import { withFirstSwipes } from '#lib/payments/settlement-twice.server.ts';
import { SwipeSettled } from '#lib/payments/settlement-ways.ts';
import { type CardShop, cardShop, tid } from '#tests/support/card-shop.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';

const reason = 'sudah ditanya ke bank';

let db: TestDatabase;
let shop: CardShop;

beforeAll(async () => {
	db = await freshDatabase();
	shop = await cardShop(db);
});

describe('a sale that was taken back after the bank had paid it', () => {
	test('is awaited from the bank, whose later reversal settles it', async () => {
		const sale = await shop.sold('000001', 5);
		await shop.take([['000001', 50_000]]);
		expect([await shop.inTransit(), (await shop.lists()).toReverse]).toEqual([0, []]);
		await shop.till.send(shop.till.takeBack(sale.id));
		expect(await shop.inTransit()).toBe(-50_000);
		const { toReverse, withoutEdc, waiting } = await shop.lists();
		expect(toReverse).toMatchObject([{ number: '000001', tid, amount: -50_000, saleId: sale.id, isBack: true }]);
		expect([withoutEdc, waiting]).toEqual([[], []]);
		expect(await shop.take([['000001', -50_000]])).toMatchObject({ matched: 1 });
		expect([await shop.inTransit(), (await shop.lists()).toReverse]).toEqual([0, []]);
	});

	test.each([
		['taken', account.bank],
		['given-cash', account.drawerDifference],
		['owed', account.customerDeposits]
	] as const)('is settled by a person where no file says so: %s', async (way, code) => {
		const number = `00001${way.length % 10}`;
		const sale = await shop.sold(number, 2);
		await shop.take([[number, 20_000]]);
		await shop.till.send(shop.till.takeBack(sale.id));
		const { sourceId, line } = await shop.backOf(number);
		const before = await balanceOf(db.reader, shop.v.melati.groupId, code);
		const settle = () => shop.inMelati((work) => resolveBack(work, { key: { sourceId, line }, way, reason }));
		await settle();
		expect((await balanceOf(db.reader, shop.v.melati.groupId, code)) - before).toBe(-20_000);
		expect([await shop.inTransit(), (await shop.lists()).toReverse]).toEqual([0, []]);
		await expect(settle()).rejects.toThrow(SwipeSettled);
	});

	test('whose reversal has another number is paired by hand', async () => {
		const sale = await shop.sold('000021', 3);
		await shop.take([['000021', 30_000]]);
		await shop.till.send(shop.till.takeBack(sale.id));
		await shop.take([['000022', -30_000]]);
		const [{ sourceId, line }, { fileId, line: row }] = [await shop.backOf('000021'), await shop.lineOf('000022')];
		const pair = {
			line: { fileId, line: row },
			slip: { sourceId, line, isBack: true },
			way: 'bank-right',
			reason
		} as const;
		await shop.inMelati((work) => resolvePair(work, pair));
		expect([await shop.inTransit(), (await shop.lists()).toReverse]).toEqual([0, []]);
	});

	test('before the bank told of it is awaited by nobody, and neither is a return that the machine gave a slip for', async () => {
		const sale = await shop.sold('000031', 1);
		await shop.till.send(shop.till.takeBack(sale.id));
		expect(await shop.lists()).toMatchObject({ toReverse: [], waiting: [], withoutEdc: [] });
		expect(await shop.inTransit()).toBe(0);
		const other = await shop.sold('000032', 4);
		await shop.take([['000032', 40_000]]);
		const card = { kind: 'slip', terminalId: shop.machine, number: '000033' } as const;
		const bySlip = shop.till.giveBack(other, [[0, 1000]], {
			twistBody: (body) => ({ ...body, refunds: body.refunds.map((refund) => ({ ...refund, card })) })
		});
		await shop.till.send(bySlip);
		const { toReverse, withoutEdc } = await shop.lists();
		expect([toReverse, withoutEdc]).toMatchObject([[], [{ number: '000033', amount: -10_000 }]]);
		await shop.take([['000033', -10_000]]);
		expect(await shop.inTransit()).toBe(0);
	});

	test('in part, and without a slip, is awaited for that part', async () => {
		const sale = await shop.sold('000041', 4);
		await shop.take([['000041', 40_000]]);
		await shop.till.send(shop.till.giveBack(sale, [[0, 1000]]));
		expect((await shop.lists()).toReverse).toMatchObject([{ number: '000041', amount: -10_000, isBack: true }]);
		expect(await shop.take([['000041', -10_000]])).toMatchObject({ matched: 1 });
		expect([await shop.inTransit(), (await shop.lists()).toReverse]).toEqual([0, []]);
	});
});

test('a line without a sale names the swipe that it likely repeats', async () => {
	await shop.sold('000101', 7);
	await shop.take([
		['000101', 70_000, '21/11/2026 10:00'],
		['000102', 70_000, '21/11/2026 10:02'],
		['000103', 70_000, '21/11/2026 15:00'],
		['000104', 71_000, '21/11/2026 10:01']
	]);
	const { withoutSale } = await shop.lists();
	const named = await withFirstSwipes(db.reader, shop.v.melati.groupId, withoutSale);
	const first = (trace: string) => named.find((line) => line.trace === trace)?.first?.trace;
	expect([first('000102'), first('000103'), first('000104')]).toEqual(['000101', undefined, undefined]);
	expect(await withFirstSwipes(db.reader, shop.v.kenanga.groupId, withoutSale)).toEqual(
		withoutSale.map((line) => ({ ...line, first: null }))
	);
});

describe('other groups', () => {
	const nobody = newId();
	const mine = () => shop.v.melati.groupId;
	const isBack = async (groupId: Id) => (await openSlips(db.reader, groupId)).filter((slip) => slip.isBack);

	let key: { readonly sourceId: Id; readonly line: number };
	beforeAll(async () => {
		const sale = await shop.sold('000111', 1);
		await shop.take([['000111', 10_000]]);
		await shop.till.send(shop.till.takeBack(sale.id));
		key = await shop.backOf('000111');
	});
	otherGroup('slipsToReverse', {
		owner: () => isBack(mine()),
		other: () => isBack(shop.v.kenanga.groupId),
		random: () => isBack(nobody)
	});
	const first = async (groupId: Id) => {
		const lines = await withFirstSwipes(db.reader, groupId, await openLines(db.reader, mine()));
		return lines.filter((line) => line.first !== null);
	};
	otherGroup('withFirstSwipes', {
		owner: () => first(mine()),
		other: () => first(shop.v.kenanga.groupId),
		random: () => first(nobody)
	});
	const owed = (of: typeof key) => (work: Work) => resolveBack(work, { key: of, way: 'owed', reason });
	otherGroup('resolveBack', {
		owner: () => shop.inMelati(owed(key)).then(() => 'done'),
		other: () => shop.inKenanga(owed(key)),
		random: () => shop.inKenanga(owed({ sourceId: nobody, line: 0 }))
	});
});
