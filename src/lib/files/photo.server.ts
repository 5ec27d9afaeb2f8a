/** Taking photos from cameras and files: read for what they are, turned upright, stripped of where they were taken. */
import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import type { Reader } from '#lib/db/open.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import {
	kindOfBytes, photoBytesMax, type PhotoFormat, photoFormats, photoPixelsMax, type PhotoWidth, photoWidths,
	thumbBytesMax, TooBig, TooManyPixels, type Variant, type VariantName, WrongKind
} from './photo.ts'; // prettier-ignore
import type { Files } from './store.server.ts';

/** A photo whose files are written and whose row is not. */
export interface StoredPhoto {
	/** Of the bytes as received, hexadecimal. */
	readonly sha256: string;
	readonly variants: readonly Variant[];
}

const thumb = photoWidths[0];
/** Tried in turn until a thumbnail is light enough. */
const qualities = [55, 40, 28, 16] as const;

/**
 * Writes the variants of a photo, outside of any work; files that no row names later cost only their place on the disk.
 * Throws TooBig, WrongKind, TooManyPixels.
 */
export async function storePhoto(files: Files, bytes: Uint8Array): Promise<StoredPhoto> {
	const upright = await readPicture(bytes);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const variants: Variant[] = [];
	for (const width of photoWidths) {
		for (const format of photoFormats) {
			const { data, info } = await encode(upright, width, format);
			await files.put('photos', sha256, `${width}.${format}`, data);
			variants.push({ width: info.width, height: info.height, format, bytes: data.length });
		}
	}
	return { sha256, variants };
}

/** Writes down a stored photo of the work's group and gives its id. `purpose` is what it shows: `product`, `logo` … */
export async function recordPhoto(work: Work, { sha256, variants }: StoredPhoto, purpose: string): Promise<Id> {
	const { groupId, now, seq, actor } = work;
	const id = work.newId();
	const row = {
		groupId,
		id,
		kind: 'photo',
		purpose,
		variants: JSON.stringify(variants),
		sha256,
		madeAt: now,
		madeBy: actor.personId,
		seq
	};
	await work.insert('file', [row]);
	return id;
}

/** The bytes of a photo; photos may be seen by anyone. Throws NotFound. */
export async function readPhoto(
	reader: Reader,
	files: Files,
	groupId: string,
	fileId: string,
	{ width, format }: VariantName
): Promise<Uint8Array> {
	const row = await reader
		.selectFrom('file')
		.select('sha256')
		.where('groupId', '=', groupId)
		.where('id', '=', fileId)
		.where('kind', '=', 'photo')
		.executeTakeFirst();
	if (row === undefined) throw new NotFound('file');
	return files.get('photos', row.sha256, `${width}.${format}`);
}

/** The picture, turned as it was held. Only kinds known by their first bytes reach the decoder. */
async function readPicture(bytes: Uint8Array): Promise<Sharp> {
	if (bytes.length > photoBytesMax) throw new TooBig(photoBytesMax);
	const kind = kindOfBytes(bytes);
	if (kind === null || kind === 'pdf') throw new WrongKind();
	const picture = sharp(bytes, { limitInputPixels: photoPixelsMax, failOn: 'error' });
	try {
		const { width, height, format } = await picture.metadata();
		if (format !== kind) throw new WrongKind();
		if (width * height > photoPixelsMax) throw new TooManyPixels();
		const { data, info } = await picture.rotate().resize({ ...fitInside(photoWidths[2]) }).raw().toBuffer({ resolveWithObject: true }); // prettier-ignore
		return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
	} catch (error) {
		if (error instanceof WrongKind || error instanceof TooManyPixels) throw error;
		if (error instanceof Error && error.message.includes('pixel limit')) throw new TooManyPixels();
		throw new WrongKind();
	}
}

type Encoded = Awaited<ReturnType<typeof encodeAt>>;

async function encode(picture: Sharp, width: PhotoWidth, format: PhotoFormat): Promise<Encoded> {
	const [first, ...others] = qualities;
	let encoded = await encodeAt(picture, width, format, first);
	if (width !== thumb) return encoded;
	for (const quality of others) {
		if (encoded.data.length <= thumbBytesMax) break;
		encoded = await encodeAt(picture, width, format, quality);
	}
	return encoded;
}

function encodeAt(picture: Sharp, width: PhotoWidth, format: PhotoFormat, quality: number) {
	const fit = width === thumb ? { width, height: width, fit: 'cover' as const } : fitInside(width);
	const sized = picture.clone().resize(fit);
	return (format === 'avif' ? sized.avif({ quality, effort: 3 }) : sized.webp({ quality: quality + 15 })).toBuffer({
		resolveWithObject: true
	});
}

function fitInside(width: number): { width: number; height: number; fit: 'inside'; withoutEnlargement: true } {
	return { width, height: width, fit: 'inside', withoutEnlargement: true };
}
