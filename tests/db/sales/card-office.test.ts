/** What a group's office keeps of cards: its machines, the day's sums, photos of slips; each the group's own. */
import sharp from 'sharp';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aidBuys } from '#lib/aid/wall.server.ts';
import { TerminalKnown } from '#lib/aid/terminal.ts';
import { retireTerminal, saveTerminal, terminalsInUse } from '#lib/aid/terminals.server.ts';
import { priceListOf } from '#lib/catalog/price-list.server.ts';
import { readPaper, storePicturePaper } from '#lib/files/paper.server.ts';
import { WrongKind } from '#lib/files/photo.ts';
import { openFiles } from '#lib/files/store.server.ts';
import { day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { cardDay } from '#lib/sales/card-day.server.ts';
import { addSlipPhoto, lookAtSlipPhoto, slipPhotosOf } from '#lib/sales/slip-photos.server.ts';
import { counterOf } from '#tests/support/counter.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { type Paying, type TestTill, tillOf } from '#tests/support/till.ts';
import { lasoani, nobody, type Village, village, worksOf } from '#tests/support/village.ts';

const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-slips-'));
const files = openFiles(folder);
const machine = { bank: 'BRI', mid: '000001234567', tid: 'BRI00001', name: 'BRI di kasir depan' } as const;
const today = day('2026-11-21');
let db: TestDatabase;
let v: Village;
let till: TestTill;
let bri: Id;
let saleId: Id;
let inMelati: ReturnType<typeof worksOf>;
let inKenanga: ReturnType<typeof worksOf>;
let picture: Uint8Array;

afterAll(() => {
	rmSync(folder, { recursive: true });
});

beforeAll(async () => {
	db = await freshDatabase();
	v = await village(db);
	inMelati = worksOf(db, v.melati, v.ani);
	inKenanga = worksOf(db, v.kenanga, v.joko);
	till = await tillOf(db, v.melati, v.ratna);
	await counterOf(db, v).receive(v.beras, 1_000_000, 10_000_000);
	bri = await inMelati((work) => saveTerminal(work, machine));
	const rice = (...payments: readonly Paying[]) => till.sell([[v.beras, 'kg', 1000, 12_000]], { payments });
	const sale = rice(['card', 12_000, { kind: 'slip', terminalId: bri, number: '100001' }]);
	saleId = sale.id;
	await till.send(
		sale,
		rice(['card', 12_000, { kind: 'slip', terminalId: null, number: '100002' }]),
		rice(['card', 12_000, 'deed']),
		till.tell('card-failed', { terminalId: bri, why: 'blocked' }),
		till.tell('card-failed', { terminalId: bri, why: 'blocked' })
	);
	const plain = sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } });
	picture = await plain
		.withExif({ IFD0: { Copyright: 'Jl. Lasoani' } })
		.jpeg()
		.toBuffer();
});

describe('a card machine', () => {
	test('is saved once, and retired so that its slips keep it', async () => {
		await expect(inMelati((work) => saveTerminal(work, machine))).rejects.toThrow(TerminalKnown);
		const second = await inMelati((work) => saveTerminal(work, { ...machine, tid: 'BRI00002' }));
		expect((await terminalsInUse(db.reader, v.melati.groupId)).map(({ tid }) => tid)).toEqual(['BRI00001', 'BRI00002']);
		await inMelati((work) => retireTerminal(work, second));
		await expect(inMelati((work) => retireTerminal(work, second))).rejects.toThrow(NotFound);
		expect(await terminalsInUse(db.reader, v.melati.groupId)).toEqual([{ id: bri, ...machine }]);
	});
});

test('the day of cards is counted by bank, with what failed and what waits', async () => {
	const asked = { day: today, today };
	expect(await cardDay(db.reader, v.melati.groupId, asked)).toEqual({
		byBank: expect.arrayContaining([
			{ bank: 'BRI', count: 1, total: 12_000 },
			{ bank: null, count: 1, total: 12_000 }
		]) as unknown,
		coupons: { count: 0, total: 0 },
		doubled: { count: 0, total: 0 },
		failed: [{ why: 'blocked', count: 2 }],
		opened: { count: 1, total: 12_000 },
		settled: { count: 0, total: 0 },
		open: { count: 1, total: 12_000 },
		overdue: { count: 0, total: 0 }
	});
	const later = await cardDay(db.reader, v.melati.groupId, { day: today, today: day('2026-11-30') });
	expect(later.overdue.count).toBe(1);
});

describe('the photo of a slip', () => {
	test('is redrawn without where it was taken, and each look at it is recorded', async () => {
		const stored = await storePicturePaper(files, picture);
		const fileId = await inMelati((work) => addSlipPhoto(work, saleId, stored));
		await inMelati((work) => lookAtSlipPhoto(work, saleId, fileId));
		const { bytes } = await readPaper(db.reader, files, v.melati.groupId, fileId);
		expect((await sharp(picture).metadata()).exif).toBeDefined();
		expect((await sharp(bytes).metadata()).exif).toBeUndefined();
		const acts = await db.reader.selectFrom('auditEntry').select('action').where('subjectId', '=', saleId).execute();
		expect(acts.map((act) => act.action)).toEqual(['slip-photo.added', 'slip-photo.read']);
	});

	test('is a picture, nothing else', async () => {
		await expect(storePicturePaper(files, Buffer.from('%PDF-1.7 x'))).rejects.toThrow(WrongKind);
		await expect(storePicturePaper(files, picture.slice(0, 60))).rejects.toThrow(WrongKind);
	});
});

test('the wall says what aid buys only where a rule holds it to a list', async () => {
	const goods = await priceListOf(db.reader, v.melati.groupId, 'counter', db.clock());
	expect(await aidBuys(db.reader, { village: lasoani, day: today }, goods)).toBeNull();
	const allowed = await aidBuys(db.reader, { village: lasoani, day: day('2021-05-01') }, goods);
	expect(allowed).toContain(v.telur.productId);
	expect(allowed).not.toContain(v.permak.productId);
});

const add = async (works: typeof inMelati, sale: Id) => {
	const stored = await storePicturePaper(files, picture);
	return works((work) => addSlipPhoto(work, sale, stored));
};
otherGroup('saveTerminal', {
	owner: async () => {
		await inMelati((work) => saveTerminal(work, { ...machine, tid: 'BRI00009' }));
		return (await terminalsInUse(db.reader, v.melati.groupId)).length;
	},
	other: async () => (await terminalsInUse(db.reader, v.kenanga.groupId)).length,
	random: async () => (await terminalsInUse(db.reader, nobody)).length
});
otherGroup('terminalsInUse', {
	owner: () => terminalsInUse(db.reader, v.melati.groupId),
	other: () => terminalsInUse(db.reader, v.kenanga.groupId),
	random: () => terminalsInUse(db.reader, nobody)
});
otherGroup('retireTerminal', {
	owner: async () => {
		const extra = await inMelati((work) => saveTerminal(work, { ...machine, tid: 'BRI00010' }));
		await inMelati((work) => retireTerminal(work, extra));
		return 'retired';
	},
	other: () => inKenanga((work) => retireTerminal(work, bri)),
	random: () => inKenanga((work) => retireTerminal(work, nobody))
});
otherGroup('cardDay', {
	owner: () => cardDay(db.reader, v.melati.groupId, { day: today, today }),
	other: () => cardDay(db.reader, v.kenanga.groupId, { day: today, today }),
	random: () => cardDay(db.reader, nobody, { day: today, today })
});
otherGroup('addSlipPhoto', {
	owner: () => add(inMelati, saleId),
	other: () => add(inKenanga, saleId),
	random: () => add(inKenanga, nobody)
});
otherGroup('slipPhotosOf', {
	owner: () => slipPhotosOf(db.reader, v.melati.groupId, saleId),
	other: () => slipPhotosOf(db.reader, v.kenanga.groupId, saleId),
	random: () => slipPhotosOf(db.reader, nobody, saleId)
});
otherGroup('lookAtSlipPhoto', {
	owner: async () => {
		const fileId = await add(inMelati, saleId);
		await inMelati((work) => lookAtSlipPhoto(work, saleId, fileId));
		return 'seen';
	},
	other: async () => {
		const [fileId = nobody] = await slipPhotosOf(db.reader, v.melati.groupId, saleId);
		return inKenanga((work) => lookAtSlipPhoto(work, saleId, fileId));
	},
	random: () => inKenanga((work) => lookAtSlipPhoto(work, saleId, nobody))
});
