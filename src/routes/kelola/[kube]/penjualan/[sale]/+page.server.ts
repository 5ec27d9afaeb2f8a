/** One sale with its lines and payments, and what it posted. */
import { shiftNumber } from '#lib/drawer/queries.server.ts';
import { everyName } from '#lib/identity/names.server.ts';
import { entryOfEvent } from '#lib/ledger/journal.server.ts';
import { saleById } from '#lib/sales/queries.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { foundOr404, idOr404 } from '#lib/web/found.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, can } = await requireGroup(event, 'sale.read');
	const sale = await foundOr404(saleById(reader, groupId, idOr404(event.params.sale)));
	const { taken, returns } = sale;
	const people = [sale.cashierId, sale.approvedBy, taken?.actorId ?? null, ...returns.map((one) => one.actorId)].flatMap((personId) => personId ?? []); // prettier-ignore
	const entryOf = async (type: string, id: typeof sale.id) =>
		can('books.read') ? entryOfEvent(reader, groupId, type, id).catch(() => null) : null;
	const [names, entry, voidEntry, shift] = await Promise.all([
		everyName(reader, people),
		entryOf('sale', sale.id),
		taken === null ? null : entryOf('void', taken.id),
		sale.shiftId === null ? null : shiftNumber(reader, groupId, sale.shiftId)
	]);
	const byCard = sale.payments.some(({ tender }) => ['card', 'kks'].includes(tender));
	return {
		sale,
		maySlip: byCard && can('slips.add'),
		shift,
		approver: (sale.approvedBy && names.get(sale.approvedBy)) ?? null,
		returns: returns.map((one) => ({ ...one, actor: (one.actorId && names.get(one.actorId)) ?? null })),
		entry,
		voidEntry,
		cashier: (sale.cashierId && names.get(sale.cashierId)) ?? null,
		takenBy: (taken?.actorId && names.get(taken.actorId)) ?? null
	};
};
