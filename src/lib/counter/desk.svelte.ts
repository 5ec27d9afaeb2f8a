/** What a cashier has in hand: the goods in sight, the open basket, and the baskets set aside. */
import { type Id, newId } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Quantity } from '#lib/kernel/quantity.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import { m } from '#texts/messages.js';
import type { Exchange } from './exchange.ts';
import {
	add,
	type Basket,
	changeLine,
	emptyBasket,
	lineOf,
	type LineWords,
	type Parked,
	remove,
	repriced,
	setQuantity,
	sumOf,
	takenBy,
	withDiscount,
	withLine
} from './basket.ts';
import { type Goods, passesStock, soldUnits, type SoldUnit } from './goods.ts';
import type { Buyer } from './kept.ts';
import { Often } from './often.svelte.ts';
import type { TillStore } from './outbox.ts';
import { less, more } from './quantity-steps.ts';
import { inShelfOrder, shelvesOf, type Shelf, shown } from './shelf.ts';

/** A word at the foot of the screen about what was just done. */
export interface Said {
	readonly text: string;
	readonly kind: 'done' | 'problem';
	/** The basket as it was, where one can go back. */
	readonly undo: Basket | null;
	/** Goods whose stock a person may want to count now. */
	readonly toCount?: Goods;
}

export interface DeskParts {
	readonly groupId: Id;
	readonly store: Pick<TillStore, 'keepBasket' | 'dropBasket' | 'remember' | 'recall'>;
	readonly now: () => Instant;
}

/** As many as a shelf behind the counter would hold. */
export const parkedMax = 30;

export class Desk {
	readonly #desk: DeskParts;
	readonly often: Often;
	goods = $state.raw<readonly Goods[]>([]);
	basket = $state.raw<Basket>(emptyBasket(newId()));
	/** Set aside, the longest first. */
	parked = $state.raw<readonly Parked[]>([]);
	/** The line that keys change: the one touched last. */
	selected = $state.raw<Id | null>(null);
	/** The line whose quantity and unit are being chosen. */
	editing = $state.raw<Id | null>(null);
	query = $state('');
	shelf = $state.raw<Shelf>('all');
	said = $state.raw<Said | null>(null);
	/** Goods that the sheet to count stock begins with. */
	toCount = $state.raw<Goods | null>(null);

	readonly shelves = $derived(shelvesOf(this.goods));
	readonly shown = $derived.by(() => {
		const isOften = this.shelf === 'often' && this.query.trim() === '';
		return shown(isOften ? this.often.of(this.goods) : this.goods, this.shelf, this.query);
	});
	readonly sum = $derived(sumOf(this.basket));
	/** How much of each product is in the basket, in its normal unit. */
	readonly taken = $derived(takenBy(this.basket.lines));
	readonly byId: ReadonlyMap<Id, Goods> = $derived(byId(this.goods));

	constructor(parts: DeskParts, goods: readonly Goods[], baskets: readonly Parked[]) {
		this.#desk = parts;
		this.often = new Often(parts.store, parts.groupId);
		this.goods = inShelfOrder(goods);
		const open = baskets.find(({ parkedAt }) => parkedAt === null)?.basket;
		if (open !== undefined) this.basket = repriced(open, goods);
		this.parked = baskets.filter(({ parkedAt }) => parkedAt !== null).sort(byAge);
	}

	/** One tap on goods, or a scan of them; without an amount as much as a tap takes. */
	take(goods: Goods, unit = soldUnits(goods)[0], amount?: Quantity): void {
		if (unit === undefined) return;
		const before = this.taken.get(goods.id);
		this.put(add(this.basket, goods, unit, amount));
		this.selected = unit.id;
		const isBeyond = passesStock(goods, before, this.taken.get(goods.id));
		this.said = isBeyond ? { text: m.counter_stock_out({ name: goods.name }), kind: 'done', undo: null, toCount: goods } : null; // prettier-ignore
	}

	more(unitId: Id): void {
		this.#step(unitId, more);
	}

	/** One step less; the last one takes the line out, and `text` says so. */
	less(unitId: Id, text: string): void {
		const line = lineOf(this.basket, unitId);
		const unit = this.unitOf(unitId);
		if (line !== undefined && unit !== undefined && less(unit.unit, line.quantity) === 0) this.takeOut(unitId, text);
		else this.#step(unitId, less);
	}

	change(unitId: Id, goods: Goods, unit: SoldUnit, amount: Quantity): void {
		this.put(changeLine(this.basket, unitId, goods, unit, amount));
		this.selected = unit.id;
	}

	/** A line's discount, its note, or the reason why a ceiling is passed. */
	sayOfLine(unitId: Id, words: Partial<LineWords>): void {
		this.put(withLine(this.basket, unitId, words));
	}

	/** So much off the whole basket. */
	setDiscount(discount: Rupiah): void {
		this.put(withDiscount(this.basket, discount));
	}

	/** What the sale should say, who pays later, and what was brought back for it. */
	sayOfBasket(words: {
		readonly note?: string;
		readonly buyer?: Buyer | null;
		readonly exchange?: Exchange | null;
	}): void {
		this.put({ ...this.basket, ...words });
	}

	takeOut(unitId: Id, text: string): void {
		this.#putWithWayBack(remove(this.basket, unitId), text);
	}

	clear(text: string): void {
		this.#putWithWayBack({ ...emptyBasket(this.basket.id), exchange: this.basket.exchange }, text);
	}

	undo(): void {
		const before = this.said?.undo;
		if (before?.id === this.basket.id) this.put(before);
		this.said = null;
	}

	/** Sets the open basket aside; `label` is what the cashier calls it. Nothing happens to an empty one, or to one too many. */
	park(label: string): void {
		if (this.basket.lines.length === 0 || this.parked.length >= parkedMax) return;
		const { groupId, store, now } = this.#desk;
		const set: Parked & { parkedAt: Instant } = { basket: this.basket, parkedAt: now(), label };
		this.parked = [...this.parked, set];
		keepQuietly(store.keepBasket(groupId, set.basket, { at: set.parkedAt, label }));
		this.fresh();
	}

	/** Takes a basket up again; the open one, when there is something in it, is set aside in its place. */
	unpark(id: Id): void {
		const set = this.parked.find(({ basket }) => basket.id === id);
		if (set === undefined) return;
		this.parked = this.parked.filter((one) => one !== set);
		if (this.basket.lines.length > 0) this.park('');
		else keepQuietly(this.#desk.store.dropBasket(this.basket.id));
		this.selected = null;
		this.put(repriced(set.basket, this.goods));
	}

	/** Gives up a basket that was set aside. */
	dropParked(id: Id): void {
		this.parked = this.parked.filter(({ basket }) => basket.id !== id);
		keepQuietly(this.#desk.store.dropBasket(id));
	}

	/** A new basket. */
	fresh(): void {
		this.basket = emptyBasket(newId());
		this.selected = null;
		this.said = null;
	}

	/** The goods and unit that a line is of, as the list has them now. */
	unitOf(unitId: Id): (SoldUnit & { readonly goods: Goods }) | undefined {
		const goods = this.byId.get(lineOf(this.basket, unitId)?.productId ?? unitId);
		const unit = goods && soldUnits(goods).find((candidate) => candidate.id === unitId);
		return goods && unit && { ...unit, goods };
	}

	protected put(basket: Basket): void {
		this.basket = basket;
		keepQuietly(this.#desk.store.keepBasket(this.#desk.groupId, basket));
	}

	#step(unitId: Id, step: typeof more): void {
		const line = lineOf(this.basket, unitId);
		const unit = this.unitOf(unitId);
		if (line !== undefined && unit !== undefined)
			this.put(setQuantity(this.basket, unitId, step(unit.unit, line.quantity)));
		this.selected = unitId;
	}

	#putWithWayBack(basket: Basket, text: string): void {
		const undo = this.basket;
		this.put(basket);
		this.said = { text, kind: 'done', undo };
	}
}

/** A basket is kept so that it survives a closed page; where that fails, the sale itself will say so. */
function keepQuietly(kept: Promise<void>): void {
	kept.catch(() => undefined);
}

function byAge(one: Parked, other: Parked): number {
	return (one.parkedAt ?? '') < (other.parkedAt ?? '') ? -1 : 1;
}

function byId(goods: readonly Goods[]): ReadonlyMap<Id, Goods> {
	return new Map(goods.map((one) => [one.id, one]));
}
