/** Goods that follow after they were paid: until they are with the buyer, the sale is not over (R24). */
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';

export interface Awaited {
	readonly saleId: Id;
	readonly paidAt: Instant;
}

/** Notes sales whose goods are to follow. */
export async function awaitHandover(work: Work, sales: readonly Awaited[]): Promise<void> {
	const { groupId, seq } = work;
	await work.insert('saleHandover', sales.map((sale) => ({ groupId, seq, ...sale, handedAt: null }))); // prettier-ignore
}

const hand = prepared((db, p: { groupId: string; saleId: string; handedAt: string }) =>
	db
		.updateTable('saleHandover')
		.set({ handedAt: p.handedAt })
		.where('groupId', '=', p.groupId)
		.where('saleId', '=', p.saleId)
		.where('handedAt', 'is', null)
		.returning('saleId')
);

/** The goods are with the buyer. Gives whether they were still to follow. */
export async function handOver(work: Work, saleId: Id, handedAt: Instant): Promise<boolean> {
	return (await work.run(hand, { groupId: work.groupId, saleId, handedAt })).length > 0;
}
