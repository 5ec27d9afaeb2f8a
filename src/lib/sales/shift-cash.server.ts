/** What the events of a shift did to the drawer, told from the journal's legs. */
import type { Reader } from '#lib/db/open.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { account } from '#lib/ledger/chart.ts';
import type { SourceType } from '#lib/ledger/entry.ts';

/** Facts that may move the drawer's cash, each with the sources under which it posts. */
const cashFacts = {
	sale: ['sale'],
	saleReturn: ['void', 'return'],
	creditPayment: ['credit-paid'],
	cashMove: ['cash-moved'],
	goodsReceipt: ['goods-receipt'],
	agentService: ['agent-service']
} as const satisfies Readonly<Record<string, readonly SourceType[]>>;

type CashFact = keyof typeof cashFacts;

/** What came into the drawer by each kind of fact; negative when it went out. */
export type CashByFact = Readonly<Record<CashFact, Rupiah>>;

/** What moved the drawer's cash during a shift, by all that is known now; without what the till `except` did. */
export async function cashByFact(
	reader: Reader,
	groupId: Id,
	shiftId: Id,
	except: Id | null = null
): Promise<CashByFact> {
	const cash = (fact: CashFact) => cashOf(reader, groupId, shiftId, fact, except);
	return {
		sale: await cash('sale'),
		saleReturn: await cash('saleReturn'),
		creditPayment: await cash('creditPayment'),
		cashMove: await cash('cashMove'),
		goodsReceipt: await cash('goodsReceipt'),
		agentService: await cash('agentService')
	};
}

/** What came into the drawer during a shift, less what went out: in all, or at other tills than `except`. */
export async function cashOfShift(
	reader: Reader,
	groupId: Id,
	shiftId: Id,
	{ except = null }: { readonly except?: Id | null } = {}
): Promise<Rupiah> {
	return total(Object.values(await cashByFact(reader, groupId, shiftId, except)));
}

async function cashOf(reader: Reader, groupId: Id, shiftId: Id, fact: CashFact, except: Id | null): Promise<Rupiah> {
	const row = await reader
		.selectFrom('journalEntry')
		.innerJoin('journalLeg', (join) =>
			join.onRef('journalLeg.groupId', '=', 'journalEntry.groupId').onRef('journalLeg.entryId', '=', 'journalEntry.id')
		)
		.select((each) => each.fn.sum<number | null>('journalLeg.amount').as('amount'))
		.where('journalEntry.groupId', '=', groupId)
		.where('journalLeg.groupId', '=', groupId)
		.where('journalLeg.account', '=', account.cashDrawer)
		.where('journalEntry.sourceType', 'in', cashFacts[fact])
		.where('journalEntry.sourceId', 'in', (each) =>
			each
				.selectFrom(fact)
				.select('id')
				.where('groupId', '=', groupId)
				.where('shiftId', '=', shiftId)
				.where((row) => row.or([row('enrolmentId', 'is', null), row('enrolmentId', '!=', except ?? '')]))
		)
		.executeTakeFirst();
	return rupiah(row?.amount ?? 0);
}
