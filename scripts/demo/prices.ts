/** Prices of the demo through the year: what grows and swims dearer and cheaper with the season, rice as the law allows. */
import { groupTenant } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { setPrices } from '#lib/catalog/set-price.server.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Offer } from './basket.ts';
import type { Chance } from './chance.ts';
import type { DemoGroup } from './founding.ts';
import { isSeasonal } from './goods.ts';
import { actorOf, type World } from './world.ts';

/** How far a price strays from the usual one: downward only where a ceiling holds. */
const strayMost = 0.12;
/** How many goods change at once. */
const changesMost = 8;

/** Gives some goods another price, in all their units, and keeps `offers` as the group's list now is. */
export async function changePrices({ db, wall }: World, group: DemoGroup, offers: Offer[], at: Instant): Promise<void> {
	const { groupId, crew, chance } = group;
	const seasonal = [...new Set(offers.filter(({ good }) => isSeasonal(good)).map(({ good }) => good))];
	const chosen = new Set(chance.shuffled(seasonal).slice(0, chance.between(3, changesMost)));
	if (chosen.size === 0) return;
	const strays = new Map([...chosen].map((good) => [good, strayOf(good.key, chance)]));
	offers.forEach((offer, index) => {
		const stray = strays.get(offer.good);
		if (stray !== undefined) offers[index] = { ...offer, price: priceNear(usualPrice(offer), stray) };
	});
	const changes = offers
		.filter(({ good }) => chosen.has(good))
		.map(({ unitId, price }) => ({ unitId, channel: 'all', price }) as const);
	await wall.at(at, () =>
		inWork(db, actorOf(crew.treasurer), groupTenant(groupId), (work) => setPrices(work, changes))
	);
}

function strayOf(key: string, chance: Chance): number {
	const stray = (chance.fraction() * 2 - 1) * strayMost;
	return key.startsWith('beras') ? -Math.abs(stray) / 3 : stray;
}

function usualPrice({ good, unit }: Offer): Rupiah {
	return present(
		good.units.find((known) => known.unit === unit),
		`${unit} of ${good.key}`
	).price;
}

/** As people write prices: whole hundreds below Rp10,000, whole five hundreds above. */
function priceNear(usual: Rupiah, stray: number): Rupiah {
	const step = usual < 10_000 ? 100 : 500;
	const price = Math.round((usual * (1 + stray)) / step) * step;
	return rupiah(Math.max(step, stray <= 0 ? Math.min(price, usual) : price));
}
