/** Handing a receipt to another app as words. */
import { afterEach, expect, test, vi } from 'vitest';
import { PrinterUnreachable } from '#lib/printer/port.ts';
import { shareWords } from '#lib/printer/share.ts';
import { type Paper, textParts } from '#lib/printing/paper.ts';

const paper: Paper = { title: 'Struk B-000001', roll: 58, parts: textParts(['Kube Melati', 'TOTAL  Rp1.000']) };

function phoneThat(share: (data: ShareData) => Promise<void>): void {
	vi.stubGlobal('navigator', { share });
}

afterEach(() => {
	vi.unstubAllGlobals();
});

test('the words come in letters of one width', async () => {
	const shared: (string | undefined)[] = [];
	phoneThat(({ text }) => Promise.resolve(void shared.push(text)));
	await shareWords(paper);
	expect(shared).toEqual(['```\nKube Melati\nTOTAL  Rp1.000\n```']);
});

test('who closes the list has decided, and a phone that refuses says so', async () => {
	phoneThat(() => Promise.reject(new DOMException('closed', 'AbortError')));
	await expect(shareWords(paper)).resolves.toBeUndefined();
	phoneThat(() => Promise.reject(new DOMException('no tap', 'NotAllowedError')));
	await expect(shareWords(paper)).rejects.toEqual(new PrinterUnreachable('not-chosen'));
});
