/** A line of the bank that is likely the second swipe of a card whose first one paid a sale. */
import type { OpenLine } from './settlement-match.ts';

/** Whoever swipes a card again does so within minutes; where the file tells no hour, within a few numbers of the machine. */
const minutesApartMax = 10;
const numbersApartMax = 3;

export type SwipeLine = Pick<OpenLine, 'bank' | 'tid' | 'amount' | 'day' | 'atTime' | 'trace'>;

/** Whether `line` is likely `first` once more: the same machine, day and amount, and soon after or before. */
export function isSecondSwipe(line: SwipeLine, first: SwipeLine): boolean {
	const isLike =
		line.bank === first.bank && line.tid === first.tid && line.day === first.day && line.amount === first.amount;
	return isLike && line.amount > 0 && isNear(line, first);
}

function isNear(line: SwipeLine, first: SwipeLine): boolean {
	if (line.atTime !== null && first.atTime !== null)
		return Math.abs(minuteOf(line.atTime) - minuteOf(first.atTime)) <= minutesApartMax;
	const apart = Math.abs(Number(line.trace ?? NaN) - Number(first.trace ?? NaN));
	return apart <= numbersApartMax;
}

function minuteOf(time: string): number {
	return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
