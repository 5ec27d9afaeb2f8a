/**
 * Sales that happened, applied: stock moves, the journal balances, omzet grows, in one work.
 *
 * Rows written for a usual sale of n goods, paid in cash: received 1, sale 1, lines n, payment 1, movements n, entry 1,
 * legs 4: 8 + 2n. Once for a whole batch: head 1, enrolment 1, a level for each product, 4 sums, omzet 1.
 * Statements for a batch, whatever its size up to the length of a list: 6 reads, 11 writes. More is asked only for what few
 * sales have: a shift (2 reads), kasbon (1 write), goods under a ceiling (1 read), a price that is not today's (1 read), a card
 * (3 reads, 1 write; a paper and what aid paid 1 of each more), goods that follow (1 write), another person's word (its entry in the
 * audit).
 */
import type { Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Day, dayOf } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { negated, type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { type Move, moveStock } from '#lib/inventory/move.server.ts';
import type { Channel } from '#lib/ledger/channel.ts';
import { addToOmzet } from '#lib/ledger/omzet.server.ts';
import { postEntries } from '#lib/ledger/post.server.ts';
import type { AppliedSale, ArrivedSale, PlannedSale } from './applied-sale.server.ts';
import { auditApproval } from './audit-people.server.ts';
import { openExceptions } from './exceptions.server.ts';
import { inShifts } from './in-shift.server.ts';
import { lend } from './lend.server.ts';
import { judgeAid } from './judge-aid.server.ts';
import { keepCards } from './sale-cards.server.ts';
import { doubtsOf } from './sale-doubts.server.ts';
import { movesStock, planLines, saleBooks } from './sale-plan.ts';
import { soldGoods } from './sold-goods.server.ts';
import type { Till } from './till.server.ts';
import { writeSales } from './write-sales.server.ts';

const channel: Channel = 'counter';

/** Applies sales of one till in their order. Throws UnreadableEvent, SumsDiffer: then nothing of them is kept. */
export async function applySales(work: Work, till: Till, sales: readonly ArrivedSale[]): Promise<void> {
	if (sales.length === 0) return;
	const goods = await soldGoods(work, sales.flatMap((sale) => sale.event.body.lines)); // prettier-ignore
	const shifts = await inShifts(work, till, sales.map(({ event, happened }) => ({ shiftId: event.body.shiftId, at: happened.at }))); // prettier-ignore
	const planned = sales.map((sale, index): PlannedSale => ({
		...sale,
		day: dayOf(sale.happened.at, till.zone),
		shift: present(shifts[index], 'where a sale belongs'),
		lines: planLines(sale.event.body, (line) => goods.of(line))
	}));
	const applied = costed(planned, await takeFromStock(work, planned));
	await writeSales(work, till, channel, applied);
	await post(work, applied);
	const credit = await lend(work, till, applied);
	const cards = await keepCards(work, applied);
	const aid = await judgeAid(work, till, applied);
	await openExceptions(work, [...(await doubtsOf(work, till, applied)), ...credit, ...cards, ...aid]);
	for (const { event } of applied) await auditApproval(work, { ...event.body, eventId: event.id, kind: 'sale' });
}

/** What each line cost, sale by sale; nothing for services and for goods that nobody knows. */
async function takeFromStock(work: Work, sales: readonly PlannedSale[]): Promise<Rupiah[][]> {
	const moves: Move[] = [];
	for (const { event, day, happened, lines } of sales)
		lines.forEach(({ goods, normalQuantity }, line) => {
			if (!movesStock(goods)) return;
			const source = { type: 'sale', id: event.id, line };
			const { productId } = goods;
			moves.push({ productId, kind: 'sale', change: { out: normalQuantity }, source, day, happenedAt: happened.at });
		});
	const moved = (await moveStock(work, moves)).values();
	return sales.map(({ lines }) =>
		lines.map(({ goods }) => (movesStock(goods) ? negated(present(moved.next().value, 'a move').value) : rupiah(0)))
	);
}

function costed(sales: readonly PlannedSale[], costs: readonly (readonly Rupiah[])[]): AppliedSale[] {
	return sales.map((sale, index) => {
		const lines = sale.lines.map((line, at) => ({ ...line, cost: costs[index]?.[at] ?? rupiah(0) }));
		return { ...sale, lines, books: saleBooks(sale.event.body, lines, channel) };
	});
}

async function post(work: Work, sales: readonly AppliedSale[]): Promise<void> {
	const worth = sales.filter((sale) => sale.books.legs.length > 0);
	const posted = await postEntries(
		work,
		worth.map(({ event, day, books }) => ({
			source: { type: 'sale', id: event.id },
			day,
			memo: event.body.receiptNumber,
			legs: books.legs
		}))
	);
	const days = new Map<Id, Day>(worth.map((sale, index) => [sale.event.id, present(posted[index], 'an entry').day]));
	await addToOmzet(
		work,
		sales.map(({ event, day, books: { omzet, gross, cost } }) => ({ day: days.get(event.id) ?? day, channel, omzet, gross, cost, sales: 1 })) // prettier-ignore
	);
}
