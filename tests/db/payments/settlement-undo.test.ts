/** What a person decided about a swipe, and taking it back. */
import { beforeAll, describe, expect, test } from 'vitest';
import { auditTrail } from '#lib/audit/trail.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { monthOf, day } from '#lib/kernel/day.ts';
import { type Id, id, newId } from '#lib/kernel/id.ts';
import { instant } from '#lib/kernel/instant.ts';
import { entryOfEvent } from '#lib/ledger/journal.server.ts';
import { closeMonth } from '#lib/ledger/periods.server.ts';
import { decisionById, decisionsMade } from '#lib/payments/settlement-decisions.server.ts';
import { resolveBack, resolveLine, resolveSlip } from '#lib/payments/settlement-resolve.server.ts';
import { undoDecision } from '#lib/payments/settlement-undo.server.ts';
import { DecidedLater, DecisionUndone } from '#lib/payments/settlement-ways.ts';
import { type CardShop, cardShop } from '#tests/support/card-shop.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';

const reason = 'sudah ditanya ke bank';

let db: TestDatabase;
let shop: CardShop;

beforeAll(async () => {
	db = await freshDatabase();
	shop = await cardShop(db);
});

describe('a decision', () => {
	test('is taken back with a reason: its entry is reversed as of today, the slip is open again, and the audit tells', async () => {
		const sale = await shop.sold('000051', 5);
		await shop.inMelati((work) => resolveSlip(work, { key: { sourceId: sale.id, line: 0 }, way: 'lost', reason }));
		expect(await shop.inTransit()).toBe(0);
		const decision = await shop.latest();
		expect(decision).toMatchObject({
			kind: 'no-edc',
			way: 'lost',
			reason,
			number: '000051',
			amount: 50_000,
			undone: null
		});
		const undo = () =>
			shop.inMelati((work) => undoDecision(work, { matchId: decision.id, reason: 'ada di berkas lain' }));
		await undo();
		expect(await shop.inTransit()).toBe(50_000);
		expect([...(await shop.lists()).withoutEdc, ...(await shop.lists()).waiting].map(({ number }) => number)).toEqual([
			'000051'
		]);
		const after = await decisionById(db.reader, shop.v.melati.groupId, decision.id);
		expect(after.undone).toMatchObject({ why: 'ada di berkas lain', by: shop.v.ani.personId });
		const { entries } = await auditTrail(db.reader, shop.v.melati.tenant.id);
		expect(entries.map((entry) => entry.action)).toContain('settlement.undone');
		await expect(undo()).rejects.toThrow(DecisionUndone);
		expect(await shop.inTransit()).toBe(50_000);
		expect(await shop.take([['000051', 50_000]])).toMatchObject({ matched: 1 });
		expect(await shop.inTransit()).toBe(0);
	});

	test('of which two are taken back at once is taken back once', async () => {
		await shop.take([['000061', 10_000]]);
		const { fileId, line } = await shop.lineOf('000061');
		await shop.inMelati((work) => resolveLine(work, { key: { fileId, line }, way: 'give-back', reason }));
		const { id: matchId } = await shop.latest();
		const undo = () => shop.inMelati((work) => undoDecision(work, { matchId, reason }));
		const ended = await Promise.allSettled([undo(), undo()]);
		expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect((await shop.lists()).withoutSale.map(({ trace }) => trace)).toEqual(['000061']);
		await shop.inMelati((work) => resolveLine(work, { key: { fileId, line }, way: 'correction', reason }));
	});

	test('that till and bank made by themselves is no decision', async () => {
		await shop.sold('000071', 1);
		await shop.take([['000071', 10_000]]);
		const matches = db.reader.selectFrom('slipMatch').select('id').where('way', 'is', null);
		const [match] = await matches.orderBy('seq', 'desc').execute();
		const matchId = id(present(match, 'a match').id);
		await expect(shop.inMelati((work) => undoDecision(work, { matchId, reason }))).rejects.toThrow(DecisionUndone);
	});

	test('stands while what should go back of the same slip is settled', async () => {
		const sale = await shop.sold('000081', 6);
		await shop.inMelati((work) => resolveSlip(work, { key: { sourceId: sale.id, line: 0 }, way: 'arrived', reason }));
		const first = await shop.latest();
		await shop.till.send(shop.till.takeBack(sale.id));
		const { sourceId, line } = await shop.backOf('000081');
		await shop.inMelati((work) => resolveBack(work, { key: { sourceId, line }, way: 'taken', reason }));
		const second = await shop.latest();
		expect(second).toMatchObject({ number: '000081', amount: -60_000 });
		const undo = (matchId: Id) => shop.inMelati((work) => undoDecision(work, { matchId, reason }));
		await expect(undo(first.id)).rejects.toThrow(DecidedLater);
		await undo(second.id);
		await undo(first.id);
		expect((await shop.lists()).toReverse).toEqual([]);
	});

	test('of a month that is closed is reversed on the first open day', async () => {
		const sale = await shop.sold('000091', 2);
		await shop.inMelati((work) => resolveSlip(work, { key: { sourceId: sale.id, line: 0 }, way: 'lost', reason }));
		const { id: matchId } = await shop.latest();
		db.setClock(instant('2026-12-03T02:00:00.000Z'));
		await shop.inMelati((work) => closeMonth(work, { month: monthOf(day('2026-11-30')), reason }));
		await shop.inMelati((work) => undoDecision(work, { matchId, reason }));
		const reversal = await entryOfEvent(db.reader, shop.v.melati.groupId, 'reversal', matchId);
		expect(reversal).toMatchObject({ day: '2026-12-03' });
		await shop.inMelati((work) => resolveSlip(work, { key: { sourceId: sale.id, line: 0 }, way: 'lost', reason }));
		const again = await entryOfEvent(db.reader, shop.v.melati.groupId, 'card-settled', (await shop.latest()).id);
		expect(again).toMatchObject({ day: '2026-12-01' });
	});

	test('comes page by page, the latest first', async () => {
		const all = await decisionsMade(db.reader, shop.v.melati.groupId, { limit: 100 });
		expect([all.decisions.length > 5, all.next]).toEqual([true, null]);
		const found: Id[] = [];
		for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null;) {
			const page = await decisionsMade(db.reader, shop.v.melati.groupId, { limit: 2, before });
			found.push(...page.decisions.map(({ id }) => id));
			before = page.next;
		}
		expect(found).toEqual(all.decisions.map(({ id }) => id));
	});
});

describe('other groups', () => {
	const nobody = newId();
	const mine = () => shop.v.melati.groupId;

	let decided: Id;
	beforeAll(async () => {
		const sale = await shop.sold('000112', 1);
		await shop.inMelati((work) => resolveSlip(work, { key: { sourceId: sale.id, line: 0 }, way: 'lost', reason }));
		decided = (await shop.latest()).id;
	});
	otherGroup('decisionsMade', {
		owner: () => decisionsMade(db.reader, mine(), { limit: 5 }),
		other: () => decisionsMade(db.reader, shop.v.kenanga.groupId, { limit: 5 }),
		random: () => decisionsMade(db.reader, nobody, { limit: 5 })
	});
	otherGroup('decisionById', {
		owner: () => decisionById(db.reader, mine(), decided),
		other: () => decisionById(db.reader, shop.v.kenanga.groupId, decided),
		random: () => decisionById(db.reader, shop.v.kenanga.groupId, nobody)
	});
	const undone = (matchId: Id) => (work: Work) => undoDecision(work, { matchId, reason });
	otherGroup('undoDecision', {
		owner: () => shop.inMelati(undone(decided)).then(() => 'done'),
		other: () => shop.inKenanga(undone(decided)),
		random: () => shop.inKenanga(undone(nobody))
	});
});
