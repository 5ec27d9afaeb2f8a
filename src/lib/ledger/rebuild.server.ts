/** The running sums told again from the legs: they must be the ones that were kept. Reads everything; for tests and checks. */
import type { Reader } from '#lib/db/open.server.ts';
import { day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { type Channel, channelOf } from './channel.ts';
import { accountOf } from './chart.ts';
import { type DaySum, sumsOf } from './sums.ts';

/** Omzet of a day and channel. */
export interface ChannelDay {
	readonly day: string;
	readonly channel: string;
	readonly omzet: number;
}

export interface Sums {
	readonly accounts: readonly DaySum[];
	readonly omzet: readonly ChannelDay[];
}

/** What the sums should be, from the legs alone. */
export async function rebuiltSums(reader: Reader, groupId: Id): Promise<Sums> {
	const legs = await reader
		.selectFrom('journalLeg')
		.innerJoin('journalEntry', (join) =>
			join.onRef('journalEntry.groupId', '=', 'journalLeg.groupId').onRef('journalEntry.id', '=', 'journalLeg.entryId')
		)
		.select(['journalEntry.day', 'journalLeg.account', 'journalLeg.amount'])
		.where('journalLeg.groupId', '=', groupId)
		.where('journalEntry.groupId', '=', groupId)
		.execute();
	const accounts = sumsOf(
		legs.map((leg) => ({
			day: day(leg.day),
			legs: [{ account: accountOf(leg.account), amount: rupiah(leg.amount) }]
		}))
	);
	return { accounts, omzet: omzetOf(accounts) };
}

function omzetOf(accounts: readonly DaySum[]): ChannelDay[] {
	const sums = new Map<string, { day: string; channel: Channel; omzet: number }>();
	for (const { day: on, account, debit, credit } of accounts) {
		const channel = channelOf(account);
		if (channel === null) continue;
		const key = `${on} ${channel}`;
		const sum = sums.get(key) ?? { day: on, channel, omzet: 0 };
		sums.set(key, { ...sum, omzet: sum.omzet + credit - debit });
	}
	return [...sums.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
}

/** What was kept. */
export async function keptSums(reader: Reader, groupId: Id): Promise<Sums> {
	const accounts = await reader
		.selectFrom('accountDay')
		.select(['day', 'account', 'debit', 'credit'])
		.where('groupId', '=', groupId)
		.orderBy('day')
		.orderBy('account')
		.execute();
	const omzet = await reader
		.selectFrom('omzetDay')
		.select(['day', 'channel', 'omzet'])
		.where('groupId', '=', groupId)
		.orderBy('day')
		.orderBy('channel')
		.execute();
	return {
		accounts: accounts.map((sum) => ({ ...sum, day: day(sum.day), account: accountOf(sum.account) })),
		omzet
	};
}
