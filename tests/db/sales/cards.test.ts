// Cards at the counter: a slip, a paper until the card can be swiped, goods that follow; and where their money stands.
import { beforeAll, describe, expect, test } from 'vitest';
import { openDeeds, writeOffDeed } from '#lib/aid/deeds.server.ts';
import { saveTerminal } from '#lib/aid/terminals.server.ts';
import { inWork } from '#lib/db/work.server.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { account } from '#lib/ledger/chart.ts';
import { exceptionsOf } from '#lib/sales/exceptions.server.ts';
import { saleById } from '#lib/sales/queries.server.ts';
import { saleReceipt } from '#lib/sales/sale-receipt.server.ts';
import type { ByCard } from '#lib/sales/wire-bodies.ts';
import { type Counter, counterOf } from '#tests/support/counter.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { type Paying, type TestTill, tillOf, type Told } from '#tests/support/till.ts';
import { type Village, village } from '#tests/support/village.ts';

const day = 86_400_000;
let db: TestDatabase;
let world: Village;
let till: TestTill;
let counter: Counter;
let bri: Id;
let numbers = 100_000;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
	till = await tillOf(db, world.melati, world.ratna);
	counter = counterOf(db, world);
	await counter.receive(world.beras, 1_000_000, 10_000_000);
	const machine = { bank: 'BRI', mid: '000001234567', tid: 'BRI00001', name: 'BRI di kasir depan' } as const;
	bri = await inWork(db, world.sari, world.melati.tenant, (work) => saveTerminal(work, machine));
});

const slip = (number = String(numbers++)) => ({ kind: 'slip', terminalId: bri, number }) as const;
const rice = (...payments: readonly Paying[]) => till.sell([[world.beras, 'kg', 1000, 12_000]], { payments });
const byCard = (card: ByCard = slip()) => rice(['card', 12_000, card]);
/** A sale against a paper, which is numbered as its receipt is. */
function late(...others: readonly Paying[]): Told & { readonly number: string } {
	const amount = 12_000 - others.reduce((sum, [, paid]) => sum + paid, 0);
	const sale = rice(...others, ['card', amount, 'deed']);
	return { ...sale, number: `BA-${sale.body?.receiptNumber ?? ''}` };
}
const swiped = ({ id: saleId, number }: { readonly id: Id; readonly number: string }, card = slip()) =>
	till.tell('late-card-paid', { saleId, deed: number, card });
const writtenOff = (saleId: Id) =>
	inWork(db, world.ani, world.melati.tenant, (work) => writeOffDeed(work, { saleId, reason: 'Kartu diblokir bank.' }));
const states = async (...told: readonly { readonly text: string }[]) => (await till.send(...told)).events.map(({ state }) => state); // prettier-ignore
const standing = async () => ({
	card: await counter.balance(account.cardInTransit),
	owed: await counter.balance(account.owedByLateCards),
	cost: await counter.balance(account.otherCost),
	drawer: await counter.balance(account.cashDrawer)
});
/** What something moves of that. */
async function moved(act: () => Promise<unknown>): Promise<Partial<Awaited<ReturnType<typeof standing>>>> {
	const before = await standing();
	await act();
	const after = await standing();
	await counter.laws();
	return Object.fromEntries(
		Object.entries(after).flatMap(([key, amount]) => {
			const by = amount - before[key as keyof typeof before];
			return by === 0 ? [] : [[key, by]];
		})
	);
}
const slipsOf = (sourceId: Id) =>
	db.reader
		.selectFrom('cardSlip')
		.select(['kind', 'tender', 'bank', 'tid', 'number', 'amount', 'saleId'])
		.where('groupId', '=', world.melati.groupId)
		.where('sourceId', '=', sourceId)
		.execute();
const open = () => openDeeds(db.reader, world.melati.groupId, counter.today());
const openOf = async (sale: Told) => (await open()).find(({ saleId }) => saleId === sale.id);

describe('a slip', () => {
	test('is kept with bank and terminal of its machine; a sale by cash keeps none', async () => {
		const [sale, cash] = [byCard(slip('00A12B')), rice(['cash', 12_000])];
		expect(await moved(() => till.send(sale, cash))).toEqual({ card: 12_000, drawer: 12_000 });
		expect(await slipsOf(sale.id)).toEqual([
			{ kind: 'sale', tender: 'card', bank: 'BRI', tid: 'BRI00001', number: '00A12B', amount: 12_000, saleId: sale.id }
		]);
		expect(await slipsOf(cash.id)).toEqual([]);
		expect(await counter.doubts(sale.id)).toEqual([]);
	});

	test('told twice on a day is kept twice, and looked at with the other receipt', async () => {
		const [one, other] = [byCard(slip('777777')), byCard(slip('777777'))];
		expect(await states(one, other)).toEqual(['applied', 'applied']);
		const third = byCard(slip('777777'));
		await till.send(third);
		expect(await counter.doubts(one.id)).toEqual([]);
		for (const again of [other, third]) {
			expect(await counter.doubts(again.id)).toEqual(['slip-twice']);
			const found = (await exceptionsOf(db.reader, world.melati.groupId)).find(
				({ kind, subject }) => kind === 'slip-twice' && subject.id === again.id
			);
			expect(found?.facts).toEqual({ number: '777777', receipt: one.body?.receiptNumber });
		}
		db.pass(day);
		const tomorrow = byCard(slip('777777'));
		await till.send(tomorrow);
		expect(await counter.doubts(tomorrow.id)).toEqual([]);
	});

	test('of a machine that nobody saved is looked at', async () => {
		const sale = byCard({ kind: 'slip', terminalId: newId(), number: '123123' });
		await till.send(sale);
		expect(await counter.doubts(sale.id)).toEqual(['unknown-terminal']);
		expect(await slipsOf(sale.id)).toMatchObject([{ bank: null, tid: null }]);
	});

	test('that pays back kasbon is known too', async () => {
		const partyId = newId();
		const sale = till.sell([[world.beras, 'kg', 1000, 12_000]], { tender: 'kasbon', partyId });
		const payment = {
			tender: 'card',
			amount: 12_000,
			received: 12_000,
			reference: null,
			card: slip('555555')
		} as never;
		const paid = till.tell('credit-paid', { receiptNumber: `${till.code}-000999`, partyId, payment });
		expect(await moved(() => till.send(sale, paid))).toEqual({ card: 12_000 });
		expect(await slipsOf(paid.id)).toMatchObject([{ kind: 'credit', number: '555555', bank: 'BRI', saleId: null }]);
	});
});

test('an office finds the number of a slip or a paper with the sale, and prints it as the till does', async () => {
	const [slipped, paper] = [byCard(slip('0B1234')), late()];
	await till.send(slipped, paper);
	const { groupId } = world.melati;
	const references = async (sale: Told) => (await saleById(db.reader, groupId, sale.id)).payments.map(({ reference }) => reference); // prettier-ignore
	expect([await references(slipped), await references(paper)]).toEqual([['0B1234'], [paper.number]]);
	const [printed, onPaper] = [await saleReceipt(db.reader, groupId, slipped.id), await saleReceipt(db.reader, groupId, paper.id)]; // prettier-ignore
	expect(printed.payments[0]?.reference).toBe('0B1234');
	expect([onPaper.payments[0]?.reference, onPaper.note]).toEqual([null, expect.stringContaining(paper.number)]);
});

describe('a paper instead of a swipe', () => {
	test('is owed until the card is swiped, within the days of the rule', async () => {
		const sale = late();
		expect(await moved(() => till.send(sale))).toEqual({ owed: 12_000 });
		expect(await openOf(sale)).toMatchObject({
			number: sale.number,
			owed: 12_000,
			day: counter.today(),
			daysOverdue: 0
		});
		db.pass(5 * day);
		expect(await openOf(sale)).toMatchObject({ daysOverdue: 2 });
		const swipe = swiped(sale);
		expect(await moved(() => till.send(swipe))).toEqual({ card: 12_000, owed: -12_000 });
		expect(await openOf(sale)).toBeUndefined();
		expect(await slipsOf(swipe.id)).toMatchObject([{ kind: 'late', amount: 12_000, saleId: sale.id, bank: 'BRI' }]);
		expect(await counter.doubts(swipe.id)).toEqual([]);
	});

	test('swiped twice is the bank’s to give back', async () => {
		const sale = late();
		await till.send(sale, swiped(sale));
		const again = swiped(sale);
		expect(await moved(() => till.send(again))).toEqual({});
		expect(await counter.doubts(again.id)).toEqual(['deed-paid-twice']);
		expect(await slipsOf(again.id)).toMatchObject([{ kind: 'doubled', saleId: null }]);
	});

	test('written off is a cost; swiped after all it is none, and looked at', async () => {
		const sale = late();
		await till.send(sale);
		expect(await moved(() => writtenOff(sale.id))).toEqual({ owed: -12_000, cost: 12_000 });
		expect(await openOf(sale)).toBeUndefined();
		const swipe = swiped(sale);
		expect(await moved(() => till.send(swipe))).toEqual({ card: 12_000, cost: -12_000 });
		expect(await counter.doubts(swipe.id)).toEqual(['deed-paid-late']);
		await expect(writtenOff(sale.id)).rejects.toMatchObject({ code: 'aid.deed-closed' });
	});

	test('of a sale that has not come waits for it; one that the sale does not have waits for a person', async () => {
		const sale = late();
		const swipe = swiped(sale);
		expect(await states(swipe)).toEqual(['held']);
		await till.send(sale);
		expect(await counter.heldBy(swipe.id)).toBeNull();
		expect(await openOf(sale)).toBeUndefined();
		const other = swiped({ id: sale.id, number: 'BA-Z-000001' });
		expect(await states(other)).toEqual(['held']);
		expect(await counter.heldBy(other.id)).toBe('sales.deed-unknown');
	});

	test('beside cash is owed for its part alone', async () => {
		const sale = late(['cash', 5000]);
		expect(await moved(() => till.send(sale))).toEqual({ owed: 7000, drawer: 5000 });
		expect(await openOf(sale)).toMatchObject({ owed: 7000 });
	});
});

describe('what comes back', () => {
	test('of a paper is owed no more: whole by a void, in part by a return', async () => {
		const [sale, part] = [late(), late()];
		await till.send(sale, part);
		expect(await moved(() => till.send(till.takeBack(sale.id)))).toEqual({ owed: -12_000 });
		expect(await openOf(sale)).toBeUndefined();
		expect(await moved(() => till.send(till.giveBack(part, [[0, 250]])))).toEqual({ owed: -3000 });
		expect(await openOf(part)).toMatchObject({ owed: 9000 });
		expect(await moved(() => till.send(swiped(part)))).toEqual({ card: 9000, owed: -9000 });
		const swipe = swiped(sale);
		expect(await moved(() => till.send(swipe))).toEqual({});
		expect(await counter.doubts(swipe.id)).toEqual(['deed-goods-back']);
	});

	test('after the swipe goes back to the card', async () => {
		const [sale, part] = [late(), late()];
		await till.send(sale, part, swiped(sale), swiped(part));
		expect(await moved(() => till.send(till.takeBack(sale.id)))).toEqual({ card: -12_000 });
		const back = till.giveBack(part, [[0, 500]], {
			twistBody: (body) => ({ ...body, refunds: body.refunds.map((refund) => ({ ...refund, card: slip('R00001') })) })
		});
		expect(await moved(() => till.send(back))).toEqual({ card: -6000 });
		expect(await slipsOf(back.id)).toMatchObject([{ kind: 'refund', number: 'R00001', amount: 6000, saleId: part.id }]);
	});

	test('after it was written off is no cost any more', async () => {
		const [sale, part] = [late(), late()];
		await till.send(sale, part);
		await writtenOff(sale.id);
		await writtenOff(part.id);
		expect(await moved(() => till.send(till.takeBack(sale.id)))).toEqual({ cost: -12_000 });
		expect(await moved(() => till.send(till.giveBack(part, [[0, 500]])))).toEqual({ cost: -6000 });
		expect(await moved(() => till.send(till.giveBack(part, [[0, 500]])))).toEqual({ cost: -6000 });
	});
});

describe('beside sales', () => {
	test('a second swipe, a card that failed and a receipt that was not printed are facts', async () => {
		const sale = byCard();
		const doubled = till.tell('card-doubled', { card: slip('888888'), amount: 12_000 as never });
		const failed = till.tell('card-failed', { terminalId: bri, why: 'blocked' });
		const missed = till.tell('receipt-missed', { saleId: sale.id, why: 'printer-failed' });
		expect(await moved(() => till.send(sale, doubled, failed, missed))).toEqual({ card: 12_000 });
		expect(await slipsOf(doubled.id)).toMatchObject([{ kind: 'doubled', number: '888888', saleId: null }]);
		expect(await counter.doubts(doubled.id)).toEqual(['card-doubled']);
		const { groupId } = world.melati;
		expect(
			await db.reader.selectFrom('cardFailure').select(['bank', 'why']).where('groupId', '=', groupId).execute()
		).toEqual([{ bank: 'BRI', why: 'blocked' }]);
		expect(
			await db.reader.selectFrom('receiptMissed').select(['saleId', 'why']).where('groupId', '=', groupId).execute()
		).toEqual([{ saleId: sale.id, why: 'printer-failed' }]);
	});

	test('goods that follow are handed over once', async () => {
		const sale = till.sell([[world.beras, 'kg', 1000]], { said: { handover: 'later' } });
		const [handed, again] = [1, 2].map(() => till.tell('goods-handed', { saleId: sale.id })) as [Told, Told];
		expect(await states(handed)).toEqual(['held']);
		await till.send(sale, again);
		const row = await db.reader.selectFrom('saleHandover').selectAll().where('saleId', '=', sale.id).executeTakeFirst();
		expect(row?.handedAt).not.toBeNull();
		expect([...(await counter.doubts(handed.id)), ...(await counter.doubts(again.id))]).toEqual(['nothing-to-hand']);
	});
});
