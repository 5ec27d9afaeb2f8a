/** A list of goods being typed: to buy, to count, or to write off. */
import type { Goods } from './goods.ts';
import {
	type Asking,
	countedUnits,
	type CountedUnit,
	type ReadLine,
	readLines,
	type TypedLine
} from './goods-lines.ts';
import { withoutCode } from './scan-keys.ts';

/** What one event carries. */
const linesMax = 50;

export class GoodsList {
	lines = $state.raw<readonly TypedLine[]>([]);
	/** The person tried to save: what is wrong is shown. */
	isTried = $state(false);

	get isFull(): boolean {
		return this.lines.length >= linesMax;
	}

	/** The newest on top; goods that are in the list already are not put there twice. */
	add(goods: Goods): void {
		const [unit] = countedUnits(goods);
		if (unit === undefined || this.isFull || this.lines.some((line) => line.goods.id === goods.id)) return;
		this.lines = [{ goods, unit, amount: '', cost: '' }, ...this.lines];
		this.isTried = false;
	}

	/** Takes out of the boxes a code that a scanner typed into one of them. */
	without(code: string): void {
		this.lines = this.lines.map((line) => ({
			...line,
			amount: withoutCode(line.amount, code),
			cost: withoutCode(line.cost, code)
		}));
	}

	change(goods: Goods, change: Partial<{ unit: CountedUnit; amount: string; cost: string }>): void {
		this.lines = this.lines.map((line) => (line.goods.id === goods.id ? { ...line, ...change } : line));
	}

	drop(goods: Goods): void {
		this.lines = this.lines.filter((line) => line.goods.id !== goods.id);
	}

	/** What was typed, or null while something is wrong; then it is shown what. */
	read(asking: Asking): ReadLine[] | null {
		this.isTried = true;
		return readLines(this.lines, asking);
	}
}
