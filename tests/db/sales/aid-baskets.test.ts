// The table of baskets that the till is held to, applied as sales: the server comes to the same, whatever the engine.
import { beforeAll, describe, expect, test } from 'vitest';
import { ruleAt } from '#lib/aid/regime.ts';
import { addProduct } from '#lib/catalog/add-product.server.ts';
import { inWork } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { newId } from '#lib/kernel/id.ts';
import { instant } from '#lib/kernel/instant.ts';
import { units } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { readable } from '#lib/sales/apply-events.server.ts';
import { applySales } from '#lib/sales/apply-sales.server.ts';
import { exceptionsOf } from '#lib/sales/exceptions.server.ts';
import { tillOf as tillIn } from '#lib/sales/till.server.ts';
import { readHead } from '#lib/sales/wire.ts';
import { baskets, type BasketRow, foodLists, regimeRules, shelf } from '#tests/rules/aid/baskets.ts';
import { holdRules } from '#tests/support/aid-rules.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { type Paying, type TestTill, tillOf, type Told } from '#tests/support/till.ts';
import { type Goods, goodsOf, type Village, village } from '#tests/support/village.ts';

let db: TestDatabase;
let world: Village;
let till: TestTill;
const goods = new Map<string, Goods>();

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
	await holdRules(db, { regimes: regimeRules, lists: foodLists });
	await inWork(db, world.ani, world.melati.tenant, async (work) => {
		for (const [name, listed] of Object.entries(shelf)) {
			if (listed === null) continue;
			const unit = { unit: 'kg', factor: units(1), price: rupiah(100) } as const;
			const about = {
				kind: 'service',
				category: 'staple',
				picture: 'barang',
				normalUnit: 'kg',
				units: [unit]
			} as const;
			goods.set(name, goodsOf(await addProduct(work, { name, ...about, ...listed })));
		}
	});
	till = await tillOf(db, world.melati, world.ratna);
});

const strange: Goods = { productId: newId(), number: 0, unitId: () => newId() };

/** A sale of the row's basket as the till would tell it, paid like this. */
function sold({ lines, day, village: where }: BasketRow, payments: readonly Paying[]): Told {
	const place = { day, village: where };
	const regime = ruleAt(regimeRules, place);
	const aid =
		regime === null || !payments.some(([tender]) => tender === 'kks' || tender === 'coupon')
			? {}
			: { aid: { regimeId: regime.id, listId: ruleAt(foodLists, place)?.id ?? null } };
	const known = present(goods.get('beras'), 'rice');
	const bought = lines.map(({ due }) => [known, 'kg', 1000, due] as const);
	return till.sell(bought, { payments, said: aid, twist: (event) => withGoods(event, lines) });
}

/** The same event, of the goods that the lines name. */
function withGoods(event: object, lines: BasketRow['lines']): object {
	const { body } = event as { readonly body: { readonly lines: readonly object[] } };
	const named = body.lines.map((line, at) => {
		const { productId, unitId } = goods.get(lines[at]?.goods ?? '') ?? strange;
		return { ...line, productId, unitId: unitId('kg') };
	});
	return { ...event, body: { ...body, lines: named } };
}

/** Applies it as happened on the row's day in its village; gives what is kept of it, and the doubts about aid. */
async function applied({ day, village: where }: BasketRow, { id, text }: Told) {
	const happened = { at: instant(`${day}T04:00:00.000Z`), corrected: false };
	await inWork(db, world.ratna, world.melati.tenant, async (work) => {
		const event = readable(present(readHead(text), 'a head'), till.id);
		if (event.kind !== 'sale') throw new Error('not a sale');
		await applySales(work, { ...(await tillIn(work, till.id)), village: where }, [{ event, happened, doubts: [] }]);
	});
	const fact = await db.reader.selectFrom('saleAid').selectAll().where('saleId', '=', id).executeTakeFirst();
	const all = await exceptionsOf(db.reader, world.melati.groupId, { limit: 10_000 });
	const kinds = all.filter(({ subject }) => subject.id === id).map(({ kind }) => kind as string);
	return { fact, doubts: kinds.filter((kind) => kind.startsWith('aid-')).sort() };
}

describe.each(baskets.map((row) => [row.name, row] as const))('%s', (_, row) => {
	const due = row.lines.reduce((sum, line) => sum + line.due, 0);

	test('paid as the till allows it, gives nothing to look at', async () => {
		const aid: Paying[] = row.tender === null ? [] : [[row.tender, row.eligible]];
		const { fact, doubts } = await applied(row, sold(row, [...aid, ['transfer', due - row.eligible]]));
		expect(doubts).toEqual([]);
		if (row.tender === null) expect(fact).toBeUndefined();
		else {
			expect(fact).toMatchObject({ eligible: row.eligible, paid: row.eligible });
			expect(fact?.listId).toBe(fact?.rightListId);
			expect(JSON.parse(fact?.answers ?? '')).toEqual(row.answers);
		}
	});

	test('paid by aid beyond that, or where aid is plain money, is looked at', async () => {
		const { doubts } = await applied(row, sold(row, [[row.tender ?? 'kks', due]]));
		if (row.tender === null) expect(doubts).toContain('aid-regime-differs');
		else if (due === row.eligible) expect(doubts).toEqual([]);
		else expect(doubts).toEqual(row.answers.includes('bundle') ? ['aid-bundle', 'aid-over-eligible'] : ['aid-over-eligible']); // prettier-ignore
	});
});
