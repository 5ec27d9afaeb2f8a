/** What a till tells of random life at a counter, and what of it a server must accept in the order in which it arrives. */
import { dayOf } from '#lib/kernel/day.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { type Instant, later } from '#lib/kernel/instant.ts';
import { lineAmount, quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import type { Action } from './counter-actions.ts';
import { type Effect, type ModelBooks, type ModelShelf, ModelTill } from './model.ts';
import type { Shop } from './shop.ts';
import type { Told } from './till.ts';

const minute = 60_000;
const nothing: Effect = { cash: 0, income: 0, owed: 0 };

/** An event with what the model says it does. */
export interface Happened extends Told {
	readonly what: 'sale' | 'void' | 'return' | 'shift-opened' | 'shift-closed' | 'other';
	readonly effect: Effect;
	readonly day: string;
	readonly party: string | null;
	readonly shift: string | null;
	/** The sale or shift that must be here first. */
	readonly needs: string | null;
	/** What it does to the shelf. */
	readonly shelf: (shelf: ModelShelf) => void;
	/** Cash at the opening, or counted. */
	readonly amount: number;
}

type Doing<Kind extends Action['kind']> = Extract<Action, { readonly kind: Kind }>;

interface SaleTold {
	readonly told: Told;
	readonly party: Id | null;
}

/** A till that tells, minute by minute over days, in the order in which it happens. */
export class Telling {
	readonly #shop: Shop;
	readonly #money = new ModelTill();
	readonly #parties = [newId(), newId()];
	readonly #sales: SaleTold[] = [];
	#at: Instant;
	#shift: Id | null = null;
	#receipts = 900;

	constructor(shop: Shop, from: Instant) {
		this.#shop = shop;
		this.#at = from;
	}

	/** What is done may come to nothing, such as a void before any sale. */
	tell(act: Action): Happened[] {
		if (act.kind === 'receive') return [];
		this.#at = later(this.#at, act.wait * minute);
		switch (act.kind) {
			case 'sell':
				return this.#sell(act);
			case 'void':
				return this.#void(act);
			case 'return':
				return this.#return(act);
			case 'shift':
				return [this.#turn(act.amount)];
			case 'pay':
				return [this.#pay(act)];
			case 'move':
				return [this.#move(act)];
			case 'buy':
				return this.#buy(act);
		}
	}

	#sell({ bought, customer, isInShift }: Doing<'sell'>): Happened[] {
		const { till, goods } = this.#shop;
		const party = customer === null ? null : (this.#parties[customer] ?? null);
		const lines = bought.flatMap(([index, amount]) => (goods[index] === undefined ? [] : [[goods[index], 'kg', amount] as const])); // prettier-ignore
		const told = till.sell(lines, { ...this.#when(isInShift), tender: party === null ? 'cash' : 'kasbon', partyId: party }); // prettier-ignore
		const sold = told.body?.lines ?? [];
		const effect = this.#money.sell(told.id, sold.map((line) => [line.quantity, lineAmount(line.price, line.quantity)]), party !== null); // prettier-ignore
		this.#sales.push({ told, party });
		return [
			this.#happened(told, { what: 'sale', effect, party, isInShift, shelf: (shelf) => shelf.sell(told.id, sold.map((line) => [line.productId, line.quantity])) }) // prettier-ignore
		];
	}

	#void({ which, isInShift }: Doing<'void'>): Happened[] {
		const sale = this.#sales[which % Math.max(this.#sales.length, 1)];
		if (sale === undefined) return [];
		const { id } = sale.told;
		const told = this.#shop.till.takeBack(id, this.#when(isInShift));
		const effect = this.#money.takeBack(id);
		return [this.#happened(told, { what: 'void', effect, party: sale.party, isInShift, needs: id, shelf: (shelf) => shelf.takeBack(id) })]; // prettier-ignore
	}

	#return({ which, line, part, isLost, isInShift }: Doing<'return'>): Happened[] {
		const sale = this.#sales[which % Math.max(this.#sales.length, 1)];
		if (sale === undefined) return [];
		const { id, body } = sale.told;
		const at = line % (body?.lines.length ?? 1);
		const back = Math.min(part, this.#money.left(id, at));
		if (back === 0) return [];
		const told = this.#shop.till.giveBack(sale.told, [[at, back]], { ...this.#when(isInShift), goods: isLost ? 'lost' : 'shelf' }); // prettier-ignore
		const effect = this.#money.giveBack(id, at, back);
		return [this.#happened(told, { what: 'return', effect, party: sale.party, isInShift, needs: id, shelf: (shelf) => shelf.giveBack(id, at, back, isLost) })]; // prettier-ignore
	}

	/** Opens a shift, or counts the one that is open. */
	#turn(amount: number): Happened {
		const { till } = this.#shop;
		const money = rupiah(amount);
		if (this.#shift === null) {
			const opened = till.tell('shift-opened', { float: money, notes: null }, this.#when(false));
			this.#shift = opened.id;
			return this.#happened(opened, { what: 'shift-opened', amount });
		}
		const body = { counted: money, notes: null, expected: money, note: '' };
		const closed = till.tell('shift-closed', body, this.#when(true));
		const happened = this.#happened(closed, { what: 'shift-closed', amount, isInShift: true, needs: this.#shift });
		this.#shift = null;
		return happened;
	}

	#pay({ customer, amount, isInShift }: Doing<'pay'>): Happened {
		const partyId = this.#parties[customer] ?? newId();
		const money = rupiah(amount);
		const payment = { tender: 'cash', amount: money, received: money, reference: null } as const;
		const receiptNumber = `${this.#shop.till.code}-000${++this.#receipts}`;
		const told = this.#shop.till.tell('credit-paid', { receiptNumber, partyId, payment }, this.#when(isInShift));
		return this.#happened(told, { effect: { cash: amount, income: 0, owed: -amount }, party: partyId, isInShift });
	}

	#move({ amount, isIn, isInShift }: Doing<'move'>): Happened {
		const body = { direction: isIn ? 'in' : 'to-treasurer', amount: rupiah(amount), note: '' } as const;
		const told = this.#shop.till.tell('cash-moved', body, this.#when(isInShift));
		return this.#happened(told, { effect: { ...nothing, cash: isIn ? amount : -amount }, isInShift });
	}

	#buy({ good, amount, cost, isInShift }: Doing<'buy'>): Happened[] {
		const productId = this.#shop.goods[good]?.productId;
		if (productId === undefined) return [];
		const total: Rupiah = rupiah(cost);
		const body = { supplier: '', note: '', total, lines: [{ productId, quantity: quantity(amount), cost: total }] };
		const told = this.#shop.till.tell('goods-bought', body, this.#when(isInShift));
		return [this.#happened(told, { effect: { ...nothing, cash: -cost }, isInShift, shelf: (shelf) => shelf.receive(productId, amount, cost) })]; // prettier-ignore
	}

	#when(isInShift: boolean) {
		return { at: this.#at, shiftId: isInShift ? this.#shift : null };
	}

	#happened(
		told: Told,
		{ isInShift = false, ...about }: Partial<Happened> & { readonly isInShift?: boolean }
	): Happened {
		return {
			...told,
			what: 'other',
			effect: nothing,
			party: null,
			needs: null,
			amount: 0,
			shelf: () => undefined,
			day: dayOf(this.#at, 'Asia/Makassar'),
			...about,
			shift: isInShift ? this.#shift : null
		};
	}
}

/** Tells the model what arrives, in the order of the numbers; what needs something that has not come waits for it. */
export function accepting(shelf: ModelShelf, books: ModelBooks) {
	const seen = new Set<string>();
	const here = new Set<string>();
	const voided = new Set<string>();
	const returned = new Set<string>();
	const refused: [string, string][] = [];
	let waiting: Happened[] = [];

	/** Why it cannot be, or null. */
	const refusal = ({ what, needs, shift, amount }: Happened): string | null => {
		if ((what === 'void' || what === 'return') && voided.has(needs ?? '')) return 'sales.already-voided';
		if (what === 'void' && returned.has(needs ?? '')) return 'sales.already-returned';
		return what === 'shift-closed' && !books.close(shift ?? '', amount) ? 'drawer.shift-closed' : null;
	};
	const take = (one: Happened): void => {
		const why = refusal(one);
		if (why !== null) return void refused.push([one.id, why]);
		if (one.what === 'void') voided.add(one.needs ?? '');
		if (one.what === 'return') returned.add(one.needs ?? '');
		if (one.what === 'shift-opened') books.open(one.id, one.amount);
		one.shelf(shelf);
		books.add(one.effect, one.day, one.party, one.shift);
		here.add(one.id);
	};
	const isReady = ({ needs }: Happened) => needs === null || here.has(needs);
	return {
		arrive(arrived: readonly Happened[]): void {
			const fresh = [...new Set(arrived)].filter((one) => !seen.has(one.id)).sort((a, b) => a.sequence - b.sequence);
			for (const one of fresh) {
				seen.add(one.id);
				if (isReady(one)) take(one);
				else waiting.push(one);
			}
			const ready = waiting.filter(isReady);
			waiting = waiting.filter((one) => !isReady(one));
			ready.forEach(take);
		},
		held: () => refused
	};
}
