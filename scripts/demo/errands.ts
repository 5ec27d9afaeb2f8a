/** What the treasurer of a demo group does beside the counter: buys, throws away what spoiled, closes the books. */
import { groupTenant } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { editSettings } from '#lib/groups/edit-group.server.ts';
import { plainSettings } from '#lib/groups/settings.ts';
import { adjustStock } from '#lib/inventory/adjust.server.ts';
import type { Month } from '#lib/kernel/day.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { account } from '#lib/ledger/chart.ts';
import { closeMonth } from '#lib/ledger/periods.server.ts';
import type { Taken } from './basket.ts';
import type { DemoGroup } from './founding.ts';
import type { Shelf } from './shelf.ts';
import { bring } from './stocking.ts';
import { actorOf, type World } from './world.ts';

const markets = ['Pasar Inpres Manonda', 'Pasar Masomba', 'UD Sumber Pangan', 'Agen Telur Petobo'];
/** Who waits for the money. */
const patient = 'UD Sumber Pangan';

/** Buys what is short for `baskets`; most mornings nothing is. */
export async function restock(
	world: World,
	group: DemoGroup,
	shelf: Shelf,
	at: Instant,
	baskets: readonly (readonly Taken[])[]
): Promise<void> {
	const lines = shelf.purchasesFor(baskets);
	if (lines.length === 0) return;
	const paidFrom = shelf.pay(lines.reduce((sum, { cost }) => sum + cost, 0));
	const supplier = paidFrom === account.owedToSuppliers ? patient : group.chance.pick(markets);
	await asTreasurer(world, group, at, (work) => bring(work, { supplier, paidFrom, at, lines }));
}

export async function throwAway(world: World, group: DemoGroup, shelf: Shelf, at: Instant): Promise<void> {
	const gone = shelf.spoiled();
	if (gone.length === 0) return;
	await asTreasurer(world, group, at, async (work) => {
		for (const { productId, quantity } of gone)
			await adjustStock(work, { id: work.newId(), kind: 'loss', productId, quantity, note: 'Busuk', happenedAt: at });
	});
}

export async function closeBooks(world: World, group: DemoGroup, at: Instant, month: Month): Promise<void> {
	await asTreasurer(world, group, at, (work) => closeMonth(work, { month, reason: 'Tutup buku' }));
}

/** The group has grown: its drawer is opened and counted. */
export async function switchOnShifts(world: World, group: DemoGroup, at: Instant): Promise<void> {
	await asTreasurer(world, group, at, (work) => editSettings(work, { ...plainSettings, card: true, shifts: true }));
}

function asTreasurer(
	{ db, wall }: World,
	{ crew, groupId }: DemoGroup,
	at: Instant,
	act: (work: Work) => Promise<void>
): Promise<void> {
	return wall.at(at, () => inWork(db, actorOf(crew.treasurer), groupTenant(groupId), act));
}
