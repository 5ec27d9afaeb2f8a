/** The open till: what its screens show, and what each tap does. The rules it calls are in this room's other files. */
import { assert, Bug, present } from '#lib/kernel/assert.ts';
import { dayOf } from '#lib/kernel/day.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { asExchange } from '#lib/sales/refund.ts';
import type { EventKind, Payment, ReturnBody, SaleBody, VoidReason } from '#lib/sales/wire-bodies.ts';
import { m } from '#texts/messages.js';
import { givenBack, type Parked, takenBy } from './basket.ts';
import type { Copies } from './copy.svelte.ts';
import type { Heard, Post } from './courier.ts';
import type { Crew } from './crew.svelte.ts';
import { Customers } from './customers.svelte.ts';
import { Desk } from './desk.svelte.ts';
import type { Errand } from './errands.ts';
import { isOvertaken, tradeOf, withReceipt } from './exchanging.ts';
import { lessTaken } from './goods.ts';
import { type KeptEvent, type OpenShift, TillClosed } from './kept.ts';
import type { Line } from './line.ts';
import type { TillStore } from './outbox.ts';
import { Recorder } from './recorder.ts';
import { whyNotKept } from './sent-words.ts';
import { inShelfOrder } from './shelf.ts';
import { expectedCash, type ShiftSums, shiftAfter, shiftSums, toldShift } from './shift.ts';
import type { Snapshot } from './snapshot.ts';
import { type Limits, limitsOn, type Stop, stopsOf } from './stops.ts';
import { eventOf, salesOf, type Sold, soldOf, unsentGoods } from './sold.ts';
import { nothingSent, type SyncState } from './sync.ts';
import type { SaleSaid } from './write-sale.ts';

export interface TillParts {
	readonly group: Snapshot['group'];
	/** More than one group's till is in this browser. */
	readonly hasOthers: boolean;
	readonly enrolmentId: Id;
	readonly code: string;
	/** Where everything is kept: an outbox, or practice that records nothing. */
	readonly store: TillStore;
	readonly line: Pick<Line, 'now' | 'deviceTime'>;
	readonly crew: Crew;
	/** The second copy; null in practice. */
	readonly copies: Copies | null;
	/** Signs text by the till's key; null in practice. */
	readonly sign: ((text: string) => Promise<string>) | null;
	/** What speaks to the server; null in practice. */
	readonly post: Post | null;
}

/** What lies over the goods; one at a time. */
export type Sheet =
	'none' | 'basket' | 'parked' | 'discount' | 'scan' | 'pay' | 'sold' | 'sales' | 'sale' | 'void' | Errand;

/** What is said when something could not be kept. */
export interface Texts {
	readonly done: string;
	readonly problem: string;
}

/** A return, and the sale that it is of. */
export interface BroughtBefore {
	readonly event: KeptEvent;
	readonly body: ReturnBody;
	readonly sale: SaleBody;
}

export class Till extends Desk {
	readonly parts: TillParts;
	readonly crew: Crew;
	/** Keeps every kind of event; `doing` around it says what went wrong. */
	readonly record: Recorder;
	/** Who buys on credit. */
	readonly customers: Customers;

	sheet = $state.raw<Sheet>('none');
	sync = $state.raw<SyncState>(nothingSent);
	/** What the till works with, and how old it is. */
	heard: Heard;
	/** The drawer that is open; null when none is, or the group keeps no shifts. */
	shift = $state.raw<OpenShift | null>(null);
	/** The sale whose receipt is on the screen. */
	sale = $state.raw<Sold | null>(null);
	/** The goods that were brought back for those just sold. */
	broughtBack = $state.raw<BroughtBefore | null>(null);
	sales = $state.raw<readonly Sold[]>([]);
	isBusy = $state.raw(false);
	#voidId: Id = newId();

	constructor(parts: TillParts, heard: Heard, baskets: readonly Parked[], shift: OpenShift | null) {
		const { group, store, line } = parts;
		super({ groupId: group.id, store, now: () => line.now() }, heard.snapshot.goods, baskets);
		this.parts = parts;
		this.crew = parts.crew;
		this.heard = $state.raw(heard);
		this.shift = shift;
		this.customers = new Customers(
			{ store, enrolmentId: parts.enrolmentId, zone: group.zone, now: () => line.now(), newLimit: () => rupiah(this.settings.creditLimit) },
			{ customers: heard.snapshot.customers, at: heard.at }
		); // prettier-ignore
		this.record = new Recorder({
			store,
			enrolmentId: parts.enrolmentId,
			act: () => {
				const { id, name } = present(this.crew.person, 'someone at the counter');
				return { cashier: { id, name }, group, time: line.deviceTime() };
			},
			onKept: ({ kind }) => void this.#noteKept(kind)
		});
	}

	/** What the group has switched on. */
	get settings(): Snapshot['settings'] {
		return this.heard.snapshot.settings;
	}

	/** What law and the group allow today. */
	get limits(): Limits {
		const { line, group } = this.parts;
		return limitsOn(this.heard.snapshot, dayOf(line.now(), group.zone));
	}

	/** What stands in the way of selling the basket as it is. */
	get stops(): readonly Stop[] {
		return stopsOf(this.basket, this.byId, this.limits);
	}

	get isPractice(): boolean {
		return this.parts.post === null;
	}

	close(): void {
		this.parts.post?.stop();
	}

	/** The network came back, the page is looked at again, or a person asks: what waits is sent. */
	tryAgain(): void {
		this.parts.post?.tryAgain();
	}

	/** Whether the person at the counter may do something, by the names of `identity/permissions.ts`. */
	may(permission: string): boolean {
		return this.crew.person?.may.includes(permission) ?? false;
	}

	/** Keeps the sale of the basket, paid by `payments`, then shows its receipt. A second call for the same basket finds it sold. */
	async sellBy(payments: readonly Payment[], problem: string, said: SaleSaid = {}): Promise<void> {
		if (this.basket.lines.length === 0) return;
		await this.doing(problem, async () => {
			const settled = await this.#settled(payments);
			const { basket } = this;
			if (settled === null) return;
			const event = await this.record.sell(basket, settled, said);
			this.often.noteSold(basket.lines.map(({ productId }) => productId));
			this.goods = lessTaken(this.goods, takenBy(basket.lines));
			this.fresh();
			this.sale = soldOf(event);
			this.sheet = 'sold';
		});
	}

	/** Keeps the return that pays for the basket, if one does, and gives the payments with its receipt; null when they no longer hold. */
	async #settled(payments: readonly Payment[]): Promise<readonly Payment[] | null> {
		const { exchange } = this.basket;
		if (exchange === null) {
			this.broughtBack = null;
			return payments;
		}
		const { brought } = exchange;
		// Kept before, when the sale itself could not be.
		if (brought === null) return withReceipt(payments, exchange.receipt);
		const { store } = this.parts;
		if (isOvertaken(brought, await store.eventsOfSale(brought.saleId))) {
			this.said = { text: m.till_exchange_overtaken({ receipt: exchange.receipt }), kind: 'problem', undo: null };
			return null;
		}
		const refund = asExchange(brought.refund, this.sum);
		const event = await this.record.bringBack({ ...brought, refund }, brought.approvedBy);
		const told = eventOf(event);
		assert(told.kind === 'return', 'goods that came back are told as such');
		const { pays } = tradeOf(exchange, this.sum);
		const paid = total(told.body.refunds.filter(({ tender }) => tender === 'exchange').map(({ amount }) => amount));
		const receipt = event.receipt ?? '';
		this.goods = lessTaken(this.goods, brought.offShelf);
		this.broughtBack = { event, body: told.body, sale: brought.sale };
		this.sayOfBasket({ exchange: { receipt, amount: paid, brought: null } });
		// A page that was closed in between had kept the return for another basket: it is paid anew.
		if (paid !== pays) this.sheet = 'none';
		return paid === pays ? withReceipt(payments, receipt) : null;
	}

	/** Ready for the next buyer. */
	next(): void {
		this.sheet = 'none';
		this.query = '';
		this.shelf = 'all';
	}

	async showSales(): Promise<void> {
		await this.#readSales();
		this.sheet = 'sales';
	}

	showSale(sold: Sold): void {
		this.sale = sold;
		this.sheet = 'sale';
		this.#voidId = newId();
	}

	/** Takes a sale back by one more event; a second call finds it taken back. */
	async voidSale(
		sold: Sold,
		reason: VoidReason,
		note: string,
		texts: Texts,
		approvedBy: Id | null = null
	): Promise<void> {
		await this.doing(texts.problem, async () => {
			await this.record.takeBack({ id: this.#voidId, saleId: sold.id, reason, note }, approvedBy);
			this.goods = lessTaken(this.goods, takenBy(givenBack(sold.body.lines)));
			await this.#readSales();
			this.said = { text: texts.done, kind: 'done', undo: null };
			this.sheet = 'sales';
		});
	}

	/** The till's signature over the exact text of an event, for the codes of its receipt; null in practice. */
	signatureOf({ text }: KeptEvent): Promise<string | null> {
		return this.parts.sign === null ? Promise.resolve(null) : this.parts.sign(text);
	}

	/** What this till did in the open shift, and what must lie in the drawer; null when none is open. */
	async shiftNow(): Promise<{ readonly sums: ShiftSums; readonly expected: Rupiah } | null> {
		const { shift } = this;
		if (shift === null) return null;
		const sums = shiftSums((await this.parts.store.eventsOfShift(shift.id)).map(eventOf));
		const told = this.heard.snapshot.shift;
		return { sums, expected: expectedCash(shift, sums, told?.id === shift.id ? told.cashElsewhere : rupiah(0)) };
	}

	/** Asks for goods, prices, people and rules again; tells whether they came. */
	reload(): Promise<boolean> {
		return this.parts.post?.refresh() ?? Promise.resolve(false);
	}

	/** Works with what the server just told. */
	async hear(heard: Heard): Promise<void> {
		const { store, enrolmentId } = this.parts;
		this.heard = heard;
		this.crew.take(heard.snapshot);
		await this.customers.take({ customers: heard.snapshot.customers, at: heard.at });
		this.goods = inShelfOrder(lessTaken(heard.snapshot.goods, await unsentGoods(store, enrolmentId)));
		const { shift } = await store.enrolmentOf(enrolmentId);
		this.shift = shiftAfter(shift, toldShift(heard.snapshot), await store.unsent(enrolmentId, unsentLookedAtMax));
		if (this.shift !== shift) await store.noteShift(enrolmentId, this.shift);
	}

	noteSync(state: SyncState): void {
		this.sync = state;
		void this.parts.copies?.count();
		if (this.sheet === 'sales') void this.#readSales();
	}

	/** Runs `act` once at a time; when nothing could be kept, `problem` says so at the foot of the screen. */
	async doing(problem: string, act: () => Promise<void>): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		try {
			await act();
		} catch (error) {
			if (error instanceof Bug) throw error;
			this.said = { text: whyNotKept(error) ?? problem, kind: 'problem', undo: null };
			if (error instanceof TillClosed) this.sync = { ...this.sync, closed: error.why };
		} finally {
			this.isBusy = false;
		}
	}

	async #noteKept(kind: EventKind): Promise<void> {
		const { store, enrolmentId, copies } = this.parts;
		// Told at once: what is kept a moment before it is sent must not read as sent.
		if (!this.isPractice) this.sync = { ...this.sync, unsent: this.sync.unsent + 1 };
		setTimeout(() => {
			this.parts.post?.wake();
			void copies?.count();
		}, afterPaintMs);
		if (kind === 'shift-opened' || kind === 'shift-closed') this.shift = (await store.enrolmentOf(enrolmentId)).shift;
	}

	async #readSales(): Promise<void> {
		const { store, enrolmentId, line, group } = this.parts;
		const events: readonly KeptEvent[] = await store.eventsOn(enrolmentId, dayOf(line.now(), group.zone));
		this.sales = salesOf(events);
	}
}

const unsentLookedAtMax = 2000;
/** What was kept is sent and counted a moment later: the receipt comes on the screen first. */
const afterPaintMs = 150;
