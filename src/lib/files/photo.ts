/** Photos as they are kept and shown: fixed widths, two formats, one address each. */
import { Refusal } from '#lib/kernel/refusal.ts';

/** The smallest is a square thumbnail; the others keep the picture's shape. */
export const photoWidths = [96, 320, 1024] as const;
export type PhotoWidth = (typeof photoWidths)[number];

/** Most wanted first. */
export const photoFormats = ['avif', 'webp'] as const;
export type PhotoFormat = (typeof photoFormats)[number];

export const photoBytesMax = 10 * 1024 * 1024;
export const photoPixelsMax = 40_000_000;
/** What a thumbnail may weigh. */
export const thumbBytesMax = 6 * 1024;

/** One file made of a photo. */
export interface Variant {
	readonly width: number;
	readonly height: number;
	readonly format: PhotoFormat;
	readonly bytes: number;
}

export class WrongKind extends Refusal {
	readonly code = 'files.wrong-kind';

	constructor() {
		super('This is no picture that can be read here.');
	}
}

export class TooBig extends Refusal {
	readonly code = 'files.too-big';
	/** In MB. */
	readonly most: number;

	constructor(bytesMax: number) {
		super(`A file may have at most ${bytesMax} bytes.`);
		this.most = bytesMax / 1024 / 1024;
	}
}

export class TooManyPixels extends Refusal {
	readonly code = 'files.too-many-pixels';
	/** In millions. */
	readonly most = photoPixelsMax / 1_000_000;

	constructor() {
		super(`A picture may have at most ${photoPixelsMax} pixels.`);
	}
}

const magics: readonly { kind: string; at: number; bytes: readonly number[] }[] = [
	{ kind: 'jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
	{ kind: 'png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
	{ kind: 'webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
	{ kind: 'heif', at: 4, bytes: [0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69, 0x66] }, // ftypavif
	{ kind: 'pdf', at: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] }
];

export type FileKind = 'jpeg' | 'png' | 'webp' | 'heif' | 'pdf';

/** What the first bytes of a file say it is, whatever its name or sender says; null for what is not taken here. */
export function kindOfBytes(bytes: Uint8Array): FileKind | null {
	const found = magics.find(({ at, bytes: magic }) => magic.every((byte, index) => bytes[at + index] === byte));
	return found === undefined ? null : (found.kind as FileKind);
}

export interface VariantName {
	readonly width: PhotoWidth;
	readonly format: PhotoFormat;
}

/** `320.avif` from an address; null for what is never made. */
export function parseVariantName(text: string): VariantName | null {
	const [size, ending, ...rest] = text.split('.');
	const width = photoWidths.find((known) => String(known) === size);
	const format = photoFormats.find((known) => known === ending);
	return width === undefined || format === undefined || rest.length > 0 ? null : { width, format };
}

/** Where a browser finds a photo. */
export function photoUrl(groupId: string, fileId: string, width: PhotoWidth, format: PhotoFormat): string {
	return `/gambar/${groupId}/${fileId}/${width}.${format}`;
}

/** The sources of a `<picture>`, best format first; the last one is the `<img>`. */
export function photoSources(groupId: string, fileId: string, width: PhotoWidth): { type: string; url: string }[] {
	return photoFormats.map((format) => ({ type: `image/${format}`, url: photoUrl(groupId, fileId, width, format) }));
}
