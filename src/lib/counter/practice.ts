/** *Latihan*: the outbox of practice. It numbers and answers like a real one, lives in memory, and is sent nowhere. */
import { present } from '#lib/kernel/assert.ts';
import type { Day } from '#lib/kernel/day.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { chainHash, firstPrevious } from '#lib/sales/chain.ts';
import type { Basket, Parked } from './basket.ts';
import type { Enrolment, KeptEvent, OpenShift, Writer } from './kept.ts';
import type { TillStore } from './outbox.ts';

/** Stands on receipts of practice, where a till's code would. */
const practiceCode = 'Z';

export class PracticeOutbox implements TillStore {
	readonly id = newId();
	#till: Enrolment;
	#events: KeptEvent[] = [];
	readonly #baskets = new Map<Id, Parked>();
	readonly #kept = new Map<string, unknown>();

	constructor(groupId: Id) {
		this.#till = {
			id: this.id, groupId, slug: '', installation: null, code: practiceCode, name: '', nextSequence: 1, nextReceipt: 1,
			lastHash: firstPrevious(this.id), acknowledged: 0, exported: 0, shift: null, closed: null
		}; // prettier-ignore
	}

	enrolmentOf(): Promise<Enrolment> {
		return Promise.resolve(this.#till);
	}

	async keep(enrolmentId: Id, id: Id, write: Writer): Promise<KeptEvent> {
		const known = await this.eventOf(id);
		if (known !== undefined) return known;
		const { nextSequence, nextReceipt } = this.#till;
		const { shift, buyer: _buyer, ...written } = write(this.#till);
		const event: KeptEvent = { enrolmentId, sequence: nextSequence, id, ...written, state: 'applied', prints: 0 };
		this.#events.push(event);
		this.#till = {
			...this.#till,
			nextSequence: nextSequence + 1,
			nextReceipt: written.receipt === null ? nextReceipt : nextReceipt + 1,
			lastHash: chainHash(written.text),
			shift
		};
		this.#baskets.delete(id);
		return event;
	}

	eventOf(id: Id): Promise<KeptEvent | undefined> {
		return Promise.resolve(this.#events.find((event) => event.id === id));
	}

	eventOfReceipt(receipt: string): Promise<KeptEvent | undefined> {
		return Promise.resolve(this.#events.find((event) => event.receipt === receipt));
	}

	eventsOfSale(saleId: Id): Promise<KeptEvent[]> {
		return Promise.resolve(this.#events.filter((event) => event.saleId === saleId));
	}

	eventsOfShift(shiftId: Id): Promise<KeptEvent[]> {
		return Promise.resolve(this.#events.filter((event) => event.shiftId === shiftId));
	}

	eventsOn(_enrolmentId: Id, day: Day): Promise<KeptEvent[]> {
		return Promise.resolve(this.#events.filter((event) => event.day === day).reverse());
	}

	eventsThat(_enrolmentId: Id, is: (event: KeptEvent) => boolean): Promise<KeptEvent[]> {
		return Promise.resolve(this.#events.filter(is));
	}

	/** Nothing is ever sent, so nothing waits. */
	unsent(): Promise<KeptEvent[]> {
		return Promise.resolve([]);
	}

	countUnsent(): Promise<number> {
		return Promise.resolve(0);
	}

	async notePrint(id: Id): Promise<number> {
		const { prints } = present(await this.eventOf(id), 'the event of a receipt');
		this.#events = this.#events.map((event) => (event.id === id ? { ...event, prints: prints + 1 } : event));
		return prints;
	}

	noteShift(_enrolmentId: Id, shift: OpenShift | null): Promise<void> {
		this.#till = { ...this.#till, shift };
		return Promise.resolve();
	}

	keepBasket(_groupId: Id, basket: Basket, parked?: { at: Parked['parkedAt']; label: string }): Promise<void> {
		this.#baskets.set(basket.id, { basket, parkedAt: parked?.at ?? null, label: parked?.label ?? '' });
		return Promise.resolve();
	}

	dropBasket(id: Id): Promise<void> {
		this.#baskets.delete(id);
		return Promise.resolve();
	}

	baskets(): Promise<Parked[]> {
		return Promise.resolve([...this.#baskets.values()]);
	}

	remember(key: string, value: unknown): Promise<void> {
		this.#kept.set(key, value);
		return Promise.resolve();
	}

	recall(key: string): Promise<unknown> {
		return Promise.resolve(this.#kept.get(key));
	}
}
