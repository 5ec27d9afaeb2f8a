// A till's events are chained: whatever the network does to them, the books are those of one clean pass, or a person is told.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { groupTenant } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { later } from '#lib/kernel/instant.ts';
import { chainHash } from '#lib/sales/chain.ts';
import { exceptionsOf } from '#lib/sales/exceptions.server.ts';
import { unfreezeTill } from '#lib/sales/freeze.server.ts';
import { heldOf } from '#lib/sales/hold.server.ts';
import { releaseFrozen } from '#lib/sales/release.server.ts';
import { standingOf, tillById } from '#lib/sales/tills.server.ts';
import { freshDatabase, morning, type TestDatabase } from '#tests/support/engines.ts';
import { type TestTill, tillOf, type Told } from '#tests/support/till.ts';
import { type Village, village } from '#tests/support/village.ts';

let db: TestDatabase;
let world: Village;
beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
});

const newTill = (): Promise<TestTill> => tillOf(db, world.melati, world.ratna);
const sell = (till: TestTill, at = db.clock()): Told => till.sell([[world.beras, 'kg', 1000]], { at });
const sellMany = (till: TestTill, count: number): Told[] => Array.from({ length: count }, () => sell(till));
const standing = async ({ id }: TestTill) => standingOf(await tillById(db.reader, world.melati.groupId, id));

/** The events that an old copy of the till writes from `from` on, after the same past. */
function copied(events: readonly Told[], from: number): Told[] {
	let previous: string | null = null;
	return events.slice(from).map(({ text, body, sequence }) => {
		const told = JSON.parse(text) as Record<string, unknown>;
		const other = { ...told, id: db.newId(), previous: previous ?? told['previous'] };
		const twin = JSON.stringify(other);
		previous = chainHash(twin);
		return { id: other.id, sequence, text: twin, body };
	});
}

async function salesOfTill({ id }: TestTill): Promise<string[]> {
	const rows = await db.reader.selectFrom('sale').select('id').where('groupId', '=', world.melati.groupId).where('enrolmentId', '=', id).execute(); // prettier-ignore
	return rows.map((row) => row.id).sort();
}

/** How many sales of the till are said to have happened after `at`. */
async function soldAfter({ id }: TestTill, at: string): Promise<number> {
	const rows = await db.reader.selectFrom('sale').select('id').where('groupId', '=', world.melati.groupId).where('enrolmentId', '=', id).where('happenedAt', '>', at).execute(); // prettier-ignore
	return rows.length;
}

async function forksOf({ id }: TestTill) {
	const found = await exceptionsOf(db.reader, world.melati.groupId, { limit: 10_000 });
	return found.filter(({ kind, subject }) => kind === 'chain-forked' && subject.id === id);
}

async function decide(till: TestTill): Promise<void> {
	const decision = { enrolmentId: till.id, resolution: 'HP lama dihidupkan lagi.' };
	await inWork(db, world.sari, groupTenant(world.melati.groupId), (work) => unfreezeTill(work, decision));
	await releaseFrozen(db, world.sari, world.melati.groupId, till.id);
}

const idsOf = (events: readonly Told[]): string[] => events.map(({ id }) => id).sort();

describe('a fork', () => {
	test('of another event under a number that is taken is held with all that follows, until a person decides', async () => {
		const till = await newTill();
		const events = sellMany(till, 3);
		await till.send(...events);
		const [twin] = copied(events, 2);
		if (twin === undefined) throw new Error('a copy');
		expect(await till.send(twin)).toMatchObject({ events: [{ state: 'held' }], standing: 'frozen', highest: 3 });
		const next = sell(till);
		expect(await till.send(next)).toMatchObject({ events: [{ state: 'held' }], standing: 'frozen', highest: 4 });
		expect(await forksOf(till)).toMatchObject([{ facts: { sequence: 3, eventId: twin.id, code: till.code } }]);
		expect(await salesOfTill(till)).toEqual(idsOf(events));
		const held = (await heldOf(db.reader, world.melati.groupId)).filter(({ id }) => [twin.id, next.id].includes(id));
		expect(held).toMatchObject([{ code: 'sales.chain-forked' }, { code: 'sales.till-frozen' }]);

		await decide(till);

		expect(await salesOfTill(till)).toEqual(idsOf([...events, twin, next]));
		expect([await standing(till), await forksOf(till)]).toEqual(['open', []]);
		expect(await till.send(twin, next, ...events)).toMatchObject({ standing: 'open' });
		expect(await till.send(sell(till))).toMatchObject({ events: [{ state: 'applied' }], standing: 'open' });
	});

	test('of an event that names another one before it', async () => {
		const till = await newTill();
		const events = sellMany(till, 4);
		await till.send(...events.slice(0, 2));
		const [, twin] = copied(events, 1);
		if (twin === undefined) throw new Error('a copy');
		expect(await till.send(twin)).toMatchObject({ events: [{ state: 'held' }], standing: 'frozen' });
		expect(await forksOf(till)).toMatchObject([{ facts: { sequence: 3 } }]);
	});

	test('that closes a hole is seen too', async () => {
		const till = await newTill();
		const events = sellMany(till, 3);
		const [first, second, third] = events;
		if (first === undefined || second === undefined || third === undefined) throw new Error('three');
		await till.send(first, third);
		const [twin] = copied(events, 1);
		if (twin === undefined) throw new Error('a copy');
		expect(await till.send(twin)).toMatchObject({ events: [{ state: 'held' }], standing: 'frozen', highest: 3 });
		expect(await till.send(second)).toMatchObject({ events: [{ state: 'held' }] });
	});

	test('of one id with two contents freezes as well, once', async () => {
		const till = await newTill();
		const sale = sell(till);
		await till.send(sale);
		const other = { text: sale.text.replace('"quantity":1000', '"quantity":2000') };
		expect(await till.send(other)).toMatchObject({ events: [{ state: 'other-content' }], standing: 'frozen' });
		await decide(till);
		expect(await till.send(other)).toMatchObject({ events: [{ state: 'other-content' }], standing: 'open' });
	});

	test('is not the first event of a till that says it comes after another', async () => {
		const till = await newTill();
		const events = sellMany(till, 2);
		const [twin] = copied(events, 1);
		const lost = { text: (twin?.text ?? '').replace('"sequence":2', '"sequence":1') };
		expect(await till.send(lost)).toMatchObject({ events: [{ state: 'held' }], standing: 'frozen' });
	});
});

describe('whatever the network does', () => {
	const bumps = fc.array(fc.record({ from: fc.nat(7), count: fc.integer({ min: 1, max: 8 }) }), { maxLength: 8 });
	/** How far the device's clock is off at each event, and whether the till knew. */
	const clock = fc.record({ off: fc.integer({ min: -3 * 86_400_000, max: 3 * 86_400_000 }), isMeasured: fc.boolean() });
	const clocks = fc.array(clock, { minLength: 8, maxLength: 8 });
	const fork = fc.option(fc.record({ from: fc.nat(6), isFirst: fc.boolean() }));

	test('the books are those of one clean pass, or a person is told and nothing is lost', async () => {
		await fc.assert(
			fc.asyncProperty(bumps, clocks, fork, async (deliveries, offs, forked) => {
				const till = await newTill();
				const events = offs.map(({ off, isMeasured }) =>
					till.sell([[world.beras, 'kg', 1000]], { at: later(morning, off), offsetMs: isMeasured ? 0 - off : null })
				);
				const twins = forked === null ? [] : copied(events, forked.from);
				if (forked?.isFirst === true) await till.send(...twins);
				for (const { from, count } of deliveries) await till.send(...events.slice(from, from + count).reverse());
				const { highest, holes } = await till.send(...events);
				await till.send(...twins);

				expect([highest, holes]).toEqual([events.length, []]);
				const known = await db.reader.selectFrom('received').select('id').where('tenantId', '=', world.melati.groupId).where('id', 'in', idsOf([...events, ...twins])).execute(); // prettier-ignore
				expect(known).toHaveLength(events.length + twins.length);
				if (forked === null) {
					expect([await standing(till), await forksOf(till)]).toEqual(['open', []]);
				} else {
					expect([await standing(till), (await forksOf(till)).length]).toEqual(['frozen', 1]);
					await decide(till);
				}
				expect(await salesOfTill(till)).toEqual(idsOf([...events, ...twins]));
				expect(await soldAfter(till, db.clock())).toBe(0);
			}),
			{ numRuns: process.env['DEEP'] === '1' ? 100 : 10 }
		);
	});
});
