/** Chance that repeats: the same seed gives the same world in every run (mulberry32). */
import { present } from '#lib/kernel/assert.ts';

export class Chance {
	#state: number;
	readonly #seed: number;

	constructor(seed: number) {
		this.#seed = seed >>> 0;
		this.#state = this.#seed;
	}

	/** A stream of its own for a part of the world, so that a change in one part leaves the others as they were. */
	of(part: string): Chance {
		let hash = this.#seed ^ 0x811c9dc5;
		for (const letter of part) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
		return new Chance(hash);
	}

	/** From 0 up to, never reaching, 1. */
	fraction(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** A whole number, both ends included. */
	between(least: number, most: number): number {
		return least + Math.floor(this.fraction() * (most - least + 1));
	}

	happens(probability: number): boolean {
		return this.fraction() < probability;
	}

	pick<Item>(items: readonly Item[]): Item {
		return present(items[this.between(0, items.length - 1)], 'something to pick from');
	}

	/** Picks by weight; every weight is positive. */
	weighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item {
		const all = items.reduce((sum, item) => sum + weightOf(item), 0);
		let left = this.fraction() * all;
		for (const item of items) {
			left -= weightOf(item);
			if (left < 0) return item;
		}
		return present(items.at(-1), 'something to pick from');
	}

	/** The same items in another order. */
	shuffled<Item>(items: readonly Item[]): Item[] {
		return items
			.map((item) => ({ item, place: this.fraction() }))
			.sort((a, b) => a.place - b.place)
			.map(({ item }) => item);
	}
}
