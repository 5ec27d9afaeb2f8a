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
	const acts = [
		{ actorId: sale.cashierId, approvedBy: sale.approvedBy },
		...(taken === null ? [] : [taken]),
		...returns
	];
	const people = acts.flatMap(({ actorId, approvedBy }) => [actorId, approvedBy]).filter((one) => one !== null);
	const entryOf = async (type: string, id: typeof sale.id) =>
		can('books.read') ? entryOfEvent(reader, groupId, type, id).catch(() => null) : null;
	const [names, entry, voidEntry, shift] = await Promise.all([
		everyName(reader, people),
		entryOf('sale', sale.id),
		taken === null ? null : entryOf('void', taken.id),
		sale.shiftId === null ? null : shiftNumber(reader, groupId, sale.shiftId)
	]);
	const nameOf = (personId: string | null | undefined) => (personId && names.get(personId)) ?? null;
	const byCard = sale.payments.some(({ tender }) => ['card', 'kks'].includes(tender));
	return {
		sale,
		maySlip: byCard && can('slips.add'),
		shift,
		approver: nameOf(sale.approvedBy),
		returns: returns.map((one) => ({ ...one, actor: nameOf(one.actorId), approver: nameOf(one.approvedBy) })),
		entry,
		voidEntry,
		cashier: nameOf(sale.cashierId),
		takenBy: nameOf(taken?.actorId),
		takenApprover: nameOf(taken?.approvedBy)
	};
};
