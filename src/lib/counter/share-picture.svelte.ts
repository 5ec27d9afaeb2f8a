/** A receipt as a picture: shared where the phone can, else kept as a file. */
import { m } from '#texts/messages.js';
import { giveFile } from './copy.svelte.ts';
import type { Sold } from './sold.ts';
import type { Till } from './till.svelte.ts';

export async function sharePicture(till: Till, sold: Sold): Promise<void> {
	await till.doing(m.till_picture_failed(), async () => {
		const [{ salePaper }, { paperFile }] = await Promise.all([
			import('./slip-paper.ts'),
			import('#lib/printer/picture.ts')
		]);
		const { group, settings } = till.heard.snapshot;
		const signature = settings.receiptCodes ? await till.signatureOf(sold.event) : null;
		await giveFile(await paperFile(salePaper({ sold, group, roll: 58, prints: 0, signature })));
	});
}
