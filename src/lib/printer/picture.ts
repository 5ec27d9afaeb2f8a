/** Paper as a picture, for a message or for the phone's own printing. */
import { type Emphasis, type Paper, type PaperPart, rolls } from '#lib/printing/paper.ts';
import { isBlackAt, type Raster } from '#lib/printing/raster.ts';

const margin = 16;
const rowHeight = 26;
/** The width of a letter as a part of its height, in every typewriter face. */
const letterWidth = 0.6;

/** Draws the paper, black on white, in the printer's own dots. */
export function paperCanvas(paper: Paper): HTMLCanvasElement {
	const { columns, dots } = rolls[paper.roll];
	const canvas = document.createElement('canvas');
	canvas.width = dots + 2 * margin;
	canvas.height = paper.parts.reduce((sum, part) => sum + heightOf(part), 2 * margin);
	const pen = canvas.getContext('2d');
	if (pen === null) return canvas;
	pen.fillStyle = 'white';
	pen.fillRect(0, 0, canvas.width, canvas.height);
	pen.fillStyle = 'black';
	pen.textBaseline = 'middle';
	let top = margin;
	for (const part of paper.parts) {
		if (part.kind === 'text') drawText(pen, part.text, part.emphasis, { top, size: dots / columns / letterWidth });
		else if (part.kind === 'picture') drawPicture(pen, part.picture, { top, dots });
		top += heightOf(part);
	}
	return canvas;
}

/** The paper as a PNG file. */
export function paperFile(paper: Paper): Promise<File> {
	const canvas = paperCanvas(paper);
	const name = `${paper.title.replaceAll(/[^\p{L}\p{N}-]+/gu, '-')}.png`;
	return new Promise((resolve, reject) => {
		canvas.toBlob((blob) => {
			if (blob === null) reject(new Error('the browser drew nothing'));
			else resolve(new File([blob], name, { type: 'image/png' }));
		}, 'image/png');
	});
}

function heightOf(part: PaperPart): number {
	if (part.kind === 'picture') return part.picture.height;
	if (part.kind === 'feed') return part.rows * rowHeight;
	return part.emphasis === 'tall' ? 2 * rowHeight : rowHeight;
}

interface Spot {
	readonly top: number;
	readonly size: number;
}

function drawText(
	pen: CanvasRenderingContext2D,
	text: string,
	emphasis: Emphasis | undefined,
	{ top, size }: Spot
): void {
	const stretch = emphasis === 'tall' ? 2 : 1;
	pen.save();
	pen.translate(margin, top);
	pen.scale(1, stretch);
	pen.font = `${emphasis === undefined ? 'normal' : 'bold'} ${size}px monospace`;
	pen.fillText(text, 0, rowHeight / 2);
	pen.restore();
}

function drawPicture(
	pen: CanvasRenderingContext2D,
	raster: Raster,
	{ top, dots }: { top: number; dots: number }
): void {
	const left = margin + Math.floor((dots - raster.width) / 2);
	for (let y = 0; y < raster.height; y++)
		for (let x = 0; x < raster.width; x++) if (isBlackAt(raster, x, y)) pen.fillRect(left + x, top + y, 1, 1);
}
