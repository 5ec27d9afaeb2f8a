/** What a till's day comes to, reckoned beside the app from what was done at the counter, to hold what the app says against. */
import type { Picks } from './phone.ts';

/** A sale, and what became of it. */
export interface Sold {
	readonly number: number;
	readonly picks: Picks;
	readonly total: number;
	mark: 'stands' | 'voided' | 'partly back';
}

interface ShiftFigures {
	readonly float: number;
	/** What came into the drawer less what went out. */
	cash: number;
	sales: number;
}

/** Money by where it went instead of the drawer. */
export interface Elsewhere {
	readonly transfer?: number;
	readonly kasbon?: number;
}

export class Reckoning {
	readonly #prices: ReadonlyMap<string, number>;
	readonly sales: Sold[] = [];
	readonly shifts: ShiftFigures[] = [];
	/** Numbers that were given to receipts: of sales, returns and instalments. */
	receipts = 0;
	omzet = 0;
	bank = 0;
	owed = 0;
	/** Cash of all shifts, and of none. */
	drawer = 0;
	readonly gone = new Map<string, number>();

	constructor(prices: ReadonlyMap<string, number>) {
		this.#prices = prices;
	}

	/** What the open drawer must hold. */
	get expected(): number {
		const { float, cash } = this.#shift;
		return float + cash;
	}

	get #shift(): ShiftFigures {
		const shift = this.shifts.at(-1);
		if (shift === undefined) throw new Error('no drawer was opened');
		return shift;
	}

	openShift(float: number): void {
		this.shifts.push({ float, cash: 0, sales: 0 });
	}

	worth(picks: Picks): number {
		return picks.reduce((sum, [name, times]) => sum + (this.#prices.get(name) ?? Number.NaN) * times, 0);
	}

	sell(picks: Picks, { transfer = 0, kasbon = 0 }: Elsewhere = {}): Sold {
		const total = this.worth(picks);
		const sold: Sold = { number: (this.receipts += 1), picks, total, mark: 'stands' };
		this.sales.push(sold);
		this.#shift.sales += 1;
		this.#cash(total - transfer - kasbon);
		this.bank += transfer;
		this.owed += kasbon;
		this.#goods(picks, 1);
		this.omzet += total;
		return sold;
	}

	/** The whole sale, which was paid in cash, as if it had not been. */
	takeBack(sold: Sold): void {
		sold.mark = 'voided';
		this.#back(sold.picks);
	}

	/** Goods of a sale that was paid in cash, for money. */
	bringBack(sold: Sold, picks: Picks): void {
		sold.mark = 'partly back';
		this.receipts += 1;
		this.#back(picks);
	}

	payBack(amount: number, way: 'cash' | 'transfer'): void {
		this.receipts += 1;
		this.owed -= amount;
		if (way === 'cash') this.#cash(amount);
		else this.bank += amount;
	}

	/** The drawer was counted, and so much was missing. */
	miss(amount: number): void {
		this.drawer -= amount;
	}

	#back(picks: Picks): void {
		const worth = this.worth(picks);
		this.#cash(0 - worth);
		this.#goods(picks, -1);
		this.omzet -= worth;
	}

	#cash(amount: number): void {
		this.#shift.cash += amount;
		this.drawer += amount;
	}

	#goods(picks: Picks, sign: 1 | -1): void {
		for (const [name, times] of picks) this.gone.set(name, (this.gone.get(name) ?? 0) + sign * times);
	}
}
