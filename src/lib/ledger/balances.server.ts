/** What stands on the accounts of a group, from the sums per day. */
import type { Reader } from '#lib/db/open.server.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { type AccountCode, accountOf } from './chart.ts';
import type { AccountBalance } from './trial-balance.ts';

/** Every account that ever moved until `to`, in the order of the chart, over the days `from` to `to`, both counted. */
export async function trialBalance(reader: Reader, groupId: Id, from: Day, to: Day): Promise<AccountBalance[]> {
	const rows = await reader
		.selectFrom('accountDay')
		.select((row) => [
			'account',
			row.fn.sum<number>('debit').as('debits'),
			row.fn.sum<number>('credit').as('credits'),
			row.fn.sum<number>(row.case().when('day', '>=', from).then(row.ref('debit')).else(0).end()).as('debit'),
			row.fn.sum<number>(row.case().when('day', '>=', from).then(row.ref('credit')).else(0).end()).as('credit')
		])
		.where('groupId', '=', groupId)
		.where('day', '<=', to)
		.groupBy('account')
		.orderBy('account')
		.execute();
	return rows.map(({ account, debits, credits, debit, credit }) => ({
		account: accountOf(account),
		opening: rupiah(debits - credits - debit + credit),
		debit: rupiah(debit),
		credit: rupiah(credit),
		closing: rupiah(debits - credits)
	}));
}

/** The balance of one account over all days; a debit is positive. */
export async function balanceOf(reader: Reader, groupId: Id, account: AccountCode): Promise<Rupiah> {
	const row = await reader
		.selectFrom('accountDay')
		.select((each) => [
			each.fn.sum<number | null>('debit').as('debit'),
			each.fn.sum<number | null>('credit').as('credit')
		])
		.where('groupId', '=', groupId)
		.where('account', '=', account)
		.executeTakeFirst();
	return rupiah((row?.debit ?? 0) - (row?.credit ?? 0));
}
