/** A void: a sale taken back whole, by facts of its own. Stock comes back at the cost it left at. */
import { sql } from 'kysely';
import { recordAudit } from '#lib/audit/record.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { type Day, dayOf } from '#lib/kernel/day.ts';
import { id } from '#lib/kernel/id.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { negated, type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { type Moved, moveStock } from '#lib/inventory/move.server.ts';
import { type Channel, channel, channelOf } from '#lib/ledger/channel.ts';
import { account } from '#lib/ledger/chart.ts';
import { type Entry, type Leg, tidy } from '#lib/ledger/entry.ts';
import { addToOmzet } from '#lib/ledger/omzet.server.ts';
import { postEntry } from '#lib/ledger/post.server.ts';
import { entryOfSource, type Reversed, reverseEntry } from '#lib/ledger/reverse.server.ts';
import { cashiers } from './cashiers.server.ts';
import { type Doubt, withoutRole } from './doubts.ts';
import { openExceptions } from './exceptions.server.ts';
import type { Happened } from './happened.ts';
import { AlreadyVoided, SaleUnknown } from './refusals.ts';
import type { Till } from './till.server.ts';
import type { VoidEvent } from './wire.ts';

/** A void as received: when it happened, and what was odd about how it arrived. */
export interface ArrivedVoid {
	readonly event: VoidEvent;
	readonly happened: Happened;
	readonly doubts: readonly Doubt[];
}

const saleRow = prepared((db, p: { groupId: string; saleId: string }) =>
	db
		.selectFrom('sale')
		.select(['channel', 'receiptNumber', 'total'])
		.where('groupId', '=', p.groupId)
		.where('id', '=', p.saleId)
);

const voidRow = prepared((db, p: { groupId: string; saleId: string }) =>
	db
		.selectFrom('saleReturn')
		.select('id')
		.where('groupId', '=', p.groupId)
		.where('saleId', '=', p.saleId)
		.where('kind', '=', sql.lit<string>('void'))
);

const lineRows = prepared((db, p: { groupId: string; saleId: string }) =>
	db
		.selectFrom('saleLine')
		.select(['line', 'productId', 'kind', 'normalQuantity', 'amount', 'discount', 'cost'])
		.where('groupId', '=', p.groupId)
		.where('saleId', '=', p.saleId)
		.orderBy('line')
);

type Sale = Awaited<ReturnType<typeof saleToVoid>>;

/** Takes a sale back. Throws SaleUnknown, AlreadyVoided. */
export async function applyVoid(work: Work, till: Till, arrived: ArrivedVoid): Promise<void> {
	const { event, happened, doubts } = arrived;
	const sale = await saleToVoid(work, event);
	const day = dayOf(happened.at, till.zone);
	await writeReturn(work, till, arrived, sale, day);
	const moved = await putBack(work, arrived, sale, day);
	const posted = await takeBack(work, event, sale, day, moved);
	await addToOmzet(work, [{ ...negatedSums(sale, posted.legs), day: posted.day, channel: sale.channel }]);
	await recordAudit(work, { action: 'sale.voided', subjectType: 'sale', subjectId: event.body.saleId, facts: { reason: event.body.reason } }); // prettier-ignore
	const mayVoid = await cashiers(work, 'sale.void', [event.body.cashierId]);
	const found = mayVoid(event.body.cashierId, happened.at) ? doubts : [...doubts, withoutRole(event.body.cashierId)];
	await openExceptions(work, found.map((doubt) => ({ subject: { type: 'event', id: event.id }, doubt }))); // prettier-ignore
}

async function saleToVoid(work: Work, { body: { saleId } }: VoidEvent) {
	const { groupId } = work;
	const [head] = await work.run(saleRow, { groupId, saleId });
	if (head === undefined) throw new SaleUnknown(saleId);
	if ((await work.run(voidRow, { groupId, saleId })).length > 0) throw new AlreadyVoided(saleId);
	const lines = await work.run(lineRows, { groupId, saleId });
	return { receiptNumber: head.receiptNumber, total: head.total, channel: channel(head.channel), lines };
}

async function writeReturn(
	work: Work,
	till: Till,
	{ event, happened }: ArrivedVoid,
	sale: Sale,
	day: Day
): Promise<void> {
	const { groupId, seq } = work;
	const { id: returnId, sequence, deviceAt, body } = event;
	await work.insert('saleReturn', [
		{
			groupId,
			id: returnId,
			seq,
			saleId: body.saleId,
			kind: 'void',
			reason: body.reason,
			note: body.note,
			enrolmentId: till.id,
			sequence,
			actorId: body.cashierId,
			deviceAt,
			happenedAt: happened.at,
			day,
			total: sale.total
		}
	]);
	const lines = sale.lines.map(({ line, normalQuantity, amount, discount, cost }, at) => ({
		groupId,
		returnId,
		line: at,
		saleLine: line,
		normalQuantity,
		amount: amount - discount,
		cost
	}));
	await work.insert('saleReturnLine', lines);
}

async function putBack(work: Work, { event, happened }: ArrivedVoid, sale: Sale, day: Day): Promise<Moved[]> {
	const stocked = sale.lines.filter((line) => line.kind !== 'service' && line.kind !== 'unknown');
	return moveStock(
		work,
		stocked.map(({ line, productId, normalQuantity, cost }) => ({
			productId: id(productId),
			kind: 'return',
			change: { in: quantity(normalQuantity), cost: rupiah(cost) },
			source: { type: 'void', id: event.id, line },
			day,
			happenedAt: happened.at
		}))
	);
}

/** Reverses the sale's entry; goods that came back to a stock below zero bring a difference in cost with them. */
async function takeBack(
	work: Work,
	event: VoidEvent,
	sale: Sale,
	day: Day,
	moved: readonly Moved[]
): Promise<Reversed> {
	const entry = { source: { type: 'void', id: event.id }, day, memo: sale.receiptNumber } as const satisfies Omit<
		Entry,
		'legs'
	>;
	const difference = total(moved.map((move) => move.difference));
	const also: Leg[] = tidy([
		{ account: account.goods, amount: negated(difference) },
		{ account: account.costDifference, amount: difference }
	]);
	const entryId = await entryOfSource(work, { type: 'sale', id: event.body.saleId });
	if (entryId !== null) return reverseEntry(work, entryId, { ...entry, also });
	return also.length === 0 ? { day, legs: [] } : { ...(await postEntry(work, { ...entry, legs: also })), legs: also };
}

function negatedSums(sale: Sale, legs: readonly Leg[]): { omzet: Rupiah; gross: Rupiah; cost: Rupiah; sales: number } {
	const gross = sale.lines.reduce((sum, line) => sum + line.amount - line.discount, 0);
	const cost = sale.lines.reduce((sum, line) => sum + line.cost, 0);
	return { omzet: omzetOf(legs, sale.channel), gross: rupiah(0 - gross), cost: rupiah(0 - cost), sales: -1 };
}

/** What legs add to a channel's omzet: credits on its accounts less debits. */
function omzetOf(legs: readonly Leg[], of: Channel): Rupiah {
	return negated(total(legs.filter((leg) => channelOf(leg.account) === of).map((leg) => leg.amount)));
}
