/** The last receipt of a till that is here. */
import type { Reader } from '#lib/db/open.server.ts';
import type { Id } from '#lib/kernel/id.ts';

const tables = ['sale', 'saleReturn', 'creditPayment', 'agentService'] as const;

/** The highest number that the till has printed on a receipt of any kind and told; null when it has told none. */
export async function lastReceipt(reader: Reader, groupId: Id, enrolmentId: Id): Promise<string | null> {
	const found = await Promise.all(
		tables.map((table) =>
			reader
				.selectFrom(table)
				.select((row) => row.fn.max('receiptNumber').as('last'))
				.where('groupId', '=', groupId)
				.where('enrolmentId', '=', enrolmentId)
				.executeTakeFirst()
		)
	);
	const numbers = found.flatMap((row) => row?.last ?? []).sort();
	return numbers.at(-1) ?? null;
}
