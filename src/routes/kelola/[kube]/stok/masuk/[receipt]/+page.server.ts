/** One receipt of goods, with the entry it posted. */
import { personById } from '#lib/identity/people.server.ts';
import { receiptById } from '#lib/inventory/receipt-queries.server.ts';
import { entryOfEvent } from '#lib/ledger/journal.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { foundOr404, idOr404 } from '#lib/web/found.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, can } = await requireGroup(event, 'stock.read');
	const receipt = await foundOr404(receiptById(reader, groupId, idOr404(event.params.receipt)));
	const [actor, entry] = await Promise.all([
		receipt.actorId === null ? null : personById(reader, receipt.actorId).catch(() => null),
		can('books.read') ? entryOfEvent(reader, groupId, 'goods-receipt', receipt.id).catch(() => null) : null
	]);
	return { receipt, entry, actor: actor?.name ?? null };
};
