/** The sheet to pay on: which way is chosen, what was handed over, and what is paid so far. */
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import type { Id } from '#lib/kernel/id.ts';
import { parseRupiah } from '#lib/look/money.ts';
import { changeOf } from '#lib/sales/cart.ts';
import type { ByCard, Payment } from '#lib/sales/wire-bodies.ts';
import { m } from '#texts/messages.js';
import { isAidTender, mostByAid, rulesSaid } from './aid-now.ts';
import { aidOf, judgedOf } from './aid-of-till.svelte.ts';
import { buyerOf } from './customers.svelte.ts';
import { paidByExchange, tradeOf } from './exchanging.ts';
import { isWhole, leftOf, onCredit, type Paid, type Way, withPart, withRest } from './paying.ts';
import type { Customer } from './snapshot.ts';
import type { Till } from './till.svelte.ts';

export class Paying {
	readonly #till: Till;
	paid = $state.raw<Paid>([]);
	way = $state.raw<Way>('cash');
	/** Cash handed over; null until someone says how much: then it is the exact sum. */
	given = $state.raw<Rupiah | null>(null);
	/** What is paid by another way than cash, as typed; null for all that is left. */
	part = $state<string | null>(null);
	reference = $state('');
	/** How a card or a coupon pays, once its slip is typed. */
	card = $state.raw<ByCard | null>(null);
	/** The buyer takes the goods later. */
	isToFollow = $state(false);
	/** Who pays later. */
	customer = $state.raw<Customer | null>(null);
	/** The other person who allowed a large discount. */
	approvedBy = $state.raw<Id | null>(null);

	/** What is left to pay by the chosen way. */
	readonly left = $derived.by(() => leftOf(this.#till.sum, this.paid, this.way));
	/** The most that may be paid this way: by aid only what it may buy. */
	readonly most = $derived.by(() =>
		isAidTender(this.way) ? mostByAid(judgedOf(this.#till), this.paid, this.left) : this.left
	);
	readonly isWhole = $derived.by(() => this.paid.length > 0 && isWhole(this.#till.sum, this.paid));
	/** What the next payment comes to; null while no amount can be read. */
	readonly amount = $derived.by(() => this.#amount());
	readonly isPart = $derived(this.amount !== null && this.amount < this.left);
	/** What goods that were brought back are worth beyond these, and how it goes back. */
	readonly rest = $derived.by(() => {
		const { exchange } = this.#till.basket;
		return exchange === null ? [] : tradeOf(exchange, this.#till.sum).rest;
	});
	readonly change = $derived(this.way === 'cash' ? changeOf(this.given ?? this.left, this.left) : rupiah(0));

	constructor(till: Till) {
		this.#till = till;
		const { exchange } = till.basket;
		if (exchange === null) return;
		this.paid = paidByExchange(exchange, till.sum);
	}

	choose(way: Way): void {
		this.way = way;
		this.given = null;
		this.part = null;
		this.reference = '';
		this.card = null;
	}

	/** Takes the payment; the last one sells the basket. */
	take(given: Rupiah | null = this.given): void {
		const { amount, way, left } = this;
		if (this.isWhole) this.#sell(this.paid);
		else if (way === 'cash') this.#takeCash(given ?? left);
		else if (amount !== null && amount > 0) this.#takeElsewhere(amount);
	}

	/** A payment that is not to be: it is left to pay again. */
	drop(payment: Payment): void {
		this.paid = this.paid.filter((one) => one !== payment);
		this.given = null;
		this.part = null;
	}

	#takeCash(given: Rupiah): void {
		const { sum } = this.#till;
		if (given >= this.left) this.#sell(withRest(sum, this.paid, { tender: 'cash', received: given, reference: null }));
		else this.#goOn(withPart(sum, this.paid, { tender: 'cash', amount: given, reference: null }), 'qris');
	}

	#takeElsewhere(amount: Rupiah): void {
		const { sum } = this.#till;
		const typed = this.reference.trim();
		const card = this.card === null ? {} : { card: this.card };
		const payment = { tender: this.way, reference: typed === '' ? null : typed, ...card };
		if (amount < this.left) this.#goOn(withPart(sum, this.paid, { ...payment, amount }), 'cash');
		else this.#sell(withRest(sum, this.paid, { ...payment, received: amount }));
	}

	#goOn(paid: Paid, next: Way): void {
		this.paid = paid;
		this.choose(next);
	}

	#sell(paid: Paid): void {
		const { customer, approvedBy } = this;
		const said = { ...rulesSaid(aidOf(this.#till), paid), ...(this.isToFollow ? { handover: 'later' as const } : {}) };
		const buyer = customer !== null && onCredit(paid) > 0 ? buyerOf(customer) : null;
		// A basket is kept whenever it changes, and the sale would have to wait for that: most have no buyer.
		if (buyer !== null || this.#till.basket.buyer !== null) this.#till.sayOfBasket({ buyer });
		void this.#till.sellBy(paid, m.counter_keep_failed(), { ...said, approvedBy });
	}

	#amount(): Rupiah | null {
		if (this.way === 'cash') return this.given ?? this.left;
		if (this.part === null) return this.most;
		const typed = parseRupiah(this.part);
		return typeof typed === 'number' && typed <= this.most ? typed : null;
	}
}
