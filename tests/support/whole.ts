/** Whether a shop's books are whole: each event there once, with all that belongs to it, and every sum as its parts. */
import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Database } from '#lib/db/open.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { keptSums, rebuiltSums } from '#lib/ledger/rebuild.server.ts';
import { pastTheRooms } from './engines.ts';

async function rowsOf(db: Database, query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> {
	return (await query.execute(db.reader as never)).rows as Record<string, unknown>[];
}

/** Expects that exactly these sales are in the books, each once and whole. */
export async function expectWhole(db: Database, saleIds: Iterable<Id>, groupIds: readonly Id[]): Promise<void> {
	const wanted = [...saleIds].sort();
	const sales = await db.reader.selectFrom('sale').select('id').orderBy('id').execute();
	expect(sales.map((sale) => sale.id)).toEqual(wanted);
	const entries = await db.reader
		.selectFrom('journalEntry')
		.select('sourceId')
		.where('sourceType', '=', 'sale')
		.orderBy('sourceId')
		.execute();
	expect(entries.map((entry) => entry.sourceId)).toEqual(wanted);
	const received = await db.reader
		.selectFrom('received')
		.select('id')
		.where('outcome', '=', 'applied')
		.where('kind', '=', 'till-sale')
		.orderBy('id')
		.execute();
	expect(received.map((row) => row.id)).toEqual(wanted);
	expect(await rowsOf(db, halfSales)).toEqual([]);
	expect(await rowsOf(db, unbalanced)).toEqual([]);
	expect(await rowsOf(db, wrongLevels)).toEqual([]);
	for (const groupId of groupIds)
		expect(await keptSums(db.reader, groupId)).toEqual(await rebuiltSums(db.reader, groupId));
	await expectSound(db);
}

/** Sales without lines or without payments, or whose parts do not sum to them. */
const halfSales = sql`
	select s.id from sale s
	where s.total <> coalesce((select sum(p.amount) from payment p where p.group_id = s.group_id and p.sale_id = s.id), -1)
	or s.subtotal <> coalesce((select sum(l.amount) from sale_line l where l.group_id = s.group_id and l.sale_id = s.id), -1)`;

const unbalanced = sql`select entry_id from journal_leg group by group_id, entry_id having sum(amount) <> 0`;

/** Levels of stock that are not the sum of their movements. */
const wrongLevels = sql`
	select l.product_id from stock_level l
	where l.quantity <> coalesce((
		select sum(m.quantity) from stock_movement m
		where m.group_id = l.group_id and m.product_id = l.product_id and m.place_id = l.place_id), 0)`;

/** Expects that SQLite itself finds nothing damaged. */
async function expectSound({ source }: Database): Promise<void> {
	if (!('file' in source)) return;
	expect(await pastTheRooms(source, 'select * from pragma_integrity_check')).toEqual([{ integrity_check: 'ok' }]);
	expect(await pastTheRooms(source, 'select * from pragma_foreign_key_check')).toEqual([]);
}
