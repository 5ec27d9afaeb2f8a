/** Papers of cards that are to be swiped later: written with their sale, settled by a swipe, or written off (R23). */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Reader } from '#lib/db/open.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import type { Told } from '#lib/db/told.ts';
import type { Work } from '#lib/db/work.server.ts';
import { type Day, day, dayOf } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { NotFound, Refusal } from '#lib/kernel/refusal.ts';
import { negated, type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { account } from '#lib/ledger/chart.ts';
import { postEntry } from '#lib/ledger/post.server.ts';
import { zoneOf } from '#lib/ledger/zone.server.ts';
import { daysOverdue, type Deed, deedState, owedBy } from './deed.ts';

/** It was swiped, written off, or its goods came back: nothing is owed by it. */
export class DeedClosed extends Refusal {
	readonly code = 'aid.deed-closed';
	readonly number: string;

	constructor(number: string) {
		super(`Nothing is owed by the paper ${number}.`);
		this.number = number;
	}
}

export interface NewDeed extends Pick<Deed, 'saleId' | 'line' | 'number' | 'tender' | 'amount'> {
	readonly day: Day;
	readonly dueDay: Day;
}

export async function writeDeeds(work: Work, deeds: readonly NewDeed[]): Promise<void> {
	const { groupId, seq } = work;
	const open = {
		takenBack: 0, settledBy: null, settledAt: null, writtenOffBy: null, writtenOffAt: null, writtenOffWhy: null
	}; // prettier-ignore
	await work.insert('cardDeed', deeds.map((deed) => ({ groupId, seq, ...deed, ...open }))); // prettier-ignore
}

const ofSale = prepared((db, p: { groupId: string; saleId: string }) =>
	db
		.selectFrom('cardDeed')
		.select(['line', 'number', 'tender', 'amount', 'takenBack', 'settledAt', 'writtenOffAt'])
		.where('groupId', '=', p.groupId)
		.where('saleId', '=', p.saleId)
		.orderBy('line')
);

/** The papers of a sale: one at most, unless a till did what it should not. */
export async function deedsOf(work: Work, saleId: Id): Promise<Deed[]> {
	const rows = await work.run(ofSale, { groupId: work.groupId, saleId });
	return rows.map(({ settledAt, writtenOffAt, ...row }) => ({
		...row,
		saleId,
		amount: rupiah(row.amount),
		takenBack: rupiah(row.takenBack),
		state: deedState({ settledAt, writtenOffAt })
	}));
}

/** The card was swiped after all: what was owed is on its way from the bank; of what was written off, the cost is less. */
export async function settleDeed(work: Work, told: Told, deed: Deed): Promise<void> {
	const amount = owedBy(deed);
	await change(work, deed, { settledBy: told.id, settledAt: told.happenedAt });
	const from = deed.state === 'written-off' ? account.otherCost : account.owedByLateCards;
	await postEntry(work, {
		source: { type: 'late-card-paid', id: told.id },
		day: told.day,
		memo: deed.number,
		legs: [
			{ account: account.cardInTransit, amount },
			{ account: from, amount: negated(amount) }
		]
	});
}

/** Goods of it came back: so much less is owed. */
export async function lessenDeed(work: Work, deed: Deed, amount: Rupiah): Promise<void> {
	await change(work, deed, { takenBack: deed.takenBack + amount });
}

/**
 * The card will not be swiped any more: what was owed is a cost. For the treasurer, with a reason that names nobody. Throws
 * NotFound, DeedClosed.
 */
export async function writeOffDeed(
	work: Work,
	{ saleId, reason }: { readonly saleId: Id; readonly reason: string }
): Promise<void> {
	const [deed] = await deedsOf(work, saleId);
	if (deed === undefined) throw new NotFound('paper of a late card');
	const amount = owedBy(deed);
	if (deed.state !== 'open' || amount === 0) throw new DeedClosed(deed.number);
	const { now, actor } = work;
	await change(work, deed, { writtenOffBy: actor.personId, writtenOffAt: now, writtenOffWhy: reason });
	await postEntry(work, {
		source: { type: 'deed-written-off', id: saleId },
		day: dayOf(now, await zoneOf(work)),
		memo: deed.number,
		legs: [
			{ account: account.otherCost, amount },
			{ account: account.owedByLateCards, amount: negated(amount) }
		]
	});
	const facts = { number: deed.number, amount };
	await recordAudit(work, { action: 'deed.written-off', subjectType: 'sale', subjectId: saleId, facts });
}

async function change(work: Work, { saleId, line }: Deed, to: Readonly<Record<string, string | number | null>>) {
	await work.trx
		.updateTable('cardDeed')
		.set(to)
		.where('groupId', '=', work.groupId)
		.where('saleId', '=', saleId)
		.where('line', '=', line)
		.execute();
}

export interface OpenDeed {
	readonly saleId: Id;
	readonly number: string;
	readonly tender: string;
	/** What is still owed. */
	readonly owed: Rupiah;
	readonly day: Day;
	readonly dueDay: Day;
	/** Zero while it is not overdue. */
	readonly daysOverdue: number;
}

const openMax = 500;

/** What cards are still to pay, what is due first at the front. */
export async function openDeeds(reader: Reader, groupId: Id, today: Day): Promise<OpenDeed[]> {
	const rows = await reader
		.selectFrom('cardDeed')
		.select(['saleId', 'number', 'tender', 'amount', 'takenBack', 'day', 'dueDay'])
		.where('groupId', '=', groupId)
		.where('settledAt', 'is', null)
		.where('writtenOffAt', 'is', null)
		.whereRef('takenBack', '<', 'amount')
		.orderBy('dueDay')
		.orderBy('seq')
		.limit(openMax)
		.execute();
	return rows.map(({ saleId, number, tender, amount, takenBack, ...row }) => {
		const dueDay = day(row.dueDay);
		const owed = rupiah(amount - takenBack);
		return { saleId: id(saleId), number, tender, owed, day: day(row.day), dueDay, daysOverdue: daysOverdue(dueDay, today) }; // prettier-ignore
	});
}
