/** The browser's own printing: any printer that the phone or computer knows, after its dialog. */
import { type Paper, paperText } from '#lib/printing/paper.ts';
import { paperCanvas } from './picture.ts';

/** Shows the paper alone to the browser's printing, and takes it away after. */
export function printBySystem(paper: Paper): Promise<void> {
	const sheet = document.createElement('div');
	sheet.className = 'printout receipt';
	if (paper.roll === 80) sheet.classList.add('receipt-wide');
	const canvas = paperCanvas(paper);
	canvas.setAttribute('role', 'img');
	canvas.setAttribute('aria-label', paperText(paper));
	sheet.append(canvas);
	document.body.append(sheet);
	return new Promise((resolve) => {
		window.addEventListener(
			'afterprint',
			() => {
				sheet.remove();
				resolve();
			},
			{ once: true }
		);
		window.print();
	});
}
