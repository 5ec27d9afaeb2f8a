/** Who buys on credit at this till: the people whom the server told of, and those who were written down here since. */
import * as v from 'valibot';
import { type Id, newId } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { dayOf, type Zone } from '#lib/kernel/day.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import {
	type Credit,
	creditAdded,
	creditEvents,
	creditOf,
	customersFound,
	nothingAdded,
	stillOwn
} from './credit-book.ts';
import type { Buyer } from './kept.ts';
import type { TillStore } from './outbox.ts';
import { eventOf } from './sold.ts';
import { type Customer, customerShape } from './snapshot.ts';

export interface CustomersParts {
	readonly store: Pick<TillStore, 'remember' | 'recall' | 'unsent' | 'eventsOn'>;
	readonly enrolmentId: Id;
	readonly zone: Zone;
	readonly now: () => Instant;
	/** The most that a new customer may owe. */
	readonly newLimit: () => Rupiah;
}

/** What the server told of customers, and when. */
interface Told {
	readonly customers: readonly Customer[];
	readonly at: Instant;
}

const ownShape = v.array(customerShape);
const unsentLookedAtMax = 2000;

export class Customers {
	readonly #by: CustomersParts;
	#told = $state.raw<Told>({ customers: [], at: '' as Instant });
	/** Written down here, and not told by the server yet. */
	#own = $state.raw<readonly Customer[]>([]);
	#added = $state.raw<ReadonlyMap<Id, Rupiah>>(nothingAdded);
	readonly all = $derived([...this.#told.customers, ...this.#own]);

	constructor(by: CustomersParts, told: Told) {
		this.#by = by;
		void this.take(told);
	}

	/** Works with what the server just told. */
	async take(told: Told): Promise<void> {
		this.#told = told;
		const read = v.safeParse(ownShape, await this.#by.store.recall(this.#name()));
		const own = this.#own.length > 0 ? this.#own : read.success ? read.output : [];
		this.#own = stillOwn(own, told.customers);
		await this.count();
	}

	/** Reckons anew what happened here since the server told: what it does not hold, and what came after its word. */
	async count(): Promise<void> {
		const { store, enrolmentId, zone, now } = this.#by;
		const unsent = await store.unsent(enrolmentId, unsentLookedAtMax);
		const today = await store.eventsOn(enrolmentId, dayOf(now(), zone));
		const since = [...unsent, ...today.filter(({ at }) => at > this.#told.at)];
		this.#added = creditAdded(creditEvents(since).map(eventOf));
	}

	creditOf(customer: Customer): Credit {
		return creditOf(customer, this.#added.get(customer.id));
	}

	/** The most that someone new may owe. */
	get newLimit(): Rupiah {
		return this.#by.newLimit();
	}

	byId(id: Id): Customer | undefined {
		return this.all.find((customer) => customer.id === id);
	}

	found(query: string): Customer[] {
		return customersFound(this.all, this.#added, query);
	}

	/** Writes someone down; their name travels with the first event that names them. */
	async add(name: string, phone: string): Promise<Customer> {
		const limit = this.#by.newLimit();
		const customer: Customer = { id: newId(), name, phone, limit, owed: rupiah(0), since: null };
		this.#own = [...this.#own, customer];
		await this.#by.store.remember(this.#name(), this.#own);
		return customer;
	}

	#name(): string {
		return `customers ${this.#by.enrolmentId}`;
	}
}

/** A customer as an event names them. */
export function buyerOf({ id, name, phone }: Customer): Buyer {
	return { id, name, phone };
}
