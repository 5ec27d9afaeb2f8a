/** What a small database tells through the program's own queries: the same for ever, whatever schema it was made with. */
import { checkChain } from '#lib/audit/trail.server.ts';
import { readInstallation } from '#lib/db/installation.server.ts';
import type { Database } from '#lib/db/open.server.ts';
import { membersOf } from '#lib/groups/people.server.ts';
import { stockOf, stockValue } from '#lib/inventory/queries.server.ts';
import { day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { instant } from '#lib/kernel/instant.ts';
import { trialBalance } from '#lib/ledger/balances.server.ts';
import { omzetByDay } from '#lib/ledger/omzet-queries.server.ts';
import { heldOf } from '#lib/sales/hold.server.ts';
import { salesOf } from '#lib/sales/queries.server.ts';

const from = day('2026-11-01');
const to = day('2026-12-31');
const at = instant('2026-12-31T00:00:00.000Z');

/** Plain data: what people would see of it. */
export async function tellOld(db: Database): Promise<unknown> {
	const { name, kind } = await readInstallation(db.reader);
	const groups = await db.reader.selectFrom('kube').select(['groupId', 'name']).orderBy('name').execute();
	const told = [];
	for (const group of groups) told.push({ name: group.name, ...(await tellGroup(db, id(group.groupId))) });
	return JSON.parse(JSON.stringify({ name, kind, groups: told })) as unknown;
}

async function tellGroup({ reader }: Database, groupId: Id) {
	const members = await membersOf(reader, groupId, at);
	const stock = await stockOf(reader, groupId);
	const { rows } = await salesOf(reader, groupId);
	return {
		members: members.map((member) => member.name).sort(),
		stock: stock.map(({ name, quantity, value }) => ({ name, quantity, value })),
		stockValue: await stockValue(reader, groupId),
		sales: rows.map(({ id: saleId, receiptNumber, day: on, total }) => ({ saleId, receiptNumber, on, total })),
		balances: await trialBalance(reader, groupId, from, to),
		omzet: await omzetByDay(reader, groupId, from, to),
		held: (await heldOf(reader, groupId)).length,
		audit: await checkChain(reader, groupId)
	};
}
