/** A void: a sale taken back whole, by facts of its own. Stock comes back at the cost it left at. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Told } from '#lib/db/told.ts';
import type { Work } from '#lib/db/work.server.ts';
import { type Moved, moveStock } from '#lib/inventory/move.server.ts';
import { negated, type Rupiah, total } from '#lib/kernel/rupiah.ts';
import { type Channel, channelOf } from '#lib/ledger/channel.ts';
import { account } from '#lib/ledger/chart.ts';
import { type Entry, type Leg, tidy } from '#lib/ledger/entry.ts';
import { addToOmzet } from '#lib/ledger/omzet.server.ts';
import { postEntry } from '#lib/ledger/post.server.ts';
import { entryOfSource, type Reversed, reverseEntry } from '#lib/ledger/reverse.server.ts';
import { deedsOfSale, lessenDeeds, oweLess } from './apply-return.server.ts';
import { peopleFacts } from './audit-people.server.ts';
import { voidedDeeds } from './refund-from.ts';
import { AlreadyReturned } from './refusals.ts';
import { comesBack, type ReturnedLine, type SoldSale } from './return-plan.ts';
import { soldSale } from './sold-sale.server.ts';
import type { Till } from './till.server.ts';
import type { VoidBody } from './wire-bodies.ts';
import { writeReturn } from './write-return.server.ts';

/** Takes a sale back. Throws SaleUnknown, AlreadyVoided, AlreadyReturned. */
export async function applyVoid(work: Work, till: Till, told: Told, body: VoidBody): Promise<void> {
	const { saleId, reason, note } = body;
	const sale = await soldSale(work, saleId);
	if (sale.isReturned) throw new AlreadyReturned(saleId);
	const lines = sale.lines.map((sold): ReturnedLine => ({ ...sold, sold }));
	await writeReturn(work, told, { kind: 'void', saleId, reason, note, total: sale.total, lines, refunds: sale.payments }); // prettier-ignore
	const moved = await putBack(work, told, lines);
	const deeds = voidedDeeds(await deedsOfSale(work, sale));
	const posted = await takeBack(work, told, sale, { moved, deeds: deeds.legs });
	await addToOmzet(work, [{ ...negatedSums(sale, posted.legs), day: posted.day, channel: sale.channel }]);
	await oweLess(work, till, sale, sale.payments);
	await lessenDeeds(work, deeds.lessened);
	const by = peopleFacts({ cashierId: told.actorId, approvedBy: told.approvedBy });
	const facts = { reason, receiptNumber: sale.receiptNumber, ...by };
	await recordAudit(work, { action: 'sale.voided', subjectType: 'sale', subjectId: saleId, facts });
}

async function putBack(work: Work, { id, day, happenedAt }: Told, lines: readonly ReturnedLine[]): Promise<Moved[]> {
	return moveStock(
		work,
		lines.filter(comesBack).map(({ sold, normalQuantity, cost }) => ({
			productId: sold.productId,
			kind: 'return',
			change: { in: normalQuantity, cost },
			source: { type: 'void', id, line: sold.line },
			day,
			happenedAt
		}))
	);
}

/** Reverses the sale's entry; goods that came back to a stock below zero bring a difference in cost with them; see also `voidedDeeds`. */
async function takeBack(
	work: Work,
	{ id, day }: Told,
	sale: SoldSale,
	{ moved, deeds }: { readonly moved: readonly Moved[]; readonly deeds: readonly Leg[] }
): Promise<Reversed> {
	const entry = { source: { type: 'void', id }, day, memo: sale.receiptNumber } as const satisfies Omit<Entry, 'legs'>;
	const difference = total(moved.map((move) => move.difference));
	const also: Leg[] = tidy([
		{ account: account.goods, amount: negated(difference) },
		{ account: account.costDifference, amount: difference },
		...deeds
	]);
	const entryId = await entryOfSource(work, { type: 'sale', id: sale.id });
	if (entryId !== null) return reverseEntry(work, entryId, { ...entry, also });
	return also.length === 0 ? { day, legs: [] } : { ...(await postEntry(work, { ...entry, legs: also })), legs: also };
}

function negatedSums(
	sale: SoldSale,
	legs: readonly Leg[]
): { omzet: Rupiah; gross: Rupiah; cost: Rupiah; sales: number } {
	return {
		omzet: omzetOf(legs, sale.channel),
		gross: negated(total(sale.lines.map((line) => line.net))),
		cost: negated(total(sale.lines.map((line) => line.cost))),
		sales: -1
	};
}

/** What legs add to a channel's omzet: credits on its accounts less debits. */
function omzetOf(legs: readonly Leg[], of: Channel): Rupiah {
	return negated(total(legs.filter((leg) => channelOf(leg.account) === of).map((leg) => leg.amount)));
}
