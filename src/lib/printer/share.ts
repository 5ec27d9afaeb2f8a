/** Handing a receipt to another app of the phone, as a picture or as words. */
import { type Paper, paperText } from '#lib/printing/paper.ts';
import { reaching } from './port.ts';
import { paperFile } from './picture.ts';

/** Shares the paper as a picture where the phone takes files, else as words; call it from a tap. Throws PrinterUnreachable. */
export async function sharePaper(paper: Paper): Promise<void> {
	const files = [await paperFile(paper)];
	const data = navigator.canShare({ files }) ? { files, title: paper.title } : { text: paperText(paper) };
	await reaching('not-chosen', () => navigator.share(data));
}

/** Shares the words of the paper; letters of one width where the other app knows the marks. Throws PrinterUnreachable. */
export async function shareWords(paper: Paper): Promise<void> {
	await reaching('not-chosen', () => navigator.share({ text: ['```', paperText(paper), '```'].join('\n') }));
}
