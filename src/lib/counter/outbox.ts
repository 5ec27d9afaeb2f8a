/** What this browser keeps for its tills: enrolments, events in their exact bytes until long after the server has them, and open baskets. */
import { Dexie, type Table } from 'dexie';
import { present } from '#lib/kernel/assert.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { TillEvent } from '#lib/sales/wire.ts';
import type { Delivered } from './answers.ts';
import type { Basket } from './basket.ts';

/** This browser as a till of one group. */
export interface Enrolment {
	readonly id: Id;
	readonly groupId: Id;
	/** The database that it is enrolled at; the same address may serve another one after a reinstallation. */
	readonly installation: string;
	/** Printed on each receipt; null until the server has answered. */
	readonly code: string | null;
	readonly name: string;
	readonly nextSequence: number;
	readonly nextReceipt: number;
	/** The server holds all events up to this number. */
	readonly acknowledged: number;
	/** Never writes again: the server has events that this store does not know, so the store is an old copy. */
	readonly isClosed: boolean;
}

export type EventState = 'unsent' | Delivered['events'][number]['state'];

export interface KeptEvent {
	readonly enrolmentId: Id;
	readonly sequence: number;
	readonly id: Id;
	readonly kind: TillEvent['kind'];
	/** The sale that it is, or that it tells of. */
	readonly saleId: Id;
	/** When it happened, corrected as far as the clock was measured then. */
	readonly at: Instant;
	readonly day: Day;
	/** Who did it, for the receipt; in the event itself stands only an id. */
	readonly cashier: string;
	/** The exact bytes that are delivered. */
	readonly text: string;
	readonly state: EventState;
	/** How often its receipt was printed. */
	readonly prints: number;
}

/** What a new event says once its numbers are known. */
export type Written = Pick<KeptEvent, 'kind' | 'saleId' | 'at' | 'day' | 'cashier' | 'text'>;

interface KeptBasket {
	readonly id: Id;
	readonly groupId: Id;
	readonly basket: Basket;
}

/** An event cannot be kept: this store is an old copy of a till that went on elsewhere. */
export class TillClosed extends Error {}

export class Outbox {
	readonly #db: Dexie;
	readonly #enrolments: Table<Enrolment, Id>;
	readonly #events: Table<KeptEvent, [Id, number]>;
	readonly #baskets: Table<KeptBasket, Id>;

	/** The version and the stores stay as they are for ever: an old program must be able to read what a new one kept. */
	constructor(name = 'kasir-outbox') {
		this.#db = new Dexie(name, { chromeTransactionDurability: 'strict' });
		this.#db.version(1).stores({
			enrolments: 'id, [installation+groupId]',
			events: '[enrolmentId+sequence], &id, saleId',
			baskets: 'id, groupId'
		});
		this.#enrolments = this.#db.table('enrolments');
		this.#events = this.#db.table('events');
		this.#baskets = this.#db.table('baskets');
	}

	close(): void {
		this.#db.close();
	}

	/** The enrolment for `groupId`, or undefined when this browser is not its till. */
	async enrolmentFor(installation: string, groupId: Id): Promise<Enrolment | undefined> {
		const rows = await this.#enrolments.where('[installation+groupId]').equals([installation, groupId]).toArray();
		return rows.find((row) => !row.isClosed);
	}

	async enrolmentOf(id: Id): Promise<Enrolment> {
		return present(await this.#enrolments.get(id), 'an enrolment');
	}

	async keepEnrolment(enrolment: Enrolment): Promise<void> {
		await this.#enrolments.put(enrolment);
	}

	/**
	 * Keeps event `id` under the next number and drops the basket of the same id, together or not at all. An id that is
	 * kept already is not kept again: the first event is given back. Throws TillClosed.
	 */
	async keep(enrolmentId: Id, id: Id, write: (till: Enrolment) => Written): Promise<KeptEvent> {
		return this.#db.transaction('rw', this.#enrolments, this.#events, this.#baskets, async () => {
			const known = await this.eventOf(id);
			if (known !== undefined) return known;
			const till = await this.enrolmentOf(enrolmentId);
			if (till.isClosed) throw new TillClosed();
			const written = write(till);
			const { nextSequence, nextReceipt } = till;
			const event: KeptEvent = { enrolmentId, sequence: nextSequence, id, ...written, state: 'unsent', prints: 0 };
			await this.#events.add(event);
			await this.#enrolments.update(enrolmentId, {
				nextSequence: nextSequence + 1,
				nextReceipt: written.kind === 'sale' ? nextReceipt + 1 : nextReceipt
			});
			await this.#baskets.delete(id);
			return event;
		});
	}

	async eventOf(id: Id): Promise<KeptEvent | undefined> {
		return this.#events.where('id').equals(id).first();
	}

	/** The events that the server does not hold yet, in order, `max` at most. */
	async unsent(enrolmentId: Id, max: number): Promise<KeptEvent[]> {
		const { acknowledged } = await this.enrolmentOf(enrolmentId);
		return this.#from(enrolmentId, acknowledged + 1)
			.limit(max)
			.toArray();
	}

	async countUnsent(enrolmentId: Id): Promise<number> {
		const { acknowledged } = await this.enrolmentOf(enrolmentId);
		return this.#from(enrolmentId, acknowledged + 1).count();
	}

	/** The events of `day`, newest first, and what took them back even if that was later. */
	async eventsOn(enrolmentId: Id, day: Day): Promise<KeptEvent[]> {
		const { nextSequence } = await this.enrolmentOf(enrolmentId);
		const recent = this.#from(enrolmentId, Math.max(1, nextSequence - eventsLookedAtMax)).reverse();
		return recent.and((event) => event.day === day).toArray();
	}

	/**
	 * Notes what the server holds. It may hold less than before, when it was restored from a backup: then the events after
	 * that count as unsent again. If it holds more than this store ever wrote, the store is an old copy and is closed.
	 */
	async acknowledge(enrolmentId: Id, delivered: Delivered): Promise<Enrolment> {
		return this.#db.transaction('rw', this.#enrolments, this.#events, async () => {
			const before = await this.enrolmentOf(enrolmentId);
			if (delivered.highest < before.acknowledged)
				await this.#from(enrolmentId, delivered.highest + 1).modify({ state: 'unsent' });
			for (const { id, state } of delivered.events) await this.#events.where('id').equals(id).modify({ state });
			const isClosed = before.isClosed || delivered.highest >= before.nextSequence;
			const after = { ...before, acknowledged: Math.min(delivered.highest, before.nextSequence - 1), isClosed };
			await this.#enrolments.put(after);
			return after;
		});
	}

	/** Counts a print and gives how often the receipt had been printed before. */
	async notePrint(id: Id): Promise<number> {
		return this.#db.transaction('rw', this.#events, async () => {
			const { prints } = present(await this.eventOf(id), 'the event of a receipt');
			await this.#events
				.where('id')
				.equals(id)
				.modify({ prints: prints + 1 });
			return prints;
		});
	}

	/** Drops events that the server has held since before `oldest`. */
	async forgetBefore(enrolmentId: Id, oldest: Instant): Promise<void> {
		const { acknowledged } = await this.enrolmentOf(enrolmentId);
		const held = this.#events
			.where('[enrolmentId+sequence]')
			.between([enrolmentId, 1], [enrolmentId, acknowledged], true, true);
		const old = await held.until((event) => event.at >= oldest).toArray();
		await this.#events.bulkDelete(old.map(({ sequence }) => [enrolmentId, sequence]));
	}

	async keepBasket(groupId: Id, basket: Basket): Promise<void> {
		await this.#baskets.put({ id: basket.id, groupId, basket });
	}

	/** The basket that was open when the page was closed. */
	async basketOf(groupId: Id): Promise<Basket | undefined> {
		return (await this.#baskets.where('groupId').equals(groupId).first())?.basket;
	}

	#from(enrolmentId: Id, sequence: number) {
		return this.#events.where('[enrolmentId+sequence]').between([enrolmentId, sequence], [enrolmentId, Dexie.maxKey]);
	}
}

/** The most events of a till that a day can have; an aid day has some three hundred. */
const eventsLookedAtMax = 2000;
