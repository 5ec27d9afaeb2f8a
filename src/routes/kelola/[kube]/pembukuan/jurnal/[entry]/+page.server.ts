/** One journal entry, and the event behind it. */
import { personById } from '#lib/identity/people.server.ts';
import { entryById } from '#lib/ledger/journal.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { foundOr404, idOr404 } from '#lib/web/found.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, can } = await requireGroup(event, 'books.read');
	const entry = await foundOr404(entryById(reader, groupId, idOr404(event.params.entry)));
	const actor = entry.actorId === null ? null : await personById(reader, entry.actorId).catch(() => null);
	return { entry, actor: actor?.name ?? null, maySeeSale: can('sale.read'), maySeeStock: can('stock.read') };
};
