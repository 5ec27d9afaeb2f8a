/** Photos and papers: taken for what they are, made light, stripped, and kept from other groups. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupTenant, systemActor } from '#lib/db/tenant.ts';
import { inFoundingWork, inWork } from '#lib/db/work.server.ts';
import { readPaper, recordPaper, storePaper } from '#lib/files/paper.server.ts';
import { recordPhoto, readPhoto, storePhoto } from '#lib/files/photo.server.ts';
import { photoBytesMax, thumbBytesMax, TooBig, TooManyPixels, WrongKind } from '#lib/files/photo.ts';
import { openFiles } from '#lib/files/store.server.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';

const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-files-'));
const files = openFiles(join(folder, 'files'));
const actor = systemActor('test');
let db: TestDatabase;
let melati: Id;
let kenanga: Id;

beforeAll(async () => {
	db = await freshDatabase();
	[melati, kenanga] = [db.newId(), db.newId()];
	for (const group of [melati, kenanga]) await inFoundingWork(db, actor, groupTenant(group), async () => undefined);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A noisy picture, which is the hardest to make light, taken lying on its side at a known place. */
async function photo(
	width: number,
	height: number,
	format: 'jpeg' | 'png' | 'webp' | 'avif' = 'jpeg'
): Promise<Buffer> {
	const noise = sharp({
		create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 120, sigma: 60 } }
	});
	return noise
		.withExif({ IFD0: { Copyright: 'Bu Sari' }, IFD3: { GPSLatitude: '0/1 53/1 0/1' } })
		.withMetadata({ orientation: 6 })
		.toFormat(format)
		.toBuffer();
}

describe('a photo', () => {
	test('becomes three sizes in two formats, upright, light and without where it was taken', async () => {
		const stored = await storePhoto(files, await photo(1600, 1200));
		const sizes = stored.variants.map(({ width, height, format }) => `${format} ${width}×${height}`);
		expect(sizes).toEqual([
			'avif 96×96', 'webp 96×96', 'avif 240×320', 'webp 240×320', 'avif 768×1024', 'webp 768×1024'
		]); // prettier-ignore
		for (const thumb of stored.variants.slice(0, 2)) expect(thumb.bytes).toBeLessThanOrEqual(thumbBytesMax);

		const fileId = await inWork(db, actor, groupTenant(melati), (work) => recordPhoto(work, stored, 'product'));
		const bytes = await readPhoto(db.reader, files, melati, fileId, { width: 320, format: 'webp' });
		const { format, exif, orientation } = await sharp(bytes).metadata();
		expect({ format, exif, orientation }).toEqual({ format: 'webp', exif: undefined, orientation: undefined });
	});

	test('smaller than its largest size is not blown up', async () => {
		const { variants } = await storePhoto(files, await photo(200, 150, 'png'));
		expect(variants.map(({ width, height }) => `${width}×${height}`).slice(2)).toEqual(
			Array.from({ length: 4 }, () => '150×200')
		);
	});

	test.each(['jpeg', 'png', 'webp', 'avif'] as const)('may be %s', async (format) => {
		expect((await storePhoto(files, await photo(64, 64, format))).variants).toHaveLength(6);
	});

	test('keeps what was seen through', async () => {
		const clear = await sharp({ create: { width: 50, height: 50, channels: 4, background: '#00000000' } }).png().toBuffer(); // prettier-ignore
		const { sha256 } = await storePhoto(files, clear);
		const { hasAlpha } = await sharp(await files.get('photos', sha256, '320.webp')).metadata();
		expect(hasAlpha).toBe(true);
	});

	test.each([
		['a text', Buffer.from('just words'), WrongKind],
		['a drawing with script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), WrongKind],
		['a PDF', Buffer.from('%PDF-1.7 …'), WrongKind],
		['a JPEG in its first bytes only', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), WrongKind],
		['nothing', Buffer.alloc(0), WrongKind],
		['too many bytes', Buffer.alloc(photoBytesMax + 1), TooBig]
	])('is not %s', async (_, bytes, refusal) => {
		await expect(storePhoto(files, bytes)).rejects.toThrow(refusal);
	});

	test('of too many pixels is refused before it is opened', async () => {
		const wide = await sharp({ create: { width: 9000, height: 5000, channels: 3, background: '#fff' } }).png().toBuffer(); // prettier-ignore
		await expect(storePhoto(files, wide)).rejects.toThrow(TooManyPixels);
	});

	test('cut off in the middle is refused', async () => {
		const whole = await photo(800, 600);
		await expect(storePhoto(files, whole.subarray(0, whole.length / 2))).rejects.toThrow(WrongKind);
	});
});

test('a row whose file is gone reads as not found', async () => {
	const stored = { sha256: 'a'.repeat(64), variants: [] };
	const fileId = await inWork(db, actor, groupTenant(melati), (work) => recordPhoto(work, stored, 'product'));
	await expect(readPhoto(db.reader, files, melati, fileId, { width: 96, format: 'avif' })).rejects.toThrow(NotFound);
});

describe('a paper', () => {
	const minutes = Buffer.from('%PDF-1.7 berita acara');
	const recorded = async (): Promise<Id> => {
		const stored = await storePaper(files, minutes);
		return inWork(db, actor, groupTenant(melati), (work) => recordPaper(work, stored, 'decision'));
	};

	test('is given back as it came, and lies apart from photos', async () => {
		const paper = await readPaper(db.reader, files, melati, await recorded());
		expect(Buffer.from(paper.bytes).equals(minutes)).toBe(true);
		expect(paper).toMatchObject({ mediaType: 'application/pdf', ending: 'pdf' });
		expect(existsSync(join(folder, 'files', 'papers'))).toBe(true);
	});

	test('is never given out as a photo', async () => {
		const fileId = await recorded();
		await expect(readPhoto(db.reader, files, melati, fileId, { width: 96, format: 'avif' })).rejects.toThrow(NotFound);
	});

	test('is not a page or a program', async () => {
		await expect(storePaper(files, Buffer.from('<html>'))).rejects.toThrow(WrongKind);
		await expect(storePaper(files, Buffer.alloc(photoBytesMax + 1))).rejects.toThrow(TooBig);
	});

	otherGroup('readPaper', {
		owner: async () => readPaper(db.reader, files, melati, await recorded()),
		other: async () => readPaper(db.reader, files, kenanga, await recorded()),
		random: () => readPaper(db.reader, files, kenanga, newId())
	});
});

otherGroup('readPhoto', {
	owner: async () => readPhoto(db.reader, files, melati, await aPhoto(), { width: 96, format: 'webp' }),
	other: async () => readPhoto(db.reader, files, kenanga, await aPhoto(), { width: 96, format: 'webp' }),
	random: () => readPhoto(db.reader, files, kenanga, newId(), { width: 96, format: 'webp' })
});

async function aPhoto(): Promise<Id> {
	const stored = await storePhoto(files, await photo(64, 64));
	return inWork(db, actor, groupTenant(melati), (work) => recordPhoto(work, stored, 'product'));
}
