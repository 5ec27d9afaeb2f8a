/** The browser's own printing: any printer that the phone or computer knows, after its dialog. */
import { type Paper, paperText } from '#lib/printing/paper.ts';
import { paperCanvas } from './picture.ts';

/**
 * Shows the paper alone to the browser's printing. Some browsers hold the page while their dialog is open and some do not: the
 * paper stays until they say that they are done with it, or until the next.
 */
export function printBySystem(paper: Paper): void {
	document.querySelector('.printout')?.remove();
	const sheet = document.createElement('div');
	sheet.className = paper.roll === 80 ? 'printout receipt receipt-wide' : 'printout receipt';
	const canvas = paperCanvas(paper);
	canvas.setAttribute('role', 'img');
	canvas.setAttribute('aria-label', paperText(paper));
	sheet.append(canvas);
	document.body.append(sheet);
	window.addEventListener('afterprint', () => sheet.remove(), { once: true });
	window.print();
}
