/** Slips of card machines, and numbers of coupons, as tills told of them. */
import { listsOf } from '#lib/db/lists.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';

/** What a swipe was for; a second swipe paid nothing. */
export type SlipKind = 'sale' | 'late' | 'credit' | 'refund' | 'doubled';

export interface Slip {
	/** The event that told of it, and the payment's place in it. */
	readonly sourceId: Id;
	readonly line: number;
	readonly saleId: Id | null;
	readonly kind: SlipKind;
	/** `card`, `kks` or `coupon`. */
	readonly tender: string;
	/** As the machine was then; null for coupons, and where the till did not say which machine. */
	readonly bank: string | null;
	readonly tid: string | null;
	readonly number: string;
	readonly amount: Rupiah;
	readonly day: Day;
	readonly happenedAt: Instant;
}

export async function writeSlips(work: Work, slips: readonly Slip[]): Promise<void> {
	const { groupId, seq } = work;
	await work.insert('cardSlip', slips.map((slip) => ({ groupId, seq, ...slip }))); // prettier-ignore
}

/** What stands on every slip of a machine. */
export interface Machine {
	readonly bank: string;
	readonly tid: string;
}

const machineRows = prepared((db, p: { groupId: string; ids: readonly string[] }) =>
	db.selectFrom('cardTerminal').select(['id', 'bank', 'tid']).where('groupId', '=', p.groupId).where('id', 'in', p.ids)
);

/** The group's machines of these ids, retired ones too. */
export async function machinesOf(work: Work, ids: readonly (Id | null)[]): Promise<ReadonlyMap<Id, Machine>> {
	const found = new Map<Id, Machine>();
	for (const part of listsOf(ids.filter((key) => key !== null)))
		for (const { id: key, bank, tid } of await work.run(machineRows, { groupId: work.groupId, ids: part }))
			found.set(id(key), { bank, tid });
	return found;
}

/** By what one swipe, or one coupon, is told from another. */
export interface SlipMark extends Pick<Slip, 'tender' | 'bank' | 'tid' | 'number'> {
	readonly day: string;
}

const slipRows = prepared((db, p: { groupId: string; numbers: readonly string[] }) =>
	db
		.selectFrom('cardSlip')
		.leftJoin('sale', (join) =>
			join.onRef('sale.groupId', '=', 'cardSlip.groupId').onRef('sale.id', '=', 'cardSlip.saleId')
		)
		.select(['cardSlip.tender', 'cardSlip.bank', 'cardSlip.tid', 'cardSlip.number', 'cardSlip.day'])
		.select('sale.receiptNumber')
		.where('cardSlip.groupId', '=', p.groupId)
		.where('cardSlip.number', 'in', p.numbers)
		.orderBy('cardSlip.seq')
		.orderBy('cardSlip.line')
);

/** The swipes that are known, each with the number of the receipt that it paid. */
export class KnownSlips {
	readonly #receipts = new Map<string, string | null>();

	/** The receipt that `slip` paid before, null for one that paid none; undefined for a slip that is new. It is known then. */
	meet(slip: SlipMark, receipt: string | null): string | null | undefined {
		const mark = markOf(slip);
		const before = this.#receipts.get(mark);
		if (before === undefined) this.#receipts.set(mark, receipt);
		return before;
	}
}

export async function knownSlips(work: Work, numbers: readonly string[]): Promise<KnownSlips> {
	const known = new KnownSlips();
	for (const part of listsOf(numbers))
		for (const { receiptNumber, ...slip } of await work.run(slipRows, { groupId: work.groupId, numbers: part }))
			known.meet(slip, receiptNumber);
	return known;
}

/** A machine gives a number once a day; a coupon is used once, whatever the day. */
function markOf({ tender, bank, tid, number, day }: SlipMark): string {
	return tender === 'coupon' ? `coupon ${number}` : `${bank ?? ''} ${tid ?? ''} ${number} ${day}`;
}
