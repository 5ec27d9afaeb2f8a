/** What this browser keeps for its tills: enrolments and their keys, events in their exact bytes until long after the server has them, baskets. */
import { Dexie, type Table } from 'dexie';
import { present } from '#lib/kernel/assert.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Instant, later } from '#lib/kernel/instant.ts';
import { chainHash } from '#lib/sales/chain.ts';
import type { Delivered } from './answers.ts';
import type { Basket, Parked } from './basket.ts';
import {
	type Buyer,
	type Closed,
	type Enrolment,
	type KeptBuyer,
	type KeptEvent,
	type OpenShift,
	TillClosed,
	type Writer
} from './kept.ts';
import type { TillKeys } from './till-keys.ts';

type KeptBasket = Parked & { readonly id: Id; readonly groupId: Id };

/** Acknowledged events stay this long on the phone, so that a restored server can have them again. */
const keptMs = 35 * 24 * 3_600_000;

export class Outbox {
	readonly #db: Dexie;
	readonly #enrolments: Table<Enrolment, Id>;
	readonly #keys: Table<TillKeys & { readonly enrolmentId: Id }, Id>;
	readonly #events: Table<KeptEvent, [Id, number]>;
	readonly #baskets: Table<KeptBasket, Id>;
	readonly #buyers: Table<KeptBuyer, [Id, Id]>;
	readonly #kept: Table<{ readonly key: string; readonly value: unknown }, string>;

	/** The version and the stores stay as they are for ever: an old program must be able to read what a new one kept. */
	constructor(name = 'kasir-outbox') {
		this.#db = new Dexie(name, { chromeTransactionDurability: 'strict' });
		this.#db.version(1).stores({
			enrolments: 'id, slug, groupId',
			keys: 'enrolmentId',
			events: '[enrolmentId+sequence], &id, saleId, shiftId, receipt, [enrolmentId+day]',
			baskets: 'id, groupId',
			buyers: '[enrolmentId+id], [enrolmentId+sequence]',
			kept: 'key'
		});
		this.#enrolments = this.#db.table('enrolments');
		this.#keys = this.#db.table('keys');
		this.#events = this.#db.table('events');
		this.#baskets = this.#db.table('baskets');
		this.#buyers = this.#db.table('buyers');
		this.#kept = this.#db.table('kept');
	}

	close(): void {
		this.#db.close();
	}

	/** Every till that this browser is or was, the newest last. */
	async enrolments(): Promise<Enrolment[]> {
		return this.#enrolments.toArray();
	}

	async enrolmentOf(id: Id): Promise<Enrolment> {
		return present(await this.#enrolments.get(id), 'an enrolment');
	}

	/** Keeps an enrolment, together with its keys when they are new. */
	async keepEnrolment(enrolment: Enrolment, keys?: TillKeys): Promise<void> {
		await this.#db.transaction('rw', this.#enrolments, this.#keys, async () => {
			await this.#enrolments.put(enrolment);
			if (keys !== undefined) await this.#keys.put({ ...keys, enrolmentId: enrolment.id });
		});
	}

	async keysOf(enrolmentId: Id): Promise<TillKeys> {
		return present(await this.#keys.get(enrolmentId), 'the keys of a till');
	}

	/** Notes what the server tells of a till. A closed one writes nothing; what it wrote is still delivered. */
	async noteTold(
		enrolmentId: Id,
		told: { readonly installation: string; readonly slug: string; readonly closed: Closed | null }
	): Promise<void> {
		await this.#enrolments.update(enrolmentId, told);
	}

	/** Notes the drawer as the server tells it: another till of the group may have opened or closed it. */
	async noteShift(enrolmentId: Id, shift: OpenShift | null): Promise<void> {
		await this.#enrolments.update(enrolmentId, { shift });
	}

	/**
	 * Keeps event `id` under the next number with the hash of the one before, and drops the basket of the same id, together
	 * or not at all. An id that is kept already is not kept again: the first event is given back. Throws TillClosed.
	 */
	async keep(enrolmentId: Id, id: Id, write: Writer): Promise<KeptEvent> {
		const stores = [this.#enrolments, this.#events, this.#baskets, this.#buyers];
		return this.#db.transaction('rw', stores, async () => {
			const [known, till] = await Promise.all([this.eventOf(id), this.enrolmentOf(enrolmentId)]);
			if (known !== undefined) return known;
			if (till.closed !== null) throw new TillClosed(till.closed);
			const { shift, buyer, ...written } = write(till);
			const { nextSequence: sequence, nextReceipt } = till;
			const event: KeptEvent = { enrolmentId, sequence, id, ...written, state: 'unsent', prints: 0 };
			const after: Enrolment = {
				...till,
				nextSequence: sequence + 1,
				lastHash: chainHash(written.text),
				nextReceipt: written.receipt === null ? nextReceipt : nextReceipt + 1,
				shift
			};
			// Asked for at once: on a slow phone each answer that is waited for is felt.
			await Promise.all([
				this.#events.add(event),
				this.#enrolments.put(after),
				this.#baskets.delete(id),
				...(buyer === null ? [] : [this.#keepBuyer({ ...buyer, enrolmentId, sequence })])
			]);
			return event;
		});
	}

	/** A buyer who was told before stays under the first event that names them, unless the name is another. */
	async #keepBuyer(buyer: KeptBuyer): Promise<void> {
		const known = await this.#buyers.get([buyer.enrolmentId, buyer.id]);
		if (known?.name !== buyer.name || known.phone !== buyer.phone) await this.#buyers.put(buyer);
	}

	async eventOf(id: Id): Promise<KeptEvent | undefined> {
		return this.#events.where('id').equals(id).first();
	}

	/** The event of a receipt of this browser, by the number that stands on it. */
	async eventOfReceipt(receipt: string): Promise<KeptEvent | undefined> {
		return this.#events.where('receipt').equals(receipt).first();
	}

	/** A sale and all that happened to it, in order. */
	async eventsOfSale(saleId: Id): Promise<KeptEvent[]> {
		return this.#events.where('saleId').equals(saleId).sortBy('sequence');
	}

	/** All that this till did in a shift, in order. */
	async eventsOfShift(shiftId: Id): Promise<KeptEvent[]> {
		return this.#events.where('shiftId').equals(shiftId).sortBy('sequence');
	}

	/** The events of `day`, newest first, and those of other days that change a sale of it. */
	async eventsOn(enrolmentId: Id, day: Day): Promise<KeptEvent[]> {
		const ofDay = await this.#events.where('[enrolmentId+day]').equals([enrolmentId, day]).toArray();
		const sales = ofDay.filter(({ kind }) => kind === 'sale').map(({ id }) => id);
		const changes = await this.#events.where('saleId').anyOf(sales).toArray();
		const all = new Map([...ofDay, ...changes].map((event) => [event.sequence, event]));
		return [...all.values()].sort((one, other) => other.sequence - one.sequence);
	}

	/** The events of a till that `is` says so of, in order: of those that are kept, thus of 35 days at least. */
	async eventsThat(enrolmentId: Id, is: (event: KeptEvent) => boolean): Promise<KeptEvent[]> {
		return this.#from(enrolmentId, 1).filter(is).toArray();
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

	/** The buyers whom events `from` … `to` are the first to name. */
	async buyersOf(enrolmentId: Id, from: number, to: number): Promise<Buyer[]> {
		const found = await this.#buyers
			.where('[enrolmentId+sequence]')
			.between([enrolmentId, from], [enrolmentId, to], true, true)
			.toArray();
		return found.map(({ id, name, phone }) => ({ id, name, phone }));
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
			const closed = closedBy(before, delivered);
			const after = { ...before, acknowledged: Math.min(delivered.highest, before.nextSequence - 1), closed };
			await this.#enrolments.put(after);
			return after;
		});
	}

	/** Notes that a file outside holds the events up to `sequence`. */
	async noteExported(enrolmentId: Id, sequence: number): Promise<void> {
		await this.#enrolments.update(enrolmentId, { exported: sequence });
	}

	/** Counts a print and gives how often the receipt had been printed before. */
	async notePrint(id: Id): Promise<number> {
		return this.#db.transaction('rw', this.#events, async () => {
			const { prints } = present(await this.eventOf(id), 'the event of a receipt');
			const counted = { prints: prints + 1 };
			await this.#events.where('id').equals(id).modify(counted);
			return prints;
		});
	}

	/** Drops events that the server has held for 35 days, and the names that went with them. */
	async forgetOld(enrolmentId: Id, now: Instant): Promise<void> {
		const oldest = later(now, -keptMs);
		const { acknowledged } = await this.enrolmentOf(enrolmentId);
		const held = this.#events
			.where('[enrolmentId+sequence]')
			.between([enrolmentId, 1], [enrolmentId, acknowledged], true, true);
		const old = await held.until((event) => event.at >= oldest).toArray();
		await this.#events.bulkDelete(old.map(({ sequence }) => [enrolmentId, sequence]));
		const last = old.at(-1)?.sequence ?? 0;
		await this.#buyers
			.where('[enrolmentId+sequence]')
			.between([enrolmentId, 1], [enrolmentId, last], true, true)
			.delete();
	}

	/** Keeps the open basket, or sets one aside when `parked` says since when and for whom. */
	async keepBasket(
		groupId: Id,
		basket: Basket,
		parked?: { readonly at: Instant; readonly label: string }
	): Promise<void> {
		const { at = null, label = '' } = parked ?? {};
		await this.#baskets.put({ id: basket.id, groupId, basket, parkedAt: at, label });
	}

	async dropBasket(id: Id): Promise<void> {
		await this.#baskets.delete(id);
	}

	/** The baskets of a group: the open one, and those set aside. */
	async baskets(groupId: Id): Promise<Parked[]> {
		const found = await this.#baskets.where('groupId').equals(groupId).toArray();
		return found.map(({ basket, parkedAt, label }) => ({ basket, parkedAt, label }));
	}

	/** Keeps something by name: a list from the server, a setting, a lock-out. */
	async remember(key: string, value: unknown): Promise<void> {
		await this.#kept.put({ key, value });
	}

	/** What was kept under `key`; undefined when nothing was. Whoever asks holds it to a shape: an old program may have kept it. */
	async recall(key: string): Promise<unknown> {
		return (await this.#kept.get(key))?.value;
	}

	#from(enrolmentId: Id, sequence: number) {
		return this.#events.where('[enrolmentId+sequence]').between([enrolmentId, sequence], [enrolmentId, Dexie.maxKey]);
	}
}

/** An old copy stays one; what the server says of a till otherwise, it may take back. */
function closedBy({ closed, nextSequence }: Enrolment, { highest, standing }: Delivered): Closed | null {
	if (closed === 'old-copy' || highest >= nextSequence) return 'old-copy';
	return standing === 'open' ? null : standing;
}

/** What of an outbox the screens of a till use; practice has one that records nothing. */
export type TillStore = Pick<
	Outbox,
	| 'enrolmentOf' | 'keep' | 'eventOf' | 'eventOfReceipt' | 'eventsOfSale' | 'eventsOfShift' | 'eventsOn' | 'eventsThat' | 'unsent'
	| 'countUnsent' | 'notePrint' | 'noteShift' | 'keepBasket' | 'dropBasket' | 'baskets' | 'remember' | 'recall'
>; // prettier-ignore
