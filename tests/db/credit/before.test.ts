// Kasbon from before customers had accounts: what they owed is told from the legs when the schema is brought up to date.
import { expect, test } from 'vitest';
import { migrate } from '#lib/db/migrate.server.ts';
import { migrations } from '#lib/db/migrations/list.ts';
import { id } from '#lib/kernel/id.ts';
import { rebuiltOwed } from '#lib/credit/queries.server.ts';
import { emptySource, openTest, pastTheRooms } from '#tests/support/engines.ts';

const group = '01900000-0000-7000-8000-00000000000a';
const ida = '01900000-0000-7000-8000-00000000000b';
const dullah = '01900000-0000-7000-8000-00000000000c';

const entry = (name: string, seq: number) =>
	`insert into journal_entry (group_id, id, seq, source_type, source_id, happened_day, day, memo, reverses_id, actor_id, recorded_at)
	values ('${group}', '${name}', ${seq}, 'sale', '${name}', '2026-11-20', '2026-11-20', '', null, null, '2026-11-20T01:00:00.000Z')`;
const leg = (name: string, line: number, account: string, amount: number, party: string | null) =>
	`insert into journal_leg (group_id, entry_id, line, account, amount, party_id)
	values ('${group}', '${name}', ${line}, '${account}', ${amount}, ${party === null ? 'null' : `'${party}'`})`;

test('accounts begin with what the legs say', async () => {
	const source = await emptySource();
	await migrate(source, {
		known: Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '2026_11_21_05'))
	});
	const past = [
		entry('one', 3), leg('one', 0, '1-1330', 40_000, ida), leg('one', 1, '4-1100', -40_000, null),
		entry('two', 4), leg('two', 0, '1-1330', -15_000, ida), leg('two', 1, '1-1100', 15_000, null),
		entry('three', 5), leg('three', 0, '1-1330', 9000, dullah), leg('three', 1, '4-1100', -9000, null)
	]; // prettier-ignore
	for (const statement of past) await pastTheRooms(source, statement);
	await migrate(source);
	const db = openTest(source);
	const accounts = await db.reader.selectFrom('creditAccount').selectAll().orderBy('partyId').execute();
	expect(accounts).toEqual([
		{ groupId: group, partyId: ida, limitAmount: 150_000, owed: 25_000, seq: 4 },
		{ groupId: group, partyId: dullah, limitAmount: 150_000, owed: 9000, seq: 5 }
	]);
	expect(await rebuiltOwed(db.reader, id(group))).toEqual(new Map([[ida, 25_000], [dullah, 9000]])); // prettier-ignore
});
