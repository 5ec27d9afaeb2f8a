/** Finding the first swipe of a card that was likely swiped twice. */
import type { Reader } from '#lib/db/open.server.ts';
import { listsOf } from '#lib/db/lists.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { OpenLine } from './settlement-match.ts';
import { lineOf, settledLines } from './settlement-settled.server.ts';
import { isSecondSwipe } from './settlement-twice.ts';

export type WithFirst = OpenLine & {
	/** The swipe that belongs to a sale, where this line is likely the same card again; null otherwise. */
	readonly first: OpenLine | null;
};

/** `lines` to which no sale belongs, each with the swipe of which it is likely the second. */
export async function withFirstSwipes(reader: Reader, groupId: Id, lines: readonly OpenLine[]): Promise<WithFirst[]> {
	const matched: OpenLine[] = [];
	for (const days of listsOf([...new Set(lines.map((line) => line.day))])) {
		const rows = await reader
			.selectFrom('settlementLine as line')
			.selectAll('line')
			.where('line.groupId', '=', groupId)
			.where('line.day', 'in', days)
			.where('line.amount', 'in', [...new Set(lines.map((line) => line.amount))])
			.where((eb) =>
				eb(
					eb.refTuple('line.fileId', 'line.line'),
					'in',
					settledLines(reader, groupId).where('slipMatch.sourceId', 'is not', null).$asTuple('fileId', 'fileLine')
				)
			)
			.orderBy('line.fileId')
			.orderBy('line.line')
			.execute();
		matched.push(...rows.map(lineOf));
	}
	return lines.map((line) => ({ ...line, first: matched.find((one) => isSecondSwipe(line, one)) ?? null }));
}
