/** Goods of a sale that come back, whole or part: money by the tenders they were paid by, goods to the shelf or lost. */
import type { Deed } from '#lib/aid/deed.ts';
import { deedsOf, lessenDeed } from '#lib/aid/deeds.server.ts';
import { recordAudit } from '#lib/audit/record.server.ts';
import { changeOwed } from '#lib/credit/owed.server.ts';
import type { Told } from '#lib/db/told.ts';
import type { Work } from '#lib/db/work.server.ts';
import { moveStock } from '#lib/inventory/move.server.ts';
import { negated, rupiah, total } from '#lib/kernel/rupiah.ts';
import { addToOmzet } from '#lib/ledger/omzet.server.ts';
import { postEntry } from '#lib/ledger/post.server.ts';
import { peopleFacts } from './audit-people.server.ts';
import type { Doubt } from './doubts.ts';
import {
	comesBack,
	planReturn,
	returnBooks,
	returnDoubts,
	type ReturnedLine,
	type ShelfMoves,
	type SoldSale
} from './return-plan.ts';
import { refundsFrom, type RefundsFrom } from './refund-from.ts';
import { keepSlips, type ToldSlip } from './slip-doubts.server.ts';
import { soldSale } from './sold-sale.server.ts';
import type { Till } from './till.server.ts';
import type { ReturnBody } from './wire-bodies.ts';
import { writeReturn } from './write-return.server.ts';

/** Throws SaleUnknown, AlreadyVoided, SumsDiffer, UnreadableEvent, ReturnedTooMuch. */
export async function applyReturn(work: Work, till: Till, told: Told, body: ReturnBody): Promise<Doubt[]> {
	const sale = await soldSale(work, body.saleId);
	const lines = planReturn(sale, body);
	await writeReturn(work, told, { ...body, kind: 'return', lines, refunds: body.refunds });
	const shelf = body.goods === 'shelf' ? await putBack(work, told, lines) : null;
	const from = refundsFrom(body.refunds, await deedsOfSale(work, sale), sale.partyId);
	const books = returnBooks(sale, body, lines, { shelf, refunds: from.legs });
	const source = { type: 'return', id: told.id } as const;
	const posted =
		books.legs.length === 0
			? told
			: await postEntry(work, { source, day: told.day, memo: body.receiptNumber, legs: books.legs });
	await addToOmzet(work, [
		{
			day: posted.day,
			channel: sale.channel,
			omzet: negated(books.omzet),
			gross: negated(books.gross),
			cost: negated(books.cost),
			sales: 0
		}
	]);
	await oweLess(work, till, sale, body.refunds);
	await lessenDeeds(work, from.lessened);
	const slips = await keepSlips(work, refundSlips(told, sale, body));
	const by = peopleFacts({ cashierId: told.actorId, approvedBy: told.approvedBy });
	const facts = { reason: body.reason, goods: body.goods, total: body.total, receiptNumber: sale.receiptNumber, ...by };
	await recordAudit(work, { action: 'sale.returned', subjectType: 'sale', subjectId: body.saleId, facts });
	return [...returnDoubts(sale, body, lines), ...slips.map(({ doubt }) => doubt)];
}

async function putBack(work: Work, { id, day, happenedAt }: Told, lines: readonly ReturnedLine[]): Promise<ShelfMoves> {
	const moved = await moveStock(
		work,
		lines.filter(comesBack).map(({ sold, normalQuantity, cost }) => ({
			productId: sold.productId,
			kind: 'return',
			change: { in: normalQuantity, cost },
			source: { type: 'return', id, line: sold.line },
			day,
			happenedAt
		}))
	);
	return {
		value: total(moved.map((move) => move.value)),
		difference: total(moved.map((move) => move.difference))
	};
}

/** The bank's slips by which it gave money back to a card. */
function refundSlips({ id, day, happenedAt }: Told, sale: SoldSale, { refunds }: ReturnBody): ToldSlip[] {
	const about = { saleId: sale.id, receipt: sale.receiptNumber, subject: { type: 'event', id } } as const;
	return refunds.flatMap(({ tender, amount, card }, line) =>
		card === undefined || card.kind === 'deed'
			? []
			: [{ ...about, sourceId: id, line, kind: 'refund' as const, tender, amount, day, happenedAt, card }]
	);
}

/** The papers of a sale that a card was to pay, asked only where a card paid. */
export async function deedsOfSale(work: Work, { id, payments }: SoldSale): Promise<Deed[]> {
	return payments.some(({ tender }) => tender === 'card' || tender === 'kks') ? deedsOf(work, id) : [];
}

export async function lessenDeeds(work: Work, lessened: RefundsFrom['lessened']): Promise<void> {
	for (const { deed, amount } of lessened) await lessenDeed(work, deed, amount);
}

/** What goes back of a kasbon is owed no more. */
export async function oweLess(
	work: Work,
	till: Till,
	{ partyId }: SoldSale,
	refunds: readonly Pick<ReturnBody['refunds'][number], 'tender' | 'amount'>[]
): Promise<void> {
	const amount = total(refunds.filter((refund) => refund.tender === 'kasbon').map((refund) => refund.amount));
	if (partyId === null || amount === 0) return;
	await changeOwed(work, [{ partyId, amount: negated(amount) }], rupiah(till.settings.creditLimit));
}
