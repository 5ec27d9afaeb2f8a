/** What this phone keeps of its own taste: the goods marked with a star, and how often each is sold here. */
import * as v from 'valibot';
import type { Id } from '#lib/kernel/id.ts';
import {
	noTally,
	oftenShown,
	starred,
	type Stars,
	starsShape,
	tallied,
	type Tally,
	tallyOf,
	tallyShape
} from './often.ts';
import type { Goods } from './goods.ts';
import type { TillStore } from './outbox.ts';

export class Often {
	readonly #store: Pick<TillStore, 'remember' | 'recall'>;
	readonly #groupId: Id;
	stars = $state.raw<Stars>([]);
	#tally = $state.raw<Tally>(noTally);

	constructor(store: Pick<TillStore, 'remember' | 'recall'>, groupId: Id) {
		this.#store = store;
		this.#groupId = groupId;
		void this.#read();
	}

	has(id: Id): boolean {
		return this.stars.includes(id);
	}

	of(goods: readonly Goods[]): Goods[] {
		return oftenShown(goods, this.stars, this.#tally);
	}

	toggle(id: Id): void {
		this.stars = starred(this.stars, id);
		void this.#keep('stars', this.stars);
	}

	noteSold(products: readonly Id[]): void {
		this.#tally = tallied(this.#tally, products);
		void this.#keep('tally', [...this.#tally]);
	}

	async #read(): Promise<void> {
		const stars = v.safeParse(starsShape, await this.#store.recall(this.#name('stars')));
		const tally = v.safeParse(tallyShape, await this.#store.recall(this.#name('tally')));
		if (stars.success) this.stars = stars.output;
		if (tally.success) this.#tally = tallyOf(tally.output);
	}

	/** A phone that keeps nothing only forgets a taste. */
	async #keep(what: 'stars' | 'tally', value: unknown): Promise<void> {
		await this.#store.remember(this.#name(what), value).catch(() => undefined);
	}

	#name(what: 'stars' | 'tally'): string {
		return `${what} ${this.#groupId}`;
	}
}
