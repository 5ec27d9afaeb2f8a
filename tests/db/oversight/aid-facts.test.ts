// What can be asked about cards and aid: facts that name receipts, for the group and its offices alone.
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/kernel/id.ts';
import { day } from '#lib/kernel/day.ts';
import { aidFacts } from '#lib/oversight/aid-facts.server.ts';
import { holdRules } from '#tests/support/aid-rules.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { type TestTill, tillOf, type Told } from '#tests/support/till.ts';
import { nobody, palu, type Village, village } from '#tests/support/village.ts';

const minute = 60_000;
const span = { from: day('2026-11-21'), to: day('2026-11-30') };
const bpnt = { id: newId(), region: palu, validFrom: day('2026-11-01'), validTo: null, regime: 'COMMODITY_ONLY', programme: 'BPNT' } as const; // prettier-ignore
const list = { id: newId(), region: palu, validFrom: day('2026-11-01'), validTo: null, entries: [{ foodGroup: 'animal-protein', isFreshOnly: true }] } as const; // prettier-ignore
let db: TestDatabase;
let world: Village;
let till: TestTill;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
	await holdRules(db, { regimes: [bpnt], lists: [list] });
	till = await tillOf(db, world.melati, world.ratna);
});

const said = { aid: { regimeId: bpnt.id, listId: list.id } };
const kks = (price = 2000, more = {}) =>
	till.sell([[world.telur, 'butir', 10_000, price]], { payments: [['kks', price * 10]], said: { ...said, ...more } });
const found = (of: Parameters<typeof aidFacts>[1]['of'] = { groupId: world.melati.groupId }) =>
	aidFacts(db.reader, { of, ...span, now: db.clock() });
const named = (...sales: readonly Told[]) => sales.map(({ id: saleId, body }) => ({ saleId, receiptNumber: body?.receiptNumber })); // prettier-ignore

test('a usual morning has none', async () => {
	for (let sales = 0; sales < 4; sales++) {
		await till.send(kks());
		db.pass(20 * minute);
	}
	await till.send(till.sell([[world.telur, 'butir', 5000, 2000]]));
	expect(await found()).toEqual([]);
});

test('each is told with its receipts', async () => {
	const dear = kks(2300);
	const rice = till.sell([[world.beras, 'kg', 1000, 12_000]], { payments: [['kks', 12_000]], said });
	const [voided, follows] = [kks(2000, { handover: 'later' }), kks(2000, { handover: 'later' })];
	await till.send(dear, rice, voided, follows);
	db.pass(16 * minute);
	const back = till.takeBack(voided.id);
	const missed = till.tell('receipt-missed', { saleId: dear.id, why: 'no-printer' });
	await till.send(back, missed);
	expect(await found()).toMatchObject([
		{ kind: 'dear', receipts: named(dear), facts: { price: 2300, usual: 2000 } },
		{ kind: 'no-receipt', receipts: named(dear), facts: { missed: 1, of: 8 } },
		{ kind: 'void-after-aid', receipts: named(voided), facts: { total: 20_000, reason: 'wrong-goods' } },
		{ kind: 'ineligible', receipts: named(rice), facts: { paid: 12_000, eligible: 0 } },
		{ kind: 'handover-gap', receipts: named(follows), facts: { minutes: 16, isOpen: true } }
	]);
});

test('eight cards in four minutes, all for the same, are two facts of their day', async () => {
	db.setClock('2026-11-22T01:00:00.000Z' as never);
	const sales: Told[] = [];
	for (let nth = 0; nth < 10; nth++) {
		db.pass((nth < 8 ? 0.5 : 30) * minute);
		const sale = kks();
		sales.push(sale);
		await till.send(sale);
	}
	const facts = (await found()).filter((fact) => fact.day === '2026-11-22');
	expect(facts).toMatchObject([
		{ kind: 'uniform-baskets', receipts: named(...sales), facts: { same: 10, of: 10 } },
		{ kind: 'rapid-cards', receipts: named(...sales.slice(0, 8)), facts: { cards: 8, minutes: 3 } }
	]);
	expect(await found({ regionCode: palu })).toEqual(await found());
	expect(await found({ regionCode: '73' })).toEqual([]);
	expect(JSON.stringify(await found())).not.toMatch(/Ratna|Sari/);
});

otherGroup('aidFacts', {
	owner: () => found(),
	other: () => found({ groupId: world.kenanga.groupId }),
	random: () => found({ groupId: nobody })
});
