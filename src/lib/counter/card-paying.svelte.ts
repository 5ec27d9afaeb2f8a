/** A card or a coupon about to pay: which machine, the one number that is typed, or a paper while the machine is down. */
import { dueDay } from '#lib/aid/deed.ts';
import { present } from '#lib/kernel/assert.ts';
import { holdsCardNumber } from '#lib/kernel/card-number.ts';
import type { Day } from '#lib/kernel/day.ts';
import { type Id, isId } from '#lib/kernel/id.ts';
import type { ByCard } from '#lib/sales/wire-bodies.ts';
import { todayOf } from './aid-of-till.svelte.ts';
import type { Terminal } from './aid-shape.ts';
import { cardBook } from './card-book.ts';
import { paidKey, slipNumberOf, usedSlips } from './card-slips.ts';
import type { Till } from './till.svelte.ts';

/** What a payment by card can be told by. */
export type CardKind = 'slip' | 'coupon';

export class SlipTyping {
	readonly #till: Till;
	readonly #kind: CardKind;
	readonly terminals: readonly Terminal[];
	/** The machine that is used; null where none is saved, and until one of several is chosen. */
	terminalId = $state.raw<Id | null>(null);
	typed = $state('');
	/** Null until they are read. */
	#used = $state.raw<ReadonlyMap<string, string> | null>(null);

	readonly needsMachine = $derived.by(
		() => this.#kind === 'slip' && this.terminals.length > 0 && this.terminalId === null
	);
	readonly #told = $derived.by(() => this.#tell());
	/** The receipt on which the same slip stands already; null where it is new. */
	readonly usedOn = $derived.by(() => {
		const key = this.#told === null ? null : paidKey(this.#told, todayOf(this.#till));
		return key === null ? null : (this.#used?.get(key) ?? null);
	});
	/** What the payment may say; null until all of it is there and new. */
	readonly card = $derived(this.usedOn === null ? this.#told : null);

	constructor(till: Till, kind: CardKind) {
		this.#till = till;
		this.#kind = kind;
		this.terminals = till.heard.snapshot.terminals;
		if (this.terminals.length === 1) this.terminalId = present(this.terminals[0], 'the one machine').id;
	}

	/** Reads which machine was used last, and which slips are used. */
	async open(): Promise<void> {
		const { store, enrolmentId } = this.#till.parts;
		const [last, told] = await Promise.all([store.recall(machineKey), cardBook(store, enrolmentId)]);
		this.#used = usedSlips(told);
		if (this.terminalId === null && this.terminals.some(({ id }) => id === last))
			this.terminalId = typeof last === 'string' && isId(last) ? last : null;
	}

	/** Remembers the machine for the next payments. */
	choose(terminalId: Id | null): void {
		this.terminalId = terminalId;
		if (terminalId !== null) void this.#till.parts.store.remember(machineKey, terminalId).catch(() => undefined);
	}

	/** The slip as it would be told, used or not; null for a coupon and while the number is not whole. */
	get slip(): Extract<ByCard, { kind: 'slip' }> | null {
		return this.#told?.kind === 'slip' ? this.#told : null;
	}

	#tell(): Exclude<ByCard, { kind: 'deed' }> | null {
		if (this.#kind === 'coupon') {
			const number = this.typed.trim().toUpperCase();
			return number === '' || holdsCardNumber(number) ? null : { kind: 'coupon', number };
		}
		const number = slipNumberOf(this.typed);
		return number === null || this.needsMachine ? null : { kind: 'slip', terminalId: this.terminalId, number };
	}
}

const machineKey = 'card machine';

/** By when a card must be swiped for goods that are handed over today. */
export function dueFromToday(till: Till): Day {
	return dueDay(todayOf(till), till.heard.snapshot.aid.deferralDays);
}
