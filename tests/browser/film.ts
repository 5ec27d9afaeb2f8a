/** What a camera sees that is held over receipts: a film in the one form that the browser's false camera plays. */
import { writeFileSync } from 'node:fs';
import sharp from 'sharp';

const [width, height] = [1280, 720];
/** Paper under the camera: so much of it at a time, moved on so far that each code is once whole in the picture. */
const [seen, step] = [440, 140];
const framesASecond = 5;
/** Each place is held still for so many frames. */
const still = 3;

/** Writes a film that moves down over each of `papers` and begins anew; without papers it shows an empty table. */
export async function writeFilm(path: string, papers: readonly Buffer[]): Promise<void> {
	const views = (await Promise.all(papers.map(viewsOf))).flat();
	const frames = views.length === 0 ? [Buffer.alloc(width * height, 200)] : views;
	const colours = Buffer.alloc((width * height) / 2, 128);
	const frame = (light: Buffer) => [Buffer.from('FRAME\n'), light, colours];
	const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F${framesASecond}:1 Ip A1:1 C420jpeg\n`);
	const all = frames.flatMap((light) => Array.from({ length: still }, () => frame(light)).flat());
	writeFileSync(path, Buffer.concat([head, ...all]));
}

/** The light of each view of a paper, from the top to its foot. */
async function viewsOf(paper: Buffer): Promise<Buffer[]> {
	const { width: wide, height: long } = await sharp(paper).metadata();
	const tops = Array.from({ length: Math.ceil(Math.max(long - seen, 0) / step) + 1 }, (_, index) =>
		Math.max(0, Math.min(index * step, long - seen))
	);
	return Promise.all(
		tops.map((top) =>
			sharp(paper)
				.extract({ left: 0, top, width: wide, height: Math.min(seen, long - top) })
				.resize({ width, height, fit: 'contain', background: '#fff' })
				.flatten({ background: '#fff' })
				.greyscale()
				.raw()
				.toBuffer()
		)
	);
}
