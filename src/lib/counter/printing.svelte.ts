/** Printing what was sold: counted by the till, made for the roll in the printer, and never in the way of a sale. */
import { m } from '#texts/messages.js';
import { press } from './press.svelte.ts';
import type { Sold } from './sold.ts';
import type { Till } from './till.svelte.ts';

/** Prints a sale's receipt; from the second time on it says so, and an event tells of it (R5). */
export async function printSale(till: Till, sold: Sold): Promise<void> {
	await till.doing(m.counter_keep_failed(), async () => {
		const prints = await till.record.print(sold.id);
		const { group, settings } = till.heard.snapshot;
		const signature = settings.receiptCodes ? await till.signatureOf(sold.event) : null;
		const { salePaper } = await import('./slip-paper.ts');
		await press.print((roll) => salePaper({ sold, group, roll, prints, signature }));
	});
}

/** Prints rows of a slip that is no sale; `rowsFor` writes them for so many letters a row. */
export async function printSlip(
	title: string,
	shop: string,
	rowsFor: (width: number) => readonly string[]
): Promise<void> {
	const [{ rowsPaper }, { rolls }] = await Promise.all([import('./slip-paper.ts'), import('#lib/printing/paper.ts')]);
	await press.print((roll) => rowsPaper(title, rowsFor(rolls[roll].columns), roll, shop));
}
