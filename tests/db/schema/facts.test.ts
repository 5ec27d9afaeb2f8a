/** Facts are appended, never edited: the database itself refuses, past all rooms. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { PLATFORM } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { tester } from '#tests/support/bare-group.ts';
import { engine, freshDatabase, pastTheRooms } from '#tests/support/engines.ts';
import { readSchema, type TableSchema } from '#tests/support/schema.ts';

const db = await freshDatabase();
const facts = (await readSchema(db.source)).filter((table) => table.triggers.length > 0);

/** What of a fact may change after all, and why. */
const mayChange: Readonly<Record<string, readonly string[]>> = {
	/** An office may be renamed. */
	installation: ['name'],
	/** What was held is applied later; bytes are dropped after 400 days. */
	received: ['outcome', 'answer', 'body'],
	/** The minutes are photographed after the meeting. */
	decision: ['file_id'],
	/** Free text, which may have to be erased. */
	sale: ['note'],
	sale_line: ['note', 'reason'],
	sale_return: ['note'],
	shift_closing: ['note'],
	/** The treasurer says later that the cash came. */
	cash_move: ['note', 'confirmed_at', 'confirmed_by'],
	/** A rule of aid is proposed, and then decided on. */
	aid_regime: ['confirmed_by', 'confirmed_at', 'refused_by', 'refused_at', 'refused_why'],
	food_list: ['confirmed_by', 'confirmed_at', 'refused_by', 'refused_at', 'refused_why'],
	/** The card is swiped, goods come back, or the treasurer gives it up. */
	card_deed: ['taken_back', 'settled_by', 'settled_at', 'written_off_by', 'written_off_at', 'written_off_why'],
	/** A decision about a swipe is taken back. */
	slip_match: ['undone_at', 'undone_by', 'undone_why'],
	/** Goods that were to follow are handed over. */
	sale_handover: ['handed_at']
};

function valueOf(type: string, number: number): string {
	return type === 'text' ? `'${number}'` : String(number);
}

/** One row in each table; what it points to need not be there. */
beforeAll(async () => {
	const inserts = facts
		.filter((table) => table.name !== 'installation')
		.map(
			(table) => `insert into ${table.name} values (${table.columns.map(({ type }) => valueOf(type, 1)).join(', ')})`
		);
	const freely = engine === 'sqlite' ? 'pragma foreign_keys = off' : 'set session_replication_role = replica';
	await pastTheRooms(db.source, [freely, ...inserts].join('; '));
});

test('what is a fact is known', () => {
	expect(facts.map((table) => table.name)).toEqual(
		expect.arrayContaining([
			'installation',
			'received',
			'audit_entry',
			'journal_entry',
			'journal_leg',
			'stock_movement',
			'sale',
			'payment'
		])
	);
});

describe.each(facts.map((table) => [table.name, table] as const))('%s', (name, table: TableSchema) => {
	const attempt = (statement: string): Promise<string> =>
		pastTheRooms(db.source, statement).then(
			() => 'done',
			(error: unknown) => (error instanceof Error ? error.message : 'no error')
		);

	test('no row is deleted', async () => {
		expect(await attempt(`delete from ${name}`)).toBe(`${name} is append-only`);
	});

	test('no column is changed but those that may', async () => {
		const changed: string[] = [];
		for (const { name: column, type } of table.columns) {
			const said = await attempt(`update ${name} set ${column} = ${valueOf(type, 2)}`);
			if (said === 'done') changed.push(column);
			else expect(said).toBe(`${name} is append-only`);
		}
		expect(changed).toEqual(mayChange[name] ?? []);
	});

	test('no row is put in the place of another, and the table is not emptied', async () => {
		const columns = table.columns.map(({ name: column }) => column).join(', ');
		const trick =
			engine === 'sqlite'
				? `replace into ${name} (${columns}) select ${columns} from ${name}`
				: `truncate ${name} cascade`;
		const tricked = inWork(db, tester, PLATFORM, (work) => sql.raw(trick).execute(work.trx));
		await expect(tricked).rejects.toThrow(/is append-only$/);
	});
});
