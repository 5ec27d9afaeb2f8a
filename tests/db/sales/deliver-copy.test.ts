// What a lost or wiped till had written comes by another phone: from its file, or from its receipts; it counts once.
import { beforeAll, describe, expect, test } from 'vitest';
import { inWork } from '#lib/db/work.server.ts';
import { newId } from '#lib/kernel/id.ts';
import { encryptBackup } from '#lib/sales/backup.ts';
import { type Bringing, deliverBackup, deliverReceipts } from '#lib/sales/deliver-copy.server.ts';
import { revokeTill } from '#lib/sales/enrol.server.ts';
import { salesOf } from '#lib/sales/queries.server.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { testKey } from '#tests/support/till-key.ts';
import { type TestTill, tillOf, type Told } from '#tests/support/till.ts';
import { seals, type Village, village } from '#tests/support/village.ts';

let db: TestDatabase;
let world: Village;
beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
});

const bringing = (enrolmentId: Bringing['enrolmentId'], groupId = world.melati.groupId): Bringing => ({
	db,
	actor: world.ani,
	groupId,
	enrolmentId,
	reportBug: (error) => {
		throw error;
	}
});
const newTill = (): Promise<TestTill> => tillOf(db, world.melati, world.ratna);
const sellMany = (till: TestTill, count: number): Told[] =>
	Array.from({ length: count }, () => till.sell([[world.beras, 'kg', 1000]]));

async function fileOf(till: TestTill, events: readonly Told[], change: object = {}): Promise<Uint8Array> {
	const buyer = { id: newId(), name: 'Bu Ida', phone: '' };
	const body = JSON.stringify({ events: events.map(({ text }) => text), buyers: [buyer] });
	const copy = { groupId: world.melati.groupId, enrolmentId: till.id, body, signature: till.key.sign(body) };
	const { id, publicKey } = seals.backupKey();
	return encryptBackup(publicKey, id, { ...copy, ...change });
}

const soldBy = async (events: readonly Told[]): Promise<number> => {
	const ids = new Set(events.map(({ id }) => id));
	const { rows } = await salesOf(db.reader, world.melati.groupId, { limit: 100 });
	return rows.filter(({ id }) => ids.has(id)).length;
};
const unreadable = { code: 'sales.copy-unreadable' };

describe('a file', () => {
	test('is delivered as the till itself would have, once, before and after the till', async () => {
		const till = await newTill();
		const events = sellMany(till, 5);
		await till.send(...events.slice(0, 2));
		const file = await fileOf(till, events);
		expect(await deliverBackup(bringing(till.id), seals, file)).toMatchObject({ highest: 5, standing: 'open' });
		expect(await deliverBackup(bringing(null), seals, file)).toMatchObject({ highest: 5, standing: 'open' });
		await till.send(...events);
		expect(await soldBy(events)).toBe(5);
		const party = await db.reader.selectFrom('party').select('name').where('groupId', '=', world.melati.groupId).where('name', '=', 'Bu Ida').execute(); // prettier-ignore
		expect(party).toHaveLength(1);
	});

	test('of more events than one delivery carries is taken in parts', async () => {
		const till = await newTill();
		const events = sellMany(till, 520);
		const { events: told, highest } = await deliverBackup(bringing(till.id), seals, await fileOf(till, events));
		expect([told.length, highest]).toEqual([520, 520]);
	});

	test('of a revoked till is held, not refused', async () => {
		const till = await newTill();
		const [sale] = sellMany(till, 1);
		if (sale === undefined) throw new Error('a sale');
		await inWork(db, world.ani, world.melati.tenant, (work) => revokeTill(work, till.id));
		const told = await deliverBackup(bringing(till.id), seals, await fileOf(till, [sale]));
		expect(told).toMatchObject({ events: [{ state: 'held' }], standing: 'revoked' });
	});

	test('that the till did not sign, or that is another’s, is refused and nothing of it is kept', async () => {
		const till = await newTill();
		const other = await newTill();
		const events = sellMany(till, 1);
		const forged = await fileOf(till, events, { signature: testKey().sign('x') });
		await expect(deliverBackup(bringing(till.id), seals, forged)).rejects.toMatchObject(unreadable);
		const file = await fileOf(till, events);
		await expect(deliverBackup(bringing(other.id), seals, file)).rejects.toMatchObject(unreadable);
		await expect(deliverBackup(bringing(null, world.kenanga.groupId), seals, file)).rejects.toMatchObject(unreadable);
		await expect(deliverBackup(bringing(newId()), seals, file)).rejects.toThrow('No such till');
		await expect(deliverBackup(bringing(till.id), seals, new Uint8Array())).rejects.toMatchObject(unreadable);
		expect(await soldBy(events)).toBe(0);
	});
});

describe('receipts', () => {
	const scanned = (till: TestTill, events: readonly Told[]) =>
		events.map(({ text }) => ({ text, signature: till.key.sign(text) }));

	test('that were scanned are recorded, and name what is still missing', async () => {
		const till = await newTill();
		const events = sellMany(till, 3);
		const some = scanned(till, events).filter((_, index) => index !== 1);
		expect(await deliverReceipts(bringing(null), till.id, some)).toMatchObject({ highest: 1, holes: [[2, 2]] });
		expect(await till.send(...events)).toMatchObject({ highest: 3, holes: [] });
		expect(await soldBy(events)).toBe(3);
	});

	test('with one sign changed are refused', async () => {
		const till = await newTill();
		const [receipt] = scanned(till, sellMany(till, 1));
		if (receipt === undefined) throw new Error('a receipt');
		const bent = { ...receipt, text: receipt.text.replace('"quantity":1000', '"quantity":1001') };
		await expect(deliverReceipts(bringing(null), till.id, [bent])).rejects.toMatchObject(unreadable);
		await expect(deliverReceipts(bringing(null), till.id, [{ ...receipt, text: '{' }])).rejects.toMatchObject(
			unreadable
		);
		await expect(deliverReceipts(bringing(null), newId(), [receipt])).rejects.toThrow('No such till');
	});
});
