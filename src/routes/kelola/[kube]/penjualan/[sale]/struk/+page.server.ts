/** The receipt of a sale, to print once more. */
import { saleReceipt } from '#lib/sales/sale-receipt.server.ts';
import { receiptLines } from '#lib/sales/receipt.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { foundOr404, idOr404 } from '#lib/web/found.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId } = await requireGroup(event, 'sale.read');
	const saleId = idOr404(event.params.sale);
	const receipt = await foundOr404(saleReceipt(reader, groupId, saleId));
	return { saleId, number: receipt.number, rows: receiptLines(receipt, event.locals.language) };
};
