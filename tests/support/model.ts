/** An independent model of a shop, written from the rules of the house and nothing of the program: cash, stock, omzet. */

type Goods = readonly [product: string, quantity: number];

/** `value × part ÷ whole`, half up; nothing of nothing. */
const partOf = (value: number, part: number, whole: number): number =>
	part === 0 ? 0 : Number((BigInt(value) * BigInt(part) * 2n + BigInt(whole)) / (2n * BigInt(whole)));

export class ModelShop {
	cash = 0;
	/** By how much guessed costs were off. */
	difference = 0;
	readonly stock = new Map<string, { quantity: number; value: number; lastCost: number }>();
	readonly omzet = new Map<string, number>();
	readonly #sales = new Map<string, { paid: number; income: number; goods: (readonly [...Goods, cost: number])[] }>();

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

	sell(id: string, day: string, goods: readonly Goods[], income: number): void {
		const paid = income - (income % 100);
		this.cash += paid;
		this.#earn(day, income);
		this.#sales.set(id, {
			paid,
			income,
			goods: goods.map(([product, quantity]) => [product, quantity, this.#take(product, quantity)])
		});
	}

	takeBack(id: string, day: string): void {
		const sale = this.#sales.get(id);
		if (sale === undefined || !this.#sales.delete(id)) return;
		this.cash -= sale.paid;
		this.#earn(day, -sale.income);
		for (const goods of sale.goods) this.receive(...goods);
	}

	#take(product: string, quantity: number): number {
		const stock = this.#of(product);
		const there = Math.min(Math.max(stock.quantity, 0), quantity);
		const cost = partOf(stock.value, there, stock.quantity) + partOf(stock.lastCost, quantity - there, 1000);
		stock.quantity -= quantity;
		stock.value -= cost;
		return cost;
	}

	#earn(day: string, income: number): void {
		this.omzet.set(day, (this.omzet.get(day) ?? 0) + income);
	}

	#of(product: string) {
		const stock = this.stock.get(product) ?? { quantity: 0, value: 0, lastCost: 0 };
		this.stock.set(product, stock);
		return stock;
	}
}
