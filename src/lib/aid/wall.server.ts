/** What the price list on the wall says of aid: nothing where aid is money like any other, else what it may buy (R7). */
import type { Reader } from '#lib/db/open.server.ts';
import type { PricedProduct } from '#lib/catalog/price-list.ts';
import type { Id } from '#lib/kernel/id.ts';
import { whyNot } from './food-list.ts';
import { type AidPlace, aidTenderOf, ruleAt } from './regime.ts';
import { aidRules } from './rules.server.ts';

/** The goods that aid may buy at `place`; null where no rule holds it to a list. */
export async function aidBuys(
	reader: Reader,
	place: AidPlace,
	goods: readonly PricedProduct[]
): Promise<readonly Id[] | null> {
	const { regimes, lists } = await aidRules(reader);
	if (aidTenderOf(ruleAt(regimes, place)?.regime ?? null) === null) return null;
	const list = ruleAt(lists, place);
	return goods.filter((product) => whyNot(list, product) === null).map(({ id }) => id);
}
