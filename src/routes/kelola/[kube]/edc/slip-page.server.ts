/** What the pages of one open slip share: which slip the address names, and what is shown of it. */
import { error } from '@sveltejs/kit';
import type { Id } from '#lib/kernel/id.ts';
import type { SettlementLists } from '#lib/payments/settlement-lists.ts';
import type { OpenSlip } from '#lib/payments/settlement-match.ts';
import type { GroupAccess } from '#lib/web/access.server.ts';
import { idOr404 } from '#lib/web/found.server.ts';
import { m } from '#texts/messages.js';
import { openBetween } from './lists.server.ts';

interface SlipParams {
	readonly source: string;
	readonly line: string;
}

/** Lines of slips count from nought. */
export function slipKeyOr404({ source, line }: SlipParams): { readonly sourceId: Id; readonly line: number } {
	if (!/^\d{1,4}$/.test(line)) error(404, m.web_not_found());
	return { sourceId: idOr404(source), line: Number(line) };
}

/** The slip of `among` that the address names, and what of its sale this person may see; 404 for one that is not open. */
export async function slipPage(
	{ reader, groupId, can }: GroupAccess,
	params: SlipParams,
	among: (lists: SettlementLists) => readonly OpenSlip[]
) {
	const key = slipKeyOr404(params);
	const open = among(await openBetween(reader, groupId));
	const slip = open.find(({ sourceId, line }) => sourceId === key.sourceId && line === key.line);
	if (slip === undefined) error(404, m.web_not_found());
	return { slip, maySeeSales: can('sale.read'), maySeePhotos: can('slips.add') };
}
