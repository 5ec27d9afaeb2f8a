/** What a group believes to have on its shelf and in its drawer, so that it buys in time and pays with what is there. */
import type { ReceiptSource } from '#lib/inventory/receipt-source.ts';
import { account } from '#lib/ledger/chart.ts';
import type { Id } from '#lib/kernel/id.ts';
import { inNormalUnit, lineAmount, oneUnit, type Quantity, quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import type { StarterGood } from '#lib/catalog/starter-good.ts';
import type { Taken } from './basket.ts';
import type { Chance } from './chance.ts';
import { askedFor } from './goods.ts';

/** A line of a purchase. */
export interface Bought {
	readonly productId: Id;
	/** Thousandths of the normal unit. */
	readonly quantity: Quantity;
	/** For the whole line. */
	readonly cost: Rupiah;
}

interface Place {
	readonly good: StarterGood;
	readonly productId: Id;
	level: number;
}

/** What one purchase of a good is worth, in rupiah, where no more is needed: little of what spoils, more of what is often asked for. */
const lotWorth = 60_000;
const freshLotWorth = 12_000;
/** Goods thrown away at once. */
const spoiledMost = 3;
/** How far a purchase price strays from the usual one. */
const costStray = 0.03;
/** Kept in the drawer for change. */
const drawerLeast = 100_000;

export class Shelf {
	readonly #chance: Chance;
	readonly #places = new Map<Id, Place>();
	#drawer: number;
	#bank: number;

	constructor(chance: Chance, drawer: number, bank: number) {
		this.#chance = chance;
		this.#drawer = drawer;
		this.#bank = bank;
	}

	/** Makes room for a good that is stocked. */
	keep(good: StarterGood, productId: Id): void {
		this.#places.set(productId, { good, productId, level: 0 });
	}

	/** What to buy so that `baskets` can be sold: nothing while all of it is there. */
	purchasesFor(baskets: readonly (readonly Taken[])[]): Bought[] {
		const needed = new Map<Id, number>();
		for (const { offer, quantity: taken } of baskets.flat()) {
			needed.set(offer.productId, (needed.get(offer.productId) ?? 0) + inNormalUnit(taken, offer.factor));
		}
		const short = [...this.#places.values()].some((place) => place.level < (needed.get(place.productId) ?? 0));
		return short ? this.#fill(needed) : [];
	}

	/** What a group begins with: a lot of everything. */
	firstPurchases(): Bought[] {
		return this.#fill(new Map(), true);
	}

	/** Where the money for a purchase comes from: the drawer, the bank, or the supplier waits. */
	pay(total: number): ReceiptSource {
		if (this.#drawer - total >= drawerLeast) {
			this.#drawer -= total;
			return account.cashDrawer;
		}
		if (this.#bank < total) return account.owedToSuppliers;
		this.#bank -= total;
		return account.bank;
	}

	/** Some of what is fresh and has lain too long: it is thrown away. */
	spoiled(): Pick<Bought, 'productId' | 'quantity'>[] {
		const old = [...this.#places.values()].filter(
			({ good, level }) => good.isFresh && !keepsLong(good) && level >= 2 * oneUnit
		);
		return this.#chance
			.shuffled(old)
			.slice(0, this.#chance.between(1, spoiledMost))
			.map((place) => {
				place.level -= oneUnit;
				return { productId: place.productId, quantity: quantity(oneUnit) };
			});
	}

	sold(basket: readonly Taken[], cash: number): void {
		this.#move(basket, -1);
		this.#drawer += cash;
	}

	broughtBack(basket: readonly Taken[], cash: number): void {
		this.#move(basket, 1);
		this.#drawer -= cash;
	}

	#move(basket: readonly Taken[], sign: 1 | -1): void {
		for (const { offer, quantity: taken } of basket) {
			const place = this.#places.get(offer.productId);
			if (place !== undefined) place.level += sign * inNormalUnit(taken, offer.factor);
		}
	}

	/** Whoever goes to the market brings what is short, and whatever else is down to half a lot. */
	#fill(needed: ReadonlyMap<Id, number>, everything = false): Bought[] {
		const bought: Bought[] = [];
		for (const place of this.#places.values()) {
			const wanted = needed.get(place.productId) ?? 0;
			const lot = lotOf(place.good);
			if (!everything && place.level - wanted > lot / 2 - oneUnit / 2) continue;
			const amount = quantity(Math.ceil(Math.max(lot, wanted - place.level + lot / 2) / oneUnit) * oneUnit);
			place.level += amount;
			bought.push({ productId: place.productId, quantity: amount, cost: this.#costOf(place.good, amount) });
		}
		return bought;
	}

	#costOf(good: StarterGood, amount: Quantity): Rupiah {
		const stray = 1 + (this.#chance.fraction() * 2 - 1) * costStray;
		return rupiah(Math.round((lineAmount(good.cost, amount) * stray) / 100) * 100);
	}
}

function lotOf(good: StarterGood): number {
	const asked = Math.max(1, askedFor(good));
	const worth = (good.isFresh && !keepsLong(good) ? freshLotWorth : lotWorth) * Math.sqrt(asked);
	return Math.max(1, Math.round(worth / Math.max(1, good.cost))) * oneUnit;
}

/** Rice and eggs are fresh food and yet keep for weeks. */
function keepsLong({ key }: StarterGood): boolean {
	return key.startsWith('beras') || key.startsWith('telur');
}
