/** A till of the demo: it numbers its events and sends them through the door that every till uses. */
import { groupTenant } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { assert } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { basketOf, cashPart, quickAmounts } from '#lib/sales/cart.ts';
import { chainHash, firstPrevious } from '#lib/sales/chain.ts';
import { saleBodyOf } from '#lib/sales/sale-body.ts';
import { receiptNumber } from '#lib/sales/till-code.ts';
import { eventText, type TillEvent } from '#lib/sales/wire.ts';
import type { Payment, SaleLine, VoidReason } from '#lib/sales/wire-bodies.ts';
import { enrolTill } from '#lib/sales/enrol.server.ts';
import { receiveEvents } from '#lib/sales/receive.server.ts';
import type { Taken } from './basket.ts';
import type { Chance } from './chance.ts';
import { actorOf, type Registered, type World } from './world.ts';

/** The most events that are sent at once. */
const sentMax = 50;

export type Paying = 'cash' | 'qris' | 'card';

export interface SaleMade {
	readonly saleId: Id;
	/** What came into the drawer. */
	readonly cash: Rupiah;
	readonly total: Rupiah;
}

export class DemoTill {
	readonly #world: World;
	readonly #groupId: Id;
	readonly #cashier: Registered;
	readonly #chance: Chance;
	readonly #id: Id;
	readonly #code: string;
	readonly #waiting: string[] = [];
	#sequence = 0;
	#previous: string;
	#receipts = 0;

	private constructor(world: World, groupId: Id, cashier: Registered, till: { id: Id; code: string }, chance: Chance) {
		this.#world = world;
		this.#groupId = groupId;
		this.#cashier = cashier;
		this.#id = till.id;
		this.#previous = firstPrevious(till.id);
		this.#code = till.code;
		this.#chance = chance;
	}

	/** Enrols the cashier's phone. */
	static async enrol(world: World, groupId: Id, cashier: Registered, chance: Chance): Promise<DemoTill> {
		const { personId } = cashier;
		const till = await inWork(world.db, actorOf(cashier), groupTenant(groupId), (work) =>
			enrolTill(work, { id: work.newId(), name: 'HP kasir', personId })
		);
		return new DemoTill(world, groupId, cashier, till, chance);
	}

	get waiting(): number {
		return this.#waiting.length;
	}

	sell(basket: readonly Taken[], paying: Paying, at: Instant): SaleMade {
		const saleId = this.#world.db.newId();
		const lines = basket.map(lineOf);
		const { due } = basketOf(lines, rupiah(0));
		const payments = [this.#payment(due, paying)];
		const numbered = receiptNumber(this.#code, ++this.#receipts);
		const sold = {
			receiptNumber: numbered,
			cashierId: this.#cashier.personId,
			partyId: null,
			lines,
			discount: rupiah(0),
			payments
		};
		const body = saleBodyOf(sold);
		this.#say({ id: saleId, kind: 'sale', body, ...this.#head(at) });
		return { saleId, total: body.total, cash: paying === 'cash' ? body.total : rupiah(0) };
	}

	takeBack(saleId: Id, reason: VoidReason, at: Instant): void {
		const by = { cashierId: this.#cashier.personId, approvedBy: null, shiftId: null };
		const body = { saleId, reason, note: '', ...by };
		this.#say({ id: this.#world.db.newId(), kind: 'void', body, ...this.#head(at) });
	}

	/** Sends what waits, as the phone does when it has a network; everything must be applied. */
	async send(at: Instant): Promise<void> {
		const { db, wall } = this.#world;
		while (this.#waiting.length > 0) {
			const texts = this.#waiting.splice(0, sentMax);
			const delivery = { groupId: this.#groupId, enrolmentId: this.#id, texts };
			const { events } = await wall.at(at, () => receiveEvents(db, actorOf(this.#cashier), delivery, thrown));
			const other = events.find((event) => event.state !== 'applied');
			assert(other === undefined, `an event of the demo is ${other?.state ?? ''}`);
		}
	}

	#head(deviceAt: Instant): Pick<TillEvent, 'enrolmentId' | 'sequence' | 'previous' | 'deviceAt' | 'offsetMs'> {
		return { enrolmentId: this.#id, sequence: ++this.#sequence, previous: this.#previous, deviceAt, offsetMs: 0 };
	}

	#say(event: TillEvent): void {
		const text = eventText(event);
		this.#previous = chainHash(text);
		this.#waiting.push(text);
	}

	#payment(due: Rupiah, paying: Paying): Payment {
		if (paying === 'cash') {
			const { amount } = cashPart(due, rupiah(0));
			return { tender: 'cash', amount, received: this.#chance.pick(quickAmounts(amount)), reference: null };
		}
		const reference = paying === 'card' ? String(this.#chance.between(0, 999_999)).padStart(6, '0') : null;
		return { tender: paying, amount: due, received: due, reference };
	}
}

function lineOf({ offer, quantity }: Taken): SaleLine {
	const { productId, unitId, name, unit, factor, price } = offer;
	return { productId, unitId, name, unit, quantity, factor, price, discount: rupiah(0), note: '', reason: '' };
}

function thrown(error: unknown): never {
	throw error;
}
