/** Papers such as minutes and licences: kept as they came, and given out only by permission. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Reader } from '#lib/db/open.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { type FileKind, kindOfBytes, photoBytesMax, photoPixelsMax, TooBig, WrongKind } from './photo.ts';
import type { Files } from './store.server.ts';

/** A paper whose file is written and whose row is not. */
export interface StoredPaper {
	readonly sha256: string;
	readonly kind: FileKind;
	readonly bytes: number;
}

/** A paper to be sent to someone who may read it: always as a download, never shown as a page of ours. */
export interface Paper {
	readonly bytes: Uint8Array;
	readonly mediaType: string;
	/** The ending of a file name. */
	readonly ending: string;
}

const mediaTypes: Readonly<Record<FileKind, { mediaType: string; ending: string }>> = {
	pdf: { mediaType: 'application/pdf', ending: 'pdf' },
	jpeg: { mediaType: 'image/jpeg', ending: 'jpg' },
	png: { mediaType: 'image/png', ending: 'png' },
	webp: { mediaType: 'image/webp', ending: 'webp' },
	heif: { mediaType: 'image/avif', ending: 'avif' }
};

const fileName = 'paper';

/** Writes a PDF or picture as received, outside of any work. Throws TooBig, WrongKind. */
export async function storePaper(files: Files, bytes: Uint8Array): Promise<StoredPaper> {
	if (bytes.length > photoBytesMax) throw new TooBig(photoBytesMax);
	const kind = kindOfBytes(bytes);
	if (kind === null) throw new WrongKind();
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	await files.put('papers', sha256, fileName, bytes);
	return { sha256, kind, bytes: bytes.length };
}

/**
 * The same for a picture alone: drawn anew, so that nothing of where and by what it was taken stays in it. Throws TooBig,
 * WrongKind.
 */
export async function storePicturePaper(files: Files, bytes: Uint8Array): Promise<StoredPaper> {
	if (bytes.length > photoBytesMax) throw new TooBig(photoBytesMax);
	const kind = kindOfBytes(bytes);
	if (kind === null || kind === 'pdf') throw new WrongKind();
	return storePaper(files, await redrawn(bytes));
}

const pictureSide = 1600;

async function redrawn(bytes: Uint8Array): Promise<Uint8Array> {
	try {
		const picture = sharp(bytes, { limitInputPixels: photoPixelsMax, failOn: 'error' });
		const size = { width: pictureSide, height: pictureSide, fit: 'inside', withoutEnlargement: true } as const;
		return await picture.rotate().resize(size).jpeg({ quality: 80 }).toBuffer();
	} catch {
		throw new WrongKind();
	}
}

/** Writes down a stored paper of the work's group and gives its id. */
export async function recordPaper(work: Work, { sha256, kind, bytes }: StoredPaper, purpose: string): Promise<Id> {
	const { groupId, now, seq, actor } = work;
	const id = work.newId();
	const variants = JSON.stringify([{ kind, bytes }]);
	await work.insert('file', [
		{ groupId, id, kind: 'paper', purpose, variants, sha256, madeAt: now, madeBy: actor.personId, seq }
	]);
	return id;
}

/** The paper of a group, for whom `papers.read` was asked. Throws NotFound. */
export async function readPaper(reader: Reader, files: Files, groupId: Id, fileId: Id): Promise<Paper> {
	const row = await reader
		.selectFrom('file')
		.select('sha256')
		.where('groupId', '=', groupId)
		.where('id', '=', fileId)
		.where('kind', '=', 'paper')
		.executeTakeFirst();
	if (row === undefined) throw new NotFound('file');
	const bytes = await files.get('papers', row.sha256, fileName);
	const kind = kindOfBytes(bytes);
	if (kind === null) throw new NotFound('file');
	return { bytes, ...mediaTypes[kind] };
}
