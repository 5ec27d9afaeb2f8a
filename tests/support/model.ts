/** An independent model of a shop, written from the rules of the house and nothing of the program: stock, money, shifts. */

/** `value × part ÷ whole`, half up; nothing of nothing. */
const partOf = (value: number, part: number, whole: number): number =>
	part === 0 ? 0 : Number((BigInt(value) * BigInt(part) * 2n + BigInt(whole)) / (2n * BigInt(whole)));

interface Shelved {
	readonly product: string;
	readonly quantity: number;
	readonly cost: number;
	back: number;
}

/** Stock: quantity and value, costed in the order in which things arrive; sold below zero at the last known cost. */
export class ModelShelf {
	/** By how much guessed costs were off. */
	difference = 0;
	/** Cost of goods that came back and were lost. */
	lost = 0;
	readonly stock = new Map<string, { quantity: number; value: number; lastCost: number }>();
	readonly #sales = new Map<string, readonly Shelved[]>();

	/** Goods come in; what was missing is settled at the new cost, and the guess it stood at is taken back. */
	receive(product: string, quantity: number, cost: number): void {
		const stock = this.#of(product);
		const settled = Math.min(Math.max(-stock.quantity, 0), quantity);
		const real = partOf(cost, settled, quantity);
		const guess = partOf(-stock.value, settled, -stock.quantity);
		stock.value += cost - real + guess;
		stock.quantity += quantity;
		this.difference += real - guess;
		if (stock.quantity > 0) stock.lastCost = partOf(stock.value, 1000, stock.quantity);
	}

	sell(id: string, goods: readonly (readonly [product: string, quantity: number])[]): void {
		this.#sales.set(id, goods.map(([product, quantity]) => ({ product, quantity, cost: this.#take(product, quantity), back: 0 }))); // prettier-ignore
	}

	/** Part of a line comes back at its part of the line's cost; all parts sum to it. */
	giveBack(id: string, at: number, part: number, isLost: boolean): void {
		const line = this.#sales.get(id)?.[at];
		if (line === undefined) return;
		const cost = partOf(line.cost, line.back + part, line.quantity) - partOf(line.cost, line.back, line.quantity);
		line.back += part;
		if (isLost) this.lost += cost;
		else this.receive(line.product, part, cost);
	}

	takeBack(id: string): void {
		this.#sales.get(id)?.forEach(({ quantity }, at) => this.giveBack(id, at, quantity, false));
	}

	#take(product: string, quantity: number): number {
		const stock = this.#of(product);
		const there = Math.min(Math.max(stock.quantity, 0), quantity);
		const cost = partOf(stock.value, there, stock.quantity) + partOf(stock.lastCost, quantity - there, 1000);
		stock.quantity -= quantity;
		stock.value -= cost;
		return cost;
	}

	#of(product: string) {
		const stock = this.stock.get(product) ?? { quantity: 0, value: 0, lastCost: 0 };
		this.stock.set(product, stock);
		return stock;
	}
}

/** What something does to the money: to the drawer, to omzet, to what a customer owes. */
export interface Effect {
	readonly cash: number;
	readonly income: number;
	readonly owed: number;
}

interface Priced {
	readonly quantity: number;
	readonly price: number;
	back: number;
}

/** What a till says each thing does to the money, in the order in which it happens there. */
export class ModelTill {
	readonly #sales = new Map<string, { readonly onCredit: boolean; readonly lines: readonly Priced[] }>();

	/** Lines with what each comes to. */
	sell(id: string, lines: readonly (readonly [quantity: number, price: number])[], onCredit: boolean): Effect {
		this.#sales.set(id, { onCredit, lines: lines.map(([quantity, price]) => ({ quantity, price, back: 0 })) });
		const due = lines.reduce((sum, [, price]) => sum + price, 0);
		return onCredit ? { cash: 0, income: due, owed: due } : { cash: due - (due % 100), income: due, owed: 0 };
	}

	/** What of a line is still with the buyer. */
	left(id: string, at: number): number {
		const line = this.#sales.get(id)?.lines[at];
		return line === undefined ? 0 : line.quantity - line.back;
	}

	/** Cash goes back in whole hundreds, and with the last of it all that had come in. */
	giveBack(id: string, at: number, part: number): Effect {
		const { onCredit = false, lines = [] } = this.#sales.get(id) ?? {};
		const due = lines.reduce((sum, line) => sum + line.price, 0);
		const worth = () => lines.reduce((sum, { price, back, quantity }) => sum + partOf(price, back, quantity), 0);
		const cash = (back: number) => (back === due ? due - (due % 100) : back - (back % 100));
		const before = worth();
		const line = lines[at];
		if (line !== undefined) line.back += part;
		const income = before - worth();
		return onCredit ? { cash: 0, income, owed: income } : { cash: cash(before) - cash(worth()), income, owed: 0 };
	}

	/** Everything as if it had not been, whatever came back: the server decides which of them holds. */
	takeBack(id: string): Effect {
		const { onCredit = false, lines = [] } = this.#sales.get(id) ?? {};
		const due = lines.reduce((sum, line) => sum + line.price, 0);
		return onCredit ? { cash: 0, income: -due, owed: -due } : { cash: (due % 100) - due, income: -due, owed: 0 };
	}
}

/** The books: what all that is accepted comes to, and the drawer of each shift. */
export class ModelBooks {
	cash = 0;
	/** What was not there when drawers were counted. */
	missing = 0;
	readonly omzet = new Map<string, number>();
	readonly owed = new Map<string, number>();
	/** What should lie in the drawer of each shift. */
	readonly shifts = new Map<string, number>();
	readonly #early = new Map<string, number>();
	readonly #closed = new Set<string>();

	add({ cash, income, owed }: Effect, day: string, party: string | null, shift: string | null): void {
		this.cash += cash;
		this.omzet.set(day, (this.omzet.get(day) ?? 0) + income);
		if (party !== null) this.owed.set(party, (this.owed.get(party) ?? 0) + owed);
		if (shift === null) return;
		const into = this.shifts.has(shift) ? this.shifts : this.#early;
		into.set(shift, (into.get(shift) ?? 0) + cash);
	}

	/** What happened in it may have come before its opening. */
	open(shift: string, float: number): void {
		this.shifts.set(shift, float + (this.#early.get(shift) ?? 0));
	}

	/** The first count holds. Gives whether it is this one. */
	close(shift: string, counted: number): boolean {
		if (this.#closed.has(shift)) return false;
		this.#closed.add(shift);
		const missing = (this.shifts.get(shift) ?? 0) - counted;
		this.missing += missing;
		this.cash -= missing;
		return true;
	}
}
