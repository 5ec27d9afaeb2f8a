/** Goods being brought back: what is chosen of a sale, what that comes to, and keeping it. */
import { type Id, newId } from '#lib/kernel/id.ts';
import { type Quantity, quantity } from '#lib/kernel/quantity.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import type { ByCard, ReturnBody, ReturnReason } from '#lib/sales/wire-bodies.ts';
import { m } from '#texts/messages.js';
import {
	type Chosen,
	everything,
	type GivenBack,
	givenBackOf,
	nothing,
	offShelf,
	reckoned,
	withPart
} from './give-back.ts';
import { paysByAid } from './aid-now.ts';
import type { Brought } from './exchange.ts';
import { changesOf } from './exchanging.ts';
import { lessTaken } from './goods.ts';
import type { KeptEvent } from './kept.ts';
import { eventOf, type Sold } from './sold.ts';
import type { Till } from './till.svelte.ts';

/** A return that was kept. */
export interface Kept {
	readonly event: KeptEvent;
	readonly body: ReturnBody;
}

export class GivingBack {
	readonly #till: Till;
	readonly sold: Sold;
	/** Null until this phone was asked what came back before. */
	from = $state.raw<GivenBack | null>(null);
	chosen = $state.raw<Chosen>(nothing);
	/** Other goods are taken instead of money. */
	isExchange = $state(false);
	isLost = $state(false);
	/** The slip by which the bank gave back what a card had paid. */
	card = $state.raw<ByCard | null>(null);
	kept = $state.raw<Kept | null>(null);
	readonly comes = $derived(this.from === null ? null : reckoned(this.from, this.chosen));
	/** Aid is never turned into money: such goods are only exchanged (R22). */
	readonly isOnlyExchanged: boolean;
	/** Some of the money goes back to a card that was swiped, which only the bank can do. */
	readonly needsBank = $derived.by(() => {
		if (this.isExchange || !(this.comes?.refund.parts.some(({ tender }) => tender === 'card') ?? false)) return false;
		return this.sold.body.payments.some(({ tender, card }) => tender === 'card' && card?.kind !== 'deed');
	});
	#id: Id = newId();
	#before: readonly Id[] = [];

	constructor(till: Till, sold: Sold) {
		this.#till = till;
		this.sold = sold;
		this.isOnlyExchanged = paysByAid(sold.body);
		this.isExchange = this.isOnlyExchanged;
	}

	async read(): Promise<void> {
		const events = await this.#till.parts.store.eventsOfSale(this.sold.id);
		this.#before = changesOf(events);
		const earlier = events.map(eventOf).flatMap((event) => (event.kind === 'return' ? [event.body] : []));
		this.from = givenBackOf(this.sold.body, earlier);
	}

	partOf(line: number): Quantity {
		return this.chosen.get(line) ?? quantity(0);
	}

	choose(line: number, part: Quantity): void {
		this.chosen = withPart(this.chosen, line, part);
	}

	chooseAll(): void {
		if (this.from !== null) this.chosen = everything(this.from);
	}

	/** Keeps the return; for an exchange it waits with the basket until other goods are paid. A second call finds it kept. */
	async keep(reason: ReturnReason, note: string, approvedBy: Id | null): Promise<void> {
		const { comes, from } = this;
		if (comes === null || from === null || (this.needsBank && this.card === null)) return;
		const goods = this.isLost ? 'lost' : 'shelf';
		const brought = { id: this.#id, saleId: this.sold.id, lines: comes.lines, refund: comes.refund, goods, reason, note, card: this.card } as const; // prettier-ignore
		if (this.isExchange) {
			const shelved = offShelf(from, this.isLost ? nothing : this.chosen);
			this.#exchange(
				{ ...brought, sale: this.sold.body, approvedBy, offShelf: shelved, before: this.#before },
				comes.total
			);
			return;
		}
		await this.#till.doing(m.counter_keep_failed(), async () => {
			const event = await this.#till.record.bringBack(brought, approvedBy);
			const told = eventOf(event);
			if (told.kind !== 'return') return;
			if (!this.isLost) this.#shelve(from);
			this.kept = { event, body: told.body };
		});
	}

	#shelve(from: GivenBack): void {
		this.#till.goods = lessTaken(this.#till.goods, offShelf(from, this.chosen));
	}

	/** A basket that someone else was filling is set aside. */
	#exchange(brought: Brought, amount: Rupiah): void {
		const till = this.#till;
		if (till.basket.lines.length > 0) till.park('');
		till.sayOfBasket({ exchange: { receipt: this.sold.body.receiptNumber, amount, brought } });
		till.sheet = 'none';
	}
}
