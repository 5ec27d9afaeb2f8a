/** Goods that aid had paid came back for others: what of the new sale they pay is held to the list as aid itself is (R22). */
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import type { AppliedSale } from './applied-sale.server.ts';
import type { Till } from './till.server.ts';

const lastExchange = prepared((db, p: { groupId: string; enrolmentId: string; before: number }) =>
	db
		.selectFrom('saleReturn')
		.innerJoin('refund', (join) =>
			join.onRef('refund.groupId', '=', 'saleReturn.groupId').onRef('refund.returnId', '=', 'saleReturn.id')
		)
		.leftJoin('saleAid', (join) =>
			join.onRef('saleAid.groupId', '=', 'saleReturn.groupId').onRef('saleAid.saleId', '=', 'saleReturn.saleId')
		)
		.select(['refund.amount', 'saleAid.paid'])
		.where('saleReturn.groupId', '=', p.groupId)
		.where('refund.groupId', '=', p.groupId)
		.where('saleReturn.enrolmentId', '=', p.enrolmentId)
		.where('saleReturn.sequence', '<', p.before)
		.where('refund.tender', '=', 'exchange')
		.orderBy('saleReturn.sequence', 'desc')
		.limit(1)
);

/** What of each sale was paid by goods that aid had paid; asked for the few that are paid by goods at all. */
export async function aidExchanged(
	work: Work,
	{ id: enrolmentId }: Till,
	sales: readonly AppliedSale[]
): Promise<(event: AppliedSale['event']) => Rupiah> {
	const found = new Map<string, Rupiah>();
	for (const { event } of sales) {
		const parts = event.body.payments.filter(({ tender }) => tender === 'exchange');
		if (parts.length === 0) continue;
		const [back] = await work.run(lastExchange, { groupId: work.groupId, enrolmentId, before: event.sequence });
		const paid = total(parts.map(({ amount }) => amount));
		found.set(event.id, rupiah(Math.min(paid, back?.amount ?? 0, back?.paid ?? 0)));
	}
	return (event) => found.get(event.id) ?? rupiah(0);
}
