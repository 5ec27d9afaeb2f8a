/** What cards, coupons and papers came to in a day, as the group's books know it: counted by bank, nobody named (R27). */
import { openDeeds } from '#lib/aid/deeds.server.ts';
import type { Reader } from '#lib/db/open.server.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { type Bank, parseBank } from '#lib/payments/card-slip.ts';
import { type CardFailure, cardFailures } from './wire-bodies.ts';

interface Sum {
	readonly count: number;
	readonly total: Rupiah;
}

export interface CardDay {
	/** Swipes by bank; null for those of no machine that was saved. What went back to a card is taken off. */
	readonly byBank: readonly (Sum & { readonly bank: Bank | null })[];
	readonly coupons: Sum;
	/** Second swipes of one purchase, for the bank to give back. */
	readonly doubled: Sum;
	readonly failed: readonly { readonly why: CardFailure; readonly count: number }[];
	/** Papers written that day, and papers whose card was swiped that day. */
	readonly opened: Sum;
	readonly settled: Sum;
	/** Papers that are open now, and how many of them are overdue. */
	readonly open: Sum;
	readonly overdue: Sum;
}

export interface CardDayAsked {
	readonly day: Day;
	readonly today: Day;
}

export async function cardDay(reader: Reader, groupId: Id, { day, today }: CardDayAsked): Promise<CardDay> {
	const [slips, failed, opened, open] = await Promise.all([
		slipsOn(reader, groupId, day),
		failuresOn(reader, groupId, day),
		deedsOn(reader, groupId, day),
		openDeeds(reader, groupId, today)
	]);
	const swiped = slips.filter(({ tender, kind }) => tender !== 'coupon' && kind !== 'doubled');
	const ofKind = (kind: string) => sumOf(slips.filter((slip) => slip.kind === kind));
	const owed = open.map((deed) => ({ ...deed, amount: deed.owed }));
	return {
		byBank: [...Map.groupBy(swiped, ({ bank }) => bank)].map(([bank, own]) => ({ bank, ...sumOf(own) })),
		coupons: sumOf(slips.filter(({ tender }) => tender === 'coupon')),
		doubled: ofKind('doubled'),
		failed,
		opened: sumOf(opened),
		settled: ofKind('late'),
		open: sumOf(owed),
		overdue: sumOf(owed.filter(({ daysOverdue }) => daysOverdue > 0))
	};
}

/** Swipes of the day as they count: what went back to a card as less. */
async function slipsOn(reader: Reader, groupId: Id, day: Day) {
	const rows = await reader
		.selectFrom('cardSlip')
		.select(['kind', 'tender', 'bank', 'amount'])
		.where('groupId', '=', groupId)
		.where('day', '=', day)
		.orderBy('bank')
		.execute();
	return rows.map(({ kind, tender, bank, amount }) => ({
		kind,
		tender,
		bank: bank === null ? null : parseBank(bank),
		amount: rupiah(kind === 'refund' ? -amount : amount)
	}));
}

async function failuresOn(reader: Reader, groupId: Id, day: Day) {
	const of = reader.selectFrom('cardFailure').where((eb) => eb.and({ groupId, day }));
	const rows = await of.select('why').execute();
	const counted = cardFailures.map((why) => ({ why, count: rows.filter((row) => row.why === why).length }));
	return counted.filter(({ count }) => count > 0);
}

async function deedsOn(reader: Reader, groupId: Id, day: Day) {
	const of = reader.selectFrom('cardDeed').where((eb) => eb.and({ groupId, day }));
	const rows = await of.select('amount').execute();
	return rows.map((row) => ({ amount: rupiah(row.amount) }));
}

function sumOf(parts: readonly { readonly amount: Rupiah }[]): Sum {
	return { count: parts.length, total: total(parts.map(({ amount }) => amount)) };
}
