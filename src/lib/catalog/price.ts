/** Prices: which one holds, and what it comes to for one normal unit. */
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { oneUnit, type Quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { mulDiv } from '#lib/kernel/whole.ts';
import type { Channel, PriceChannel } from './product.ts';

/** A price that is about to be set. */
export interface NewPrice {
	readonly unitId: Id;
	/** `all`, or the channel that gets a price of its own. */
	readonly channel: PriceChannel;
	/** Null ends a channel's own price: it follows `all` again. */
	readonly price: Rupiah | null;
	/** From when on; at once unless given. */
	readonly validFrom?: Instant | undefined;
}

/** One price as it was set, for a unit in a channel; null ends a channel's own price. */
export interface SetPrice {
	readonly channel: PriceChannel;
	readonly price: Rupiah | null;
	readonly validFrom: Instant;
	/** Decides between two that were set for the same instant. */
	readonly seq: number;
}

/**
 * What a unit with these prices costs in `channel` at `at`: the channel's own price, else the price for all, else null.
 */
export function priceAt(prices: readonly SetPrice[], channel: Channel, at: Instant): Rupiah | null {
	return latest(prices, channel, at) ?? latest(prices, 'all', at);
}

function latest(prices: readonly SetPrice[], channel: PriceChannel, at: Instant): Rupiah | null {
	const holding = prices
		.filter((set) => set.channel === channel && set.validFrom <= at)
		.reduce<SetPrice | null>((last, set) => (last === null || isAfter(set, last) ? set : last), null);
	return holding?.price ?? null;
}

function isAfter(a: SetPrice, b: SetPrice): boolean {
	return a.validFrom === b.validFrom ? a.seq > b.seq : a.validFrom > b.validFrom;
}

/** What one normal unit costs when a unit of `factor` thousandths of it costs `price`, rounded half up (R8). */
export function pricePerNormalUnit(price: Rupiah, factor: Quantity): Rupiah {
	return rupiah(mulDiv(price, oneUnit, factor));
}

interface UnitPrice {
	readonly id: string;
	readonly perNormalUnit: Rupiah | null;
}

/** A way of buying that costs at least this much more, in thousandths, than the cheapest way is worth a remark. */
const dearerRemarked = 50;

/**
 * How much dearer, in thousandths, each way of buying the same goods is than the cheapest of them, so that piece pricing
 * dearer than weight is visible (R8). Only ways that are worth a remark are in the map.
 */
export function dearerWays(units: readonly UnitPrice[]): ReadonlyMap<string, number> {
	const priced = units.flatMap(({ id, perNormalUnit }) => (perNormalUnit === null ? [] : [{ id, perNormalUnit }]));
	const cheapest = Math.min(...priced.map((unit) => unit.perNormalUnit));
	if (!(cheapest > 0)) return new Map();
	const ways = priced.map(({ id, perNormalUnit }) => [id, mulDiv(perNormalUnit - cheapest, 1000, cheapest)] as const);
	return new Map(ways.filter(([, dearer]) => dearer >= dearerRemarked));
}
