/** A bank's settlement file: taken once, matched with slips, booked into the bank; the rest is settled by a person. */
import { beforeAll, describe, expect, test } from 'vitest';
import { auditTrail } from '#lib/audit/trail.server.ts';
import { type Slip, writeSlips } from '#lib/aid/slips.server.ts';
import { saveTerminal } from '#lib/aid/terminals.server.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { CardNumberInTable } from '#lib/files/table.ts';
import { present } from '#lib/kernel/assert.ts';
import { day } from '#lib/kernel/day.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { negated, rupiah, total } from '#lib/kernel/rupiah.ts';
import { balanceOf } from '#lib/ledger/balances.server.ts';
import { account } from '#lib/ledger/chart.ts';
import { journalOf } from '#lib/ledger/journal.server.ts';
import { postEntry } from '#lib/ledger/post.server.ts';
import { matchOpen } from '#lib/payments/settlement-book.server.ts';
import { guessMapping } from '#lib/payments/settlement-guess.ts';
import {
	importSettlement, readingsOf, savedMapping, settlementTerminals, SettlementTaken, SettlementWrong
} from '#lib/payments/settlement-import.server.ts'; // prettier-ignore
import { settlementLists } from '#lib/payments/settlement-lists.ts';
import { openLines, openSlips, takenFiles } from '#lib/payments/settlement-open.server.ts';
import { resolveLine, resolvePair, resolveSlip } from '#lib/payments/settlement-resolve.server.ts';
import { SwipeSettled } from '#lib/payments/settlement-ways.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { tillOf } from '#tests/support/till.ts';
import { type Village, type VillageGroup, village } from '#tests/support/village.ts';

const today = day('2026-11-21');
const [front, back] = ['10451234', '10451235'] as const;

let db: TestDatabase;
let world: Village;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
	for (const tid of [front, back])
		await inMelati((work) => saveTerminal(work, { bank: 'BRI', mid: '', tid, name: `EDC ${tid}` }));
	await inKenanga((work) => saveTerminal(work, { bank: 'BRI', mid: '', tid: '30451234', name: 'EDC' }));
});

const inMelati = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, world.ani, world.melati.tenant, fn);
const inKenanga = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, world.lina, world.kenanga.tenant, fn);
const balance = (code: Parameters<typeof balanceOf>[2]) => balanceOf(db.reader, world.melati.groupId, code);

function slipOf(rest: Pick<Slip, 'number' | 'sourceId'> & Partial<Slip>): Slip {
	return {
		line: 0, saleId: rest.sourceId, kind: 'sale', tender: 'card', bank: 'BRI', tid: front, amount: rupiah(10_000),
		day: today, happenedAt: db.clock(), ...rest
	}; // prettier-ignore
}

/** A sale paid by card, as the till tells of it: its slip, and its money on the way. */
async function swiped(number: string, amount: number, rest: Partial<Slip> = {}): Promise<Id> {
	const sourceId = newId();
	const slip = slipOf({ number, sourceId, amount: rupiah(amount), ...rest });
	const money = rupiah(slip.kind === 'refund' ? -amount : amount);
	await inMelati(async (work) => {
		await writeSlips(work, [slip]);
		const legs = [{ account: account.cardInTransit, amount: money }, { account: account.salesCounter, amount: negated(money) }]; // prettier-ignore
		await postEntry(work, { source: { type: 'sale', id: sourceId }, day: slip.day, memo: number, legs });
	});
	return sourceId;
}

type Row = readonly [trace: string, amount: number, fee?: number, tid?: string, date?: string];

function fileOf(rows: readonly Row[]): string {
	const cells = rows.map(([trace, amount, fee = 0, tid = front, date = '21/11/2026']) => [date, tid, trace, '604301******1234', amount, fee].join(';')); // prettier-ignore
	return ['Tanggal;TID;Trace;No Kartu;Nominal;MDR', ...cells, ''].join('\n');
}

const take = (text: string, group = inMelati) =>
	group((work) =>
		importSettlement(work, { bank: 'BRI', name: 'bri.csv', text, mapping: guessMapping(readingsOf(text)) })
	);

async function listsOf({ groupId }: VillageGroup = world.melati) {
	const [lines, slips, files] = [await openLines(db.reader, groupId), await openSlips(db.reader, groupId), await takenFiles(db.reader, groupId)]; // prettier-ignore
	return settlementLists(lines, slips, files);
}

async function lineOf(trace: string) {
	const lines = await openLines(db.reader, world.melati.groupId);
	return present(lines.find((line) => line.trace === trace), `the line ${trace}`); // prettier-ignore
}

describe('a file', () => {
	test('moves what agrees into the bank, less its fee, with one entry for each day', async () => {
		await swiped('000001', 100_000);
		await swiped('000002', 50_000, { tid: back });
		await swiped('000003', 25_000, { kind: 'refund' });
		const [bank, fees] = [await balance(account.bank), await balance(account.paymentFee)];
		const text = fileOf([['000001', 100_000, 700], ['000002', 50_000, 350, back, '22/11/2026'], ['000003', -25_000, -175]]); // prettier-ignore
		expect(await take(text)).toMatchObject({ lines: 3, known: 0, matched: 3 });
		expect(await balance(account.cardInTransit)).toBe(0);
		expect((await balance(account.bank)) - bank).toBe(125_000 - 875);
		expect((await balance(account.paymentFee)) - fees).toBe(875);
		const { rows } = await journalOf(db.reader, world.melati.groupId);
		const booked = rows.filter(({ sourceType }) => sourceType === 'card-settled');
		expect(booked.map((entry) => [entry.day, entry.memo])).toEqual([['2026-11-22', 'BRI'], ['2026-11-21', 'BRI']]); // prettier-ignore
		expect((await openSlips(db.reader, world.melati.groupId)).length + (await openLines(db.reader, world.melati.groupId)).length).toBe(0); // prettier-ignore
	});

	test('is taken once, also when it is sent again under another name', async () => {
		const text = fileOf([['000010', 10_000]]);
		await take(text);
		await expect(take(text)).rejects.toThrow(SettlementTaken);
		await expect(take(text.replaceAll('\n', '\r\n'))).rejects.toThrow(SettlementTaken);
	});

	test('that overlaps another brings only what is new', async () => {
		await swiped('000021', 20_000);
		await swiped('000022', 30_000);
		await take(fileOf([['000021', 20_000]]));
		expect(await take(fileOf([['000021', 20_000], ['000022', 30_000]]))).toMatchObject({ lines: 1, known: 1, matched: 1 }); // prettier-ignore
		expect(await balance(account.cardInTransit)).toBe(0);
	});

	test('that is wrong leaves nothing behind', async () => {
		const before = await takenFiles(db.reader, world.melati.groupId);
		const wrong = fileOf([
			['000031', 10_000],
			['000032', 10_000, 0, '99999999']
		]);
		await expect(take(wrong)).rejects.toThrow(new SettlementWrong(1, 3));
		await expect(take(wrong.replace('604301******1234', '5221842000000007'))).rejects.toThrow(CardNumberInTable);
		expect(await takenFiles(db.reader, world.melati.groupId)).toEqual(before);
		expect((await openLines(db.reader, world.melati.groupId)).filter(({ trace }) => trace === '000031')).toEqual([]);
	});

	test('leaves no number of a card, covered or not', async () => {
		const kept = await db.reader.selectFrom('settlementLine').selectAll().execute();
		const mapping = await savedMapping(db.reader, world.melati.groupId, 'BRI');
		expect(mapping).toMatchObject({ columns: { trace: 'trace', amount: 'nominal' } });
		expect(JSON.stringify([kept, mapping])).not.toContain('604301');
	});

	test('of a sale that arrives later is matched when somebody asks', async () => {
		await take(fileOf([['000041', 40_000]]));
		await swiped('000041', 40_000);
		expect((await listsOf()).same).toHaveLength(1);
		expect(await inMelati(matchOpen)).toBe(1);
		expect(await inMelati(matchOpen)).toBe(0);
		expect(await balance(account.cardInTransit)).toBe(0);
	});
});

test('slips of sales that were taken back, coupons and second swipes are not awaited', async () => {
	const till = await tillOf(db, world.melati, world.ratna);
	const sale = till.sell([[world.beras, 'kg', 1000, 10_000]], { tender: 'card' });
	await till.send(sale);
	await inMelati((work) => writeSlips(work, [slipOf({ number: '000051', sourceId: sale.id, saleId: sale.id })]));
	await till.send(till.takeBack(sale.id));
	await swiped('000052', 10_000, { tender: 'coupon', bank: null, tid: null });
	await swiped('000053', 10_000, { kind: 'doubled', saleId: null });
	const { withoutEdc, waiting } = await listsOf();
	expect([...withoutEdc, ...waiting].map(({ number }) => number)).toEqual([]);
});

describe('what does not agree is settled by a person', () => {
	const moved = async (code: Parameters<typeof balance>[0], act: () => Promise<unknown>) => {
		const before = await balance(code);
		await act();
		return (await balance(code)) - before;
	};
	const reason = 'sudah ditanya ke bank';

	test.each([
		['give-back', account.customerDeposits],
		['sold-as-cash', account.drawerDifference],
		['correction', account.cardInTransit]
	] as const)('a swipe without a sale: %s', async (way, code) => {
		const trace = `00006${way.length % 10}`;
		await take(fileOf([[trace, 60_000, 400]]));
		const { fileId, line } = await lineOf(trace);
		const settle = () => inMelati((work) => resolveLine(work, { key: { fileId, line }, way, reason }));
		expect(await moved(code, settle)).toBe(-60_000);
		await expect(settle()).rejects.toThrow(SwipeSettled);
	});

	test.each([
		['arrived', account.bank],
		['paid-in-cash', account.drawerDifference],
		['lost', account.otherCost]
	] as const)('a sale without a swipe: %s', async (way, code) => {
		const sourceId = await swiped('000071', 70_000);
		const settle = () => inMelati((work) => resolveSlip(work, { key: { sourceId, line: 0 }, way, reason }));
		expect(await moved(code, settle)).toBe(70_000);
		await expect(settle()).rejects.toThrow(SwipeSettled);
	});

	test('two amounts: the bank is right, and the missing part is lost; or the sale is, and the rest stays awaited', async () => {
		const [one, other] = [await swiped('000081', 80_000), await swiped('000082', 80_000)];
		await take(fileOf([['000081', 78_000], ['000082', 78_000]])); // prettier-ignore
		expect((await listsOf()).differs).toHaveLength(2);
		const pair = async (trace: string, sourceId: Id, way: 'bank-right' | 'sale-right') => {
			const { fileId, line } = await lineOf(trace);
			await inMelati((work) => resolvePair(work, { line: { fileId, line }, slip: { sourceId, line: 0 }, way, reason }));
		};
		expect(await moved(account.otherCost, () => pair('000081', one, 'bank-right'))).toBe(2000);
		expect(await moved(account.cardInTransit, () => pair('000082', other, 'sale-right'))).toBe(-78_000);
	});

	test('a number that was mistyped: paired by hand', async () => {
		const sourceId = await swiped('000099', 90_000);
		await take(fileOf([['000091', 90_000, 600]]));
		const { fileId, line } = await lineOf('000091');
		const settle = () => inMelati((work) => resolvePair(work, { line: { fileId, line }, slip: { sourceId, line: 0 }, way: 'bank-right', reason })); // prettier-ignore
		expect(await moved(account.bank, settle)).toBe(89_400);
	});

	test('and the audit tells of it', async () => {
		const actions = (await auditTrail(db.reader, world.melati.tenant.id)).entries.map((entry) => entry.action);
		expect(actions).toEqual(expect.arrayContaining(['settlement.imported', 'settlement.resolved']));
	});

	test('books and open swipes agree: what is on its way is what is awaited, and what the bank still owes', async () => {
		const { withoutEdc, waiting } = await listsOf();
		const open = total([...withoutEdc, ...waiting].map(({ amount }) => amount));
		const untold = 10_000 + 10_000;
		expect(await balance(account.cardInTransit)).toBe(open + untold + 2000 - 60_000);
	});
});

describe('other groups', () => {
	const melati = { groupId: () => world.melati.groupId };
	const kenanga = { groupId: () => world.kenanga.groupId };
	const nobody = newId();
	const done = (act: Promise<void>) => act.then(() => 'done');

	let sourceId: Id;
	let settled: { readonly fileId: Id; readonly line: number };
	beforeAll(async () => {
		sourceId = await swiped('000101', 10_000);
		await take(fileOf([['000102', 10_000], ['000103', 10_000]])); // prettier-ignore
		settled = await lineOf('000103');
	});
	otherGroup('openSlips', {
		owner: () => openSlips(db.reader, melati.groupId()),
		other: () => openSlips(db.reader, kenanga.groupId()),
		random: () => openSlips(db.reader, nobody)
	});
	otherGroup('openLines', {
		owner: () => openLines(db.reader, melati.groupId()),
		other: () => openLines(db.reader, kenanga.groupId()),
		random: () => openLines(db.reader, nobody)
	});
	otherGroup('takenFiles', {
		owner: () => takenFiles(db.reader, melati.groupId()),
		other: () => takenFiles(db.reader, kenanga.groupId()),
		random: () => takenFiles(db.reader, nobody)
	});
	otherGroup('savedMapping', {
		owner: () => savedMapping(db.reader, melati.groupId(), 'BRI'),
		other: () => savedMapping(db.reader, kenanga.groupId(), 'BRI'),
		random: () => savedMapping(db.reader, nobody, 'BRI')
	});
	otherGroup('settlementTerminals', {
		owner: () => settlementTerminals(db.reader, melati.groupId()),
		other: async () => (await settlementTerminals(db.reader, kenanga.groupId())).filter(({ tid }) => tid === front),
		random: () => settlementTerminals(db.reader, nobody)
	});
	otherGroup('importSettlement', {
		owner: () => take(fileOf([['000104', 10_000]])),
		other: () => take(fileOf([['000104', 10_000]]), inKenanga),
		random: () => take(fileOf([['000104', 10_000, 0, '88888888']]), inKenanga)
	});
	otherGroup('matchOpen', {
		owner: async () => {
			await swiped('000104', 10_000);
			return inMelati(matchOpen);
		},
		other: () => inKenanga(matchOpen),
		random: () => inKenanga(matchOpen)
	});
	const alone = (key: { readonly fileId: Id; readonly line: number }) => (work: Work) =>
		resolveLine(work, { key, way: 'give-back', reason: 'x' });
	otherGroup('resolveLine', {
		owner: async () => done(inMelati(alone(await lineOf('000102')))),
		other: async () => inKenanga(alone(await lineOf('000103'))),
		random: () => inKenanga(alone({ fileId: nobody, line: 2 }))
	});
	const lost = (id: Id) => (work: Work) =>
		resolveSlip(work, { key: { sourceId: id, line: 0 }, way: 'lost', reason: 'x' });
	otherGroup('resolveSlip', {
		owner: async () => done(inMelati(lost(await swiped('000105', 5000)))),
		other: () => inKenanga(lost(sourceId)),
		random: () => inKenanga(lost(nobody))
	});
	const paired = async (line: { readonly fileId: Id; readonly line: number }, id: Id, group = inKenanga) =>
		group((work) => resolvePair(work, { line, slip: { sourceId: id, line: 0 }, way: 'bank-right', reason: 'x' }));
	otherGroup('resolvePair', {
		owner: async () => done(paired(await lineOf('000103'), sourceId, inMelati)),
		other: () => paired(settled, sourceId),
		random: () => paired({ fileId: nobody, line: 2 }, nobody)
	});
});
