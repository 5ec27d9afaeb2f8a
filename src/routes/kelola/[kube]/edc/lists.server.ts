/** What is open between till and bank, for the pages of this folder. */
import type { Reader } from '#lib/db/open.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type SettlementLists, settlementLists } from '#lib/payments/settlement-lists.ts';
import { openLines, openSlips, type TakenFile, takenFiles } from '#lib/payments/settlement-open.server.ts';

export async function openBetween(
	reader: Reader,
	groupId: Id
): Promise<SettlementLists & { readonly files: readonly TakenFile[] }> {
	const [lines, slips, files] = await Promise.all([
		openLines(reader, groupId),
		openSlips(reader, groupId),
		takenFiles(reader, groupId)
	]);
	return { ...settlementLists(lines, slips, files), files };
}
