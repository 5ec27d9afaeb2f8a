/**
 * An aid day of 306 families in seven hours, sold without internet from two tills under a rule that holds aid to a list,
 * and the bank's file of it, in which five things are wrong.
 */
import { expect } from 'vitest';
import { saveTerminal } from '#lib/aid/terminals.server.ts';
import type { Database } from '#lib/db/open.server.ts';
import { inWork } from '#lib/db/work.server.ts';
import { receiveGoods } from '#lib/inventory/receive.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Day, day, dayOf } from '#lib/kernel/day.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { type Instant, later } from '#lib/kernel/instant.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { balanceOf } from '#lib/ledger/balances.server.ts';
import { account } from '#lib/ledger/chart.ts';
import { importSettlement } from '#lib/payments/settlement-import.server.ts';
import { settlementLists } from '#lib/payments/settlement-lists.ts';
import type { SettlementMapping } from '#lib/payments/settlement-mapping.ts';
import { openLines, openSlips, takenFiles } from '#lib/payments/settlement-open.server.ts';
import { holdRules } from './aid-rules.ts';
import type { TestTill, Told } from './till.ts';
import { palu, type Village } from './village.ts';

export const families = 306;
const hours = 7;
/** From the first family until all is sent, when the tills have internet again. */
export const untilSentMs = (hours + 5) * 3_600_000;
const machines = [
	{ bank: 'BRI', mid: '', tid: 'BRI00001', name: 'BRI meja satu' },
	{ bank: 'BRI', mid: '', tid: 'BRI00002', name: 'BRI meja dua' }
] as const;
const regime = {
	id: newId(), region: palu, validFrom: day('2026-11-01'), validTo: null, regime: 'COMMODITY_ONLY', programme: 'BPNT'
} as const; // prettier-ignore
const list = {
	id: newId(), region: palu, validFrom: day('2026-11-01'), validTo: null,
	entries: [{ foodGroup: 'carbohydrate', isFreshOnly: true }, { foodGroup: 'animal-protein', isFreshOnly: true }]
} as const; // prettier-ignore
const mapping: SettlementMapping = {
	separator: 'comma', headingRow: 1, footRows: 0, decimals: 'point', dates: 'ymd', reversals: 'minus',
	columns: { date: 'date', tid: 'tid', trace: 'trace', approval: null, rrn: 'rrn', amount: 'amount', fee: null, kind: null }
}; // prettier-ignore

/** A swipe as the machine knows it, and the sale that the till told of. */
interface Swiped {
	readonly sale: Told;
	readonly tid: string;
	readonly number: string;
	readonly amount: number;
}

export interface AidDay {
	readonly today: Day;
	readonly swipes: readonly Swiped[];
	/** What all cards paid. */
	readonly paid: Rupiah;
	/** The sales of one of the two tills, in their order. */
	salesOf(till: number): Told[];
}

/** Rules, goods and machines for the day. */
export async function readyForAid(db: Database, v: Village, at: Instant): Promise<readonly Id[]> {
	await holdRules(db, { regimes: [regime], lists: [list] });
	return inWork(db, v.sari, v.melati.tenant, async (work) => {
		const lines = [
			[v.beras, 100_000_000],
			[v.telur, 20_000_000],
			[v.tempe, 20_000_000]
		] as const;
		await receiveGoods(work, {
			id: work.newId(), supplier: 'Uji', paidFrom: account.openingEquity, note: '', happenedAt: at,
			lines: lines.map(([{ productId }, cost]) => ({ productId, quantity: quantity(10_000_000), cost: rupiah(cost) }))
		}); // prettier-ignore
		return [await saveTerminal(work, machines[0]), await saveTerminal(work, machines[1])];
	});
}

/** Sells the whole day on two tills, from `opened` on; nothing is sent. */
export function sellAidDay(v: Village, tills: readonly TestTill[], machineIds: readonly Id[], opened: Instant): AidDay {
	const swipes = Array.from({ length: families }, (_, family) => {
		const at = later(opened, Math.floor((family * hours * 3_600_000) / families));
		return served(v, present(tills[family % 2], 'a till'), machineIds, family, at);
	});
	return {
		today: dayOf(opened, 'Asia/Makassar'),
		swipes,
		paid: total(swipes.map(({ amount }) => rupiah(amount))),
		salesOf: (till) => swipes.filter((_, family) => family % 2 === till).map(({ sale }) => sale)
	};
}

/** What a family takes: rice and eggs that aid pays, and for every third tempeh, which this list has not, in cash. */
function served(v: Village, till: TestTill, machineIds: readonly Id[], family: number, at: Instant): Swiped {
	const tid = present(machines[family % 2], 'a machine').tid;
	const number = String(100_000 + family);
	const eggs = 10 + (family % 11);
	const kilos = 5 + (family % 6);
	const amount = kilos * 12_000 + eggs * 2000;
	const tempe = family % 3 === 0 ? 2 : 0;
	const card = { kind: 'slip', terminalId: present(machineIds[family % 2], 'its id'), number } as const;
	const sale = till.sell(
		[
			[v.beras, 'kg', kilos * 1000, 12_000],
			[v.telur, 'butir', eggs * 1000, 2000],
			...(tempe === 0 ? [] : [[v.tempe, 'papan', tempe * 1000, 5000] as const])
		],
		{
			payments: [['kks', amount, card], ...(tempe === 0 ? [] : [['cash', tempe * 5000] as const])],
			said: { aid: { regimeId: regime.id, listId: list.id } },
			at
		}
	);
	return { sale, tid, number, amount };
}

/** The bank's file, in which one swipe is missing, two amounts differ, and two swipes no till told of. */
function bankFile({ swipes, today }: AidDay): string {
	const told = swipes.flatMap(({ tid, number, amount }, at) => {
		if (at === 40) return [];
		return [{ tid, number, amount: at === 120 ? amount + 1000 : at === 200 ? amount - 500 : amount }];
	});
	const unknown = [
		{ tid: 'BRI00001', number: '900001', amount: 110_000 },
		{ tid: 'BRI00002', number: '900002', amount: 95_000 }
	];
	const rows = [...told, ...unknown].map(
		({ tid, number, amount }, at) => `${today},${tid},${number},${String(632_600_000_000 + at)},${amount}.00`
	);
	return ['date,tid,trace,rrn,amount', ...rows.toReversed()].join('\n');
}

/** The treasurer takes the bank's file: exactly the five that are wrong are found, and the rest is in the bank. */
export async function expectFive(db: Database, v: Village, aid: AidDay): Promise<void> {
	const { groupId, tenant } = v.melati;
	const settlement = { bank: 'BRI', name: 'settlement.csv', text: bankFile(aid), mapping } as const;
	const taken = await inWork(db, v.ani, tenant, (work) => importSettlement(work, settlement));
	expect(taken).toMatchObject({ lines: families + 1, matched: families - 3 });
	const [lines, slips, files] = await Promise.all([
		openLines(db.reader, groupId),
		openSlips(db.reader, groupId),
		takenFiles(db.reader, groupId)
	]);
	const { same, differs, withoutSale, withoutEdc, toReverse, waiting } = settlementLists(lines, slips, files);
	const found = (at: number) => aid.swipes[at]?.number;
	expect({
		settled: [same.length, toReverse.length, waiting.length],
		withoutEdc: withoutEdc.map(({ number }) => number),
		withoutSale: withoutSale.map(({ trace }) => trace).sort(),
		differs: differs.map(({ slip, line }) => [slip.number, line.amount - slip.amount]).sort()
	}).toEqual({
		settled: [0, 0, 0],
		withoutEdc: [found(40)],
		withoutSale: ['900001', '900002'],
		differs: [[found(120), 1000], [found(200), -500]]
	}); // prettier-ignore
	const still = [40, 120, 200].reduce((sum, at) => sum + (aid.swipes[at]?.amount ?? 0), 0);
	expect(await balanceOf(db.reader, groupId, account.cardInTransit)).toBe(still);
}
