/** A till of the demo: it numbers its events and sends them through the door that every till uses. */
import { deedNumber } from '#lib/aid/deed.ts';
import { groupTenant } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { assert, present } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { basketOf, cashPart, quickAmounts } from '#lib/sales/cart.ts';
import { chainHash, firstPrevious } from '#lib/sales/chain.ts';
import type { Buyer } from '#lib/sales/parties.server.ts';
import { refundOf, type TenderPart } from '#lib/sales/refund.ts';
import { saleBodyOf } from '#lib/sales/sale-body.ts';
import { receiptNumber } from '#lib/sales/till-code.ts';
import { eventText, type TillEvent } from '#lib/sales/wire.ts';
import type { CardFailure, Payment, ReturnBody, SaleBody, SaleLine, VoidReason } from '#lib/sales/wire-bodies.ts';
import { enrolTill } from '#lib/sales/enrol.server.ts';
import { receiveEvents } from '#lib/sales/receive.server.ts';
import type { Taken } from './basket.ts';
import type { CardMachines } from './cards.ts';
import type { Chance } from './chance.ts';
import { actorOf, type Registered, type World } from './world.ts';

/** The most events that are sent at once. */
const sentMax = 50;

/** `late`: by a paper, until the card can be swiped. */
export type Paying = 'cash' | 'qris' | 'card' | 'late' | 'kasbon';

export interface SaleMade {
	readonly saleId: Id;
	readonly body: SaleBody;
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
	/** Buyers who must be known, told beside the events. */
	readonly #buyers: Buyer[] = [];
	/** The shift that is open, and the cash of it. */
	#shift: { readonly id: Id; cash: number } | null = null;
	/** Null where no cards are taken. */
	cards: CardMachines | null = null;

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

	sell(basket: readonly Taken[], paying: Paying, at: Instant, partyId: Id | null = null): SaleMade {
		const saleId = this.#world.db.newId();
		const lines = basket.map(lineOf);
		const { due } = basketOf(lines, rupiah(0));
		const receipt = this.#nextReceipt();
		const payments = [this.#payment(due, paying, receipt, at)];
		const body = saleBodyOf({ ...this.#by(), receiptNumber: receipt, partyId, lines, discount: rupiah(0), payments }); // prettier-ignore
		this.#say({ id: saleId, kind: 'sale', body, ...this.#head(at) });
		const cash = paying === 'cash' ? body.total : rupiah(0);
		this.#intoDrawer(cash);
		return { saleId, body, total: body.total, cash };
	}

	/** The card of a sale paid by a paper is swiped after all. */
	swipe({ saleId, total, body: { receiptNumber: receipt } }: SaleMade, at: Instant): void {
		const card = this.#machines().pay(total, at);
		const body = { saleId, deed: deedNumber(receipt), card, ...this.#by() };
		this.#say({ id: this.#world.db.newId(), kind: 'late-card-paid', body, ...this.#head(at) });
	}

	/** A card cannot pay. */
	fail(why: CardFailure, at: Instant): void {
		const body = { terminalId: this.#machines().failing(), why, ...this.#by() };
		this.#say({ id: this.#world.db.newId(), kind: 'card-failed', body, ...this.#head(at) });
	}

	/** A sale is void; a card that paid it is taken back at the machine. */
	takeBack({ saleId, cash, body: { payments } }: SaleMade, reason: VoidReason, at: Instant): void {
		for (const { card } of payments) if (card?.kind === 'slip') this.#machines().undo(card);
		const body = { saleId, reason, note: '', ...this.#by() };
		this.#say({ id: this.#world.db.newId(), kind: 'void', body, ...this.#head(at) });
		this.#intoDrawer(0 - cash);
	}

	/** All of a sale's first line comes back. Gives what went out of the drawer. */
	giveBack({ saleId, body: sale }: SaleMade, at: Instant, { byBank = false } = {}): Rupiah {
		const { amount, discount } = present(basketOf(sale.lines, sale.discount).lines[0], 'a first line');
		const worth = rupiah(amount - discount);
		const { parts, rounding } = refundOf(sale, rupiah(0), worth);
		const body: ReturnBody = {
			...this.#by(),
			receiptNumber: this.#nextReceipt(),
			saleId,
			lines: [{ line: 0, quantity: present(sale.lines[0], 'a first line').quantity, amount: worth }],
			rounding,
			total: rupiah(worth + rounding),
			refunds: parts.map((part) => this.#refund(part, at, byBank)),
			goods: 'shelf',
			reason: 'not-wanted',
			note: ''
		};
		this.#say({ id: this.#world.db.newId(), kind: 'return', body, ...this.#head(at) });
		const cash = rupiah(parts.filter(({ tender }) => tender === 'cash').reduce((sum, part) => sum + part.amount, 0));
		this.#intoDrawer(0 - cash);
		return cash;
	}

	/** Someone who buys on credit; the name goes beside the events. */
	know(name: string): Id {
		const id = this.#world.db.newId();
		this.#buyers.push({ id, name, phone: null });
		return id;
	}

	payBack(partyId: Id, amount: Rupiah, at: Instant): void {
		const payment: Payment = { tender: 'cash', amount, received: amount, reference: null };
		const body = { ...this.#by(), receiptNumber: this.#nextReceipt(), partyId, payment };
		this.#say({ id: this.#world.db.newId(), kind: 'credit-paid', body, ...this.#head(at) });
		this.#intoDrawer(amount);
	}

	/** Opens the drawer with `float` in it. */
	open(float: Rupiah, at: Instant): void {
		const id = this.#world.db.newId();
		this.#say({ id, kind: 'shift-opened', body: { ...this.#by(), float, notes: null }, ...this.#head(at) });
		this.#shift = { id, cash: float };
	}

	/** Counts the drawer, in which `missing` is not there. */
	close(missing: number, at: Instant): void {
		if (this.#shift === null) return;
		const expected = rupiah(this.#shift.cash);
		const body = { ...this.#by(), counted: rupiah(this.#shift.cash - missing), notes: null, expected, note: '' };
		this.#say({ id: this.#world.db.newId(), kind: 'shift-closed', body, ...this.#head(at) });
		this.#shift = null;
	}

	/** Sends what waits, as the phone does when it has a network; everything must be applied. */
	async send(at: Instant): Promise<void> {
		const { db, wall } = this.#world;
		while (this.#waiting.length > 0) {
			const texts = this.#waiting.splice(0, sentMax);
			const buyers = this.#buyers.splice(0);
			const delivery = { groupId: this.#groupId, enrolmentId: this.#id, texts, buyers };
			const { events } = await wall.at(at, () => receiveEvents(db, actorOf(this.#cashier), delivery, thrown));
			const other = events.find((event) => event.state !== 'applied');
			assert(other === undefined, `an event of the demo is ${other?.state ?? ''}`);
		}
	}

	#by() {
		return { cashierId: this.#cashier.personId, approvedBy: null, shiftId: this.#shift?.id ?? null };
	}

	#nextReceipt(): string {
		return receiptNumber(this.#code, ++this.#receipts);
	}

	#intoDrawer(cash: number): void {
		if (this.#shift !== null) this.#shift.cash += cash;
	}

	#head(deviceAt: Instant): Pick<TillEvent, 'enrolmentId' | 'sequence' | 'previous' | 'deviceAt' | 'offsetMs'> {
		return { enrolmentId: this.#id, sequence: ++this.#sequence, previous: this.#previous, deviceAt, offsetMs: 0 };
	}

	#say(event: TillEvent): void {
		const text = eventText(event);
		this.#previous = chainHash(text);
		this.#waiting.push(text);
	}

	#machines(): CardMachines {
		return present(this.cards, 'card machines');
	}

	/** A card gets its money back at the machine, or, where the machine cannot, from the bank. */
	#refund({ tender, amount }: TenderPart, at: Instant, byBank: boolean): Payment {
		const paid = { tender, amount, received: amount, reference: null };
		return tender === 'card' && !byBank ? { ...paid, card: this.#machines().giveBack(amount, at) } : paid;
	}

	#payment(due: Rupiah, paying: Paying, receipt: string, at: Instant): Payment {
		if (paying === 'cash') {
			const { amount } = cashPart(due, rupiah(0));
			return { tender: 'cash', amount, received: this.#chance.pick(quickAmounts(amount)), reference: null };
		}
		const paid = { amount: due, received: due, reference: null };
		if (paying === 'late') return { tender: 'card', ...paid, card: { kind: 'deed', number: deedNumber(receipt) } };
		if (paying === 'card') return { tender: paying, ...paid, card: this.#machines().pay(due, at) };
		return { tender: paying, ...paid };
	}
}

function lineOf({ offer, quantity }: Taken): SaleLine {
	const { productId, unitId, name, unit, factor, price } = offer;
	return { productId, unitId, name, unit, quantity, factor, price, discount: rupiah(0), note: '', reason: '' };
}

function thrown(error: unknown): never {
	throw error;
}
