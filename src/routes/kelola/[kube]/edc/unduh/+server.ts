/** The lists, for a spreadsheet: what till and bank do not agree about. */
import { csvText } from '#lib/files/csv.ts';
import { bankName } from '#lib/payments/bank-name.ts';
import type { OpenSlip } from '#lib/payments/settlement-match.ts';
import { lineNumber } from '#lib/payments/settlement-text.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { m } from '#texts/messages.js';
import { openBetween } from '../lists.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { reader, groupId } = await requireGroup(event, 'books.read');
	const { withoutSale, withoutEdc, differs, toReverse } = await openBetween(reader, groupId);
	const head = [m.edc_list(), m.edc_day(), m.edc_bank(), 'TID', 'No.', m.edc_bank_says(), m.edc_till_says()];
	const rows = [
		...withoutSale.map((line) => [m.edc_without_sale(), line.day, bankName(line.bank), line.tid, lineNumber(line), String(line.amount), '']),
		...withoutEdc.map((slip) => slipRow(m.edc_without_edc(), slip)),
		...differs.map(({ line, slip }) => [m.edc_differs(), line.day, bankName(line.bank), line.tid, slip.number, String(line.amount), String(slip.amount)]),
		...toReverse.map((slip) => slipRow(m.edc_to_reverse(), slip))
	]; // prettier-ignore
	return new Response(csvText([head, ...rows]), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${m.edc_download_file()}.csv"`
		}
	});
};

function slipRow(list: string, { day, bank, tid, number, amount }: OpenSlip): string[] {
	return [list, day, bankName(bank), tid ?? '', number, '', String(amount)];
}
