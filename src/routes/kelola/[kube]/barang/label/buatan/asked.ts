/** What was asked to stand on the labels of home-made goods, from the address of their page. */
import { type Day, parseDay } from '#lib/kernel/day.ts';

export interface AskedLabel {
	/** The product's number; null before one was chosen. */
	readonly number: number | null;
	readonly weight: string | null;
	readonly madeOn: Day | null;
	readonly bestBefore: Day | null;
	readonly copies: number;
}

const copiesDefault = 8;
const copiesMax = 120;
const weightLengthMax = 20;

export function askedLabel(asked: URLSearchParams): AskedLabel {
	const number = asked.get('barang') ?? '';
	const weight = (asked.get('berat') ?? '').trim().slice(0, weightLengthMax);
	const copies = asked.get('jumlah') ?? '';
	return {
		number: /^\d{1,6}$/.test(number) ? Number(number) : null,
		weight: weight === '' ? null : weight,
		madeOn: parseDay(asked.get('dibuat')),
		bestBefore: parseDay(asked.get('baik')),
		copies: /^\d{1,4}$/.test(copies) ? Math.min(Math.max(Number(copies), 1), copiesMax) : copiesDefault
	};
}

/** Goods do not spoil before they are made. */
export function isInOrder({ madeOn, bestBefore }: AskedLabel): boolean {
	return madeOn === null || bestBefore === null || bestBefore > madeOn;
}
