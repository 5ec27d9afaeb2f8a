/** Customers with kasbon: what each owes and since when, and the history of one, all told from the journal's legs. */
import type { Reader } from '#lib/db/open.server.ts';
import { type Day, day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { account } from '#lib/ledger/chart.ts';
import { type Ageing, ageingOf, type Debt } from './ageing.ts';

export interface Customer extends Ageing {
	readonly partyId: Id;
	/** Null once it was erased, or when the till has not told it yet. */
	readonly name: string | null;
	readonly phone: string | null;
	readonly erased: boolean;
	readonly owed: Rupiah;
	readonly limit: Rupiah;
}

/** Something that changed what a customer owes. */
export interface CreditMove {
	readonly entryId: Id;
	readonly seq: number;
	readonly day: Day;
	/** `sale`, `void`, `return`, `credit-paid`. */
	readonly sourceType: string;
	readonly sourceId: Id;
	/** A receipt's number. */
	readonly memo: string;
	/** Negative when it made the debt smaller. */
	readonly amount: Rupiah;
}

/** All customers that ever had kasbon, who owes most first; ages are those of `today`. */
export async function customersOf(reader: Reader, groupId: Id, today: Day): Promise<Customer[]> {
	const rows = await accountRows(reader, groupId).orderBy('creditAccount.owed', 'desc').orderBy('creditAccount.partyId').execute(); // prettier-ignore
	const debts = await debtsOf(reader, groupId);
	return rows.map((row) => customerFrom(row, debts.get(row.partyId) ?? [], today));
}

/** Throws NotFound. */
export async function customerById(reader: Reader, groupId: Id, partyId: Id, today: Day): Promise<Customer> {
	const row = await accountRows(reader, groupId).where('creditAccount.partyId', '=', partyId).executeTakeFirst();
	if (row === undefined) throw new NotFound('customer');
	const debts = await debtsOf(reader, groupId, partyId);
	return customerFrom(row, debts.get(partyId) ?? [], today);
}

const historyMax = 200;

/** What changed a customer's debt, the latest first. */
export async function creditHistory(reader: Reader, groupId: Id, partyId: Id): Promise<CreditMove[]> {
	const rows = await moves(reader, groupId)
		.where('journalLeg.partyId', '=', partyId)
		.orderBy('journalEntry.happenedDay', 'desc')
		.orderBy('journalEntry.seq', 'desc')
		.orderBy('journalEntry.id', 'desc')
		.limit(historyMax)
		.execute();
	return rows.map((row) => ({
		entryId: id(row.entryId),
		seq: row.seq,
		day: day(row.happenedDay),
		sourceType: row.sourceType,
		sourceId: id(row.sourceId),
		memo: row.memo,
		amount: rupiah(row.amount)
	}));
}

/** What each customer owes by the legs alone: what is kept must be the same. Reads everything; for tests and checks. */
export async function rebuiltOwed(reader: Reader, groupId: Id): Promise<Map<string, number>> {
	const owed = new Map<string, number>();
	for (const { partyId, amount } of await moves(reader, groupId).execute())
		if (partyId !== null) owed.set(partyId, (owed.get(partyId) ?? 0) + amount);
	return owed;
}

function accountRows(reader: Reader, groupId: Id) {
	return reader
		.selectFrom('creditAccount')
		.leftJoin('party', (join) =>
			join.onRef('party.groupId', '=', 'creditAccount.groupId').onRef('party.id', '=', 'creditAccount.partyId')
		)
		.select(['creditAccount.partyId', 'creditAccount.owed', 'creditAccount.limitAmount'])
		.select(['party.name', 'party.phone', 'party.erasedAt'])
		.where('creditAccount.groupId', '=', groupId);
}

type AccountRow = Awaited<ReturnType<ReturnType<typeof accountRows>['execute']>>[number];

function customerFrom(row: AccountRow, debts: readonly Debt[], today: Day): Customer {
	const owed = rupiah(row.owed);
	return {
		partyId: id(row.partyId),
		name: row.name,
		phone: row.phone,
		erased: row.erasedAt !== null,
		owed,
		limit: rupiah(row.limitAmount),
		...ageingOf(debts, owed, today)
	};
}

/** What was bought on credit and not taken back whole, by customer; of those who owe something, or of one. */
async function debtsOf(reader: Reader, groupId: Id, partyId?: Id): Promise<Map<string, Debt[]>> {
	let query = moves(reader, groupId).where('journalLeg.amount', '>', 0);
	query =
		partyId === undefined
			? query.where('journalLeg.partyId', 'in', (row) =>
					row.selectFrom('creditAccount').select('partyId').where('groupId', '=', groupId).where('owed', '>', 0)
				)
			: query.where('journalLeg.partyId', '=', partyId);
	const debts = new Map<string, Debt[]>();
	for (const row of await query.execute())
		if (row.partyId !== null && row.reversedBy === null)
			debts.set(row.partyId, [
				...(debts.get(row.partyId) ?? []),
				{ day: day(row.happenedDay), amount: rupiah(row.amount) }
			]);
	return debts;
}

/** Legs on the account of kasbon with their entries, and the entry that took each back. */
function moves(reader: Reader, groupId: Id) {
	return reader
		.selectFrom('journalLeg')
		.innerJoin('journalEntry', (join) =>
			join.onRef('journalEntry.groupId', '=', 'journalLeg.groupId').onRef('journalEntry.id', '=', 'journalLeg.entryId')
		)
		.leftJoin('journalEntry as back', (join) =>
			join
				.onRef('back.groupId', '=', 'journalEntry.groupId')
				.onRef('back.reversesId', '=', 'journalEntry.id')
				.on('back.groupId', '=', groupId)
		)
		.select(['journalLeg.partyId', 'journalLeg.amount', 'journalLeg.entryId', 'back.id as reversedBy'])
		.select(['journalEntry.happenedDay', 'journalEntry.seq', 'journalEntry.memo'])
		.select(['journalEntry.sourceType', 'journalEntry.sourceId'])
		.where('journalLeg.groupId', '=', groupId)
		.where('journalEntry.groupId', '=', groupId)
		.where('journalLeg.partyId', 'is not', null)
		.where('journalLeg.account', '=', account.owedByCustomers);
}
