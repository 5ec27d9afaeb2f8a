/** Handing a receipt to another app of the phone, as a picture or as words. */
import { type Paper, paperText } from '#lib/printing/paper.ts';
import { reaching } from './port.ts';
import { paperFile } from './picture.ts';

/** Shares the paper as a picture where the phone takes files, else as words; call it from a tap. Throws PrinterUnreachable. */
export async function sharePaper(paper: Paper): Promise<void> {
	const files = [await paperFile(paper)];
	await share(navigator.canShare({ files }) ? { files, title: paper.title } : { text: paperText(paper) });
}

/** Shares the words of the paper; letters of one width where the other app knows the marks. Throws PrinterUnreachable. */
export async function shareWords(paper: Paper): Promise<void> {
	await share({ text: ['```', paperText(paper), '```'].join('\n') });
}

/** Who closes the phone's list without choosing has decided too: nothing is left to do. */
async function share(data: ShareData): Promise<void> {
	await reaching('not-chosen', () =>
		navigator.share(data).catch((error: unknown) => {
			if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
		})
	);
}
