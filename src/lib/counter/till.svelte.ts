/** The open till: what its screens show, and what each tap does. The rules it calls are in this room's other files. */
import { tick } from 'svelte';
import { Bug } from '#lib/kernel/assert.ts';
import { dayOf } from '#lib/kernel/day.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { type Quantity, quantity } from '#lib/kernel/quantity.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import type { Tender } from '#lib/sales/tender.ts';
import type { SaleLine, VoidReason } from '#lib/sales/wire.ts';
import type { Hello, TillGroup } from './answers.ts';
import {
	add,
	type Basket,
	changeLine,
	emptyBasket,
	lineOf,
	remove,
	repriced,
	setQuantity,
	sumOf,
	takenBy
} from './basket.ts';
import { type Goods, lessTaken, soldUnits, type SoldUnit } from './goods.ts';
import type { Line } from './line.ts';
import type { Outbox } from './outbox.ts';
import { less, more } from './quantity-steps.ts';
import { inShelfOrder, shelvesOf, type Shelf, shown } from './shelf.ts';
import { salesOf, type Sold, soldOf, unsentGoods } from './sold.ts';
import { nothingSent, Sync, type SyncState } from './sync.ts';
import { type Act, toPay, writeReprint, writeSale, writeVoid } from './write.ts';

export interface TillParts {
	readonly group: TillGroup;
	readonly person: Hello['person'];
	/** More than one group's till is this person's. */
	readonly hasOthers: boolean;
	readonly enrolmentId: Id;
	readonly code: string;
	readonly outbox: Outbox;
	readonly line: Line;
}

/** What lies over the goods; one at a time. */
export type Sheet = 'none' | 'basket' | 'pay' | 'sold' | 'sales' | 'sale' | 'void';

/** A word at the foot of the screen about what was just done. */
export interface Said {
	readonly text: string;
	readonly kind: 'done' | 'problem';
	/** The basket as it was, where one can go back. */
	readonly undo: Basket | null;
}

export class Till {
	readonly parts: TillParts;
	readonly #sync: Sync;

	goods = $state.raw<readonly Goods[]>([]);
	basket = $state.raw<Basket>(emptyBasket(newId()));
	/** The line that keys change: the one touched last. */
	selected = $state.raw<Id | null>(null);
	/** The line whose quantity and unit are being chosen. */
	editing = $state.raw<Id | null>(null);
	query = $state('');
	shelf = $state.raw<Shelf>('all');
	sheet = $state.raw<Sheet>('none');
	said = $state.raw<Said | null>(null);
	sync = $state.raw<SyncState>(nothingSent);
	/** The sale whose receipt is on the screen. */
	sale = $state.raw<Sold | null>(null);
	sales = $state.raw<readonly Sold[]>([]);
	/** What the printer is to print: a receipt, and how often it was printed before. */
	paper = $state.raw<{ readonly sold: Sold; readonly prints: number } | null>(null);
	isBusy = $state.raw(false);
	#voidId: Id = newId();

	readonly shelves = $derived(shelvesOf(this.goods));
	readonly shown = $derived(shown(this.goods, this.shelf, this.query));
	readonly sum = $derived(sumOf(this.basket));
	/** How much of each product is in the basket, in its normal unit. */
	readonly taken = $derived(takenBy(this.basket.lines));
	readonly byId: ReadonlyMap<Id, Goods> = $derived(byId(this.goods));

	constructor(parts: TillParts, goods: readonly Goods[], basket: Basket | undefined) {
		this.parts = parts;
		this.goods = inShelfOrder(goods);
		if (basket !== undefined) this.basket = repriced(basket, goods);
		const { group, enrolmentId, outbox, line } = parts;
		this.#sync = new Sync({ groupId: group.id, enrolmentId, outbox, line, onState: (state) => this.#noteSent(state) });
	}

	/** Delivers what waits until `close`. */
	open(): void {
		void this.#sync.run();
	}

	close(): void {
		this.#sync.stop();
	}

	/** The network came back, or the page is looked at again. */
	wake(): void {
		this.#sync.wake();
	}

	may(permission: string): boolean {
		return this.parts.group.may.includes(permission);
	}

	/** One tap on goods. */
	take(goods: Goods): void {
		const [unit] = soldUnits(goods);
		if (unit === undefined) return;
		this.#put(add(this.basket, goods, unit));
		this.selected = unit.id;
		this.said = null;
	}

	more(unitId: Id): void {
		this.#step(unitId, more);
	}

	/** One step less; the last one takes the line out, and `text` says so. */
	less(unitId: Id, text: string): void {
		const line = lineOf(this.basket, unitId);
		const unit = this.unitOf(unitId);
		if (line !== undefined && unit !== undefined && less(unit.unit, line.quantity) === 0) this.takeOut(unitId, text);
		else this.#step(unitId, less);
	}

	change(unitId: Id, goods: Goods, unit: SoldUnit, amount: Quantity): void {
		this.#put(changeLine(this.basket, unitId, goods, unit, amount));
		this.selected = unit.id;
	}

	takeOut(unitId: Id, text: string): void {
		this.#putWithWayBack(remove(this.basket, unitId), text);
	}

	clear(text: string): void {
		this.#putWithWayBack({ ...this.basket, lines: [] }, text);
	}

	undo(): void {
		const before = this.said?.undo;
		if (before?.id === this.basket.id) this.#put(before);
		this.said = null;
	}

	toPay(tender: Tender): Rupiah {
		return toPay(this.basket.lines, tender);
	}

	/** Keeps the sale of the basket, then shows its receipt. A second call for the same basket finds it sold. */
	async sell(tender: Tender, received: Rupiah, reference: string | null, problem: string): Promise<void> {
		const { basket } = this;
		if (basket.lines.length === 0) return;
		await this.#doing(problem, async () => {
			const { outbox, enrolmentId } = this.parts;
			const paid = { tender, received, reference };
			const event = await outbox.keep(enrolmentId, basket.id, (till) => writeSale(till, basket, paid, this.#act()));
			this.#noteSold(basket);
			this.sale = soldOf(event);
			this.sheet = 'sold';
		});
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
		texts: { done: string; problem: string }
	): Promise<void> {
		await this.#doing(texts.problem, async () => {
			const undone = { id: this.#voidId, saleId: sold.id, reason, note };
			await this.parts.outbox.keep(this.parts.enrolmentId, undone.id, (till) => writeVoid(till, undone, this.#act()));
			this.goods = lessTaken(this.goods, takenBy(sold.body.lines.map(givenBack)));
			await this.#readSales();
			this.said = { text: texts.done, kind: 'done', undo: null };
			this.sheet = 'sales';
		});
	}

	/** Prints by the browser; from the second time on the receipt says so, and an event tells of it. */
	async print(sold: Sold, problem: string): Promise<void> {
		await this.#doing(problem, async () => {
			const { outbox, enrolmentId } = this.parts;
			const prints = await outbox.notePrint(sold.id);
			const again = { id: newId(), saleId: sold.id, prints };
			if (prints > 0) await outbox.keep(enrolmentId, again.id, (till) => writeReprint(till, again, this.#act()));
			this.paper = { sold, prints };
			await tick();
			window.print();
		});
	}

	/** Asks for the time, goods and prices again; tells whether they came. */
	async reload(): Promise<boolean> {
		const { line, group, outbox, enrolmentId } = this.parts;
		await line.hello();
		const answer = await line.goods(group.id);
		if (answer.kind !== 'answered') return false;
		this.goods = inShelfOrder(lessTaken(answer.value, await unsentGoods(outbox, enrolmentId)));
		return true;
	}

	#noteSent(state: SyncState): void {
		this.sync = state;
		if (this.sheet === 'sales') void this.#readSales();
	}

	#act(): Act {
		const { person, group, line } = this.parts;
		return { cashier: person, group, time: line.deviceTime() };
	}

	async #doing(problem: string, act: () => Promise<void>): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		try {
			await act();
			this.#sync.wake();
		} catch (error) {
			if (error instanceof Bug) throw error;
			this.said = { text: problem, kind: 'problem', undo: null };
		} finally {
			this.isBusy = false;
		}
	}

	/** A new basket, and less of what was sold on the shelf, until the server tells what is left. */
	#noteSold(basket: Basket): void {
		this.goods = lessTaken(this.goods, takenBy(basket.lines));
		this.basket = emptyBasket(newId());
		this.selected = null;
		this.said = null;
	}

	async #readSales(): Promise<void> {
		const { outbox, enrolmentId, line, group } = this.parts;
		this.sales = salesOf(await outbox.eventsOn(enrolmentId, dayOf(line.now(), group.zone)));
	}

	#step(unitId: Id, step: typeof more): void {
		const line = lineOf(this.basket, unitId);
		const unit = this.unitOf(unitId);
		if (line !== undefined && unit !== undefined)
			this.#put(setQuantity(this.basket, unitId, step(unit.unit, line.quantity)));
		this.selected = unitId;
	}

	/** The goods and unit that a line is of, as the list has them now. */
	unitOf(unitId: Id): (SoldUnit & { readonly goods: Goods }) | undefined {
		const goods = this.byId.get(lineOf(this.basket, unitId)?.productId ?? unitId);
		const unit = goods && soldUnits(goods).find((candidate) => candidate.id === unitId);
		return goods && unit && { ...unit, goods };
	}

	#putWithWayBack(basket: Basket, text: string): void {
		const undo = this.basket;
		this.#put(basket);
		this.said = { text, kind: 'done', undo };
	}

	#put(basket: Basket): void {
		this.basket = basket;
		// Kept so that it survives a closed page; where that fails, the sale itself will say so.
		this.parts.outbox.keepBasket(this.parts.group.id, basket).catch(() => undefined);
	}
}

function byId(goods: readonly Goods[]): ReadonlyMap<Id, Goods> {
	return new Map(goods.map((one) => [one.id, one]));
}

/** A line that puts back on the shelf what was sold. */
function givenBack(line: SaleLine): SaleLine {
	return { ...line, quantity: quantity(0 - line.quantity) };
}
