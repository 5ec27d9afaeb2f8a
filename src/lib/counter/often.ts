/** The shelf *Sering*: goods that someone marked, then those that this till sells most. */
import * as v from 'valibot';
import type { Id } from '#lib/kernel/id.ts';
import { idShape } from './answers.ts';
import type { Goods } from './goods.ts';

/** In how many sales each product was, with the old ones fading. */
export const tallyShape = v.array(v.tuple([idShape, v.pipe(v.number(), v.safeInteger(), v.minValue(0))]));
export type Tally = ReadonlyMap<Id, number>;

export const noTally: Tally = new Map();

/** A tally as it was kept. */
export function tallyOf(kept: v.InferOutput<typeof tallyShape>): Tally {
	return new Map(kept);
}

/** Products that someone marked with a star, in the order in which they did. */
export const starsShape = v.array(idShape);
export type Stars = readonly Id[];

/** As many as fit on a phone with one push of the thumb. */
const shownMax = 24;
const starsMax = 60;
/** When one product was in so many sales all counts are halved, so that a season's goods go when it ends. */
const countMax = 200;

/** The tally after a sale of `products`. */
export function tallied(tally: Tally, products: readonly Id[]): Tally {
	const next = new Map(tally);
	for (const id of new Set(products)) next.set(id, (next.get(id) ?? 0) + 1);
	if (Math.max(0, ...next.values()) < countMax) return next;
	return new Map([...next].map(([id, count]) => [id, Math.floor(count / 2)] as const).filter(([, count]) => count > 0));
}

/** Marks a product, or takes its mark away. */
export function starred(stars: Stars, id: Id): Stars {
	return stars.includes(id) ? stars.filter((one) => one !== id) : [...stars, id].slice(-starsMax);
}

/** What stands on the shelf: marked goods first, then the most sold; nothing of what is sold no more. */
export function oftenShown(goods: readonly Goods[], stars: Stars, tally: Tally): Goods[] {
	const byId = new Map(goods.map((one) => [one.id, one]));
	const most = [...tally].sort(([, one], [, other]) => other - one).map(([id]) => id);
	const wanted = [...stars, ...most.filter((id) => !stars.includes(id))];
	return wanted.flatMap((id) => byId.get(id) ?? []).slice(0, Math.max(shownMax, stars.length));
}
