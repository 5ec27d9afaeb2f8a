/** Which numbers of a till's events are here: unbroken spans, so that every hole has a name. */
import * as v from 'valibot';
import { assert } from '#lib/kernel/assert.ts';
import type { Instant } from '#lib/kernel/instant.ts';

/** Events `from` to `to` are here. */
export interface Span {
	readonly from: number;
	readonly to: number;
	/** When event `to` happened. */
	readonly at: Instant;
}

/** Spans in order, with a hole between each two. */
export type Numbers = readonly Span[];

export type Hole = readonly [from: number, to: number];

/** The most spans that are kept; a number that would begin one more is not counted until a hole is filled. */
const spansMax = 200;

/** The numbers with `number`, whose event happened at `at`. */
export function withNumber(numbers: Numbers, number: number, at: Instant): Numbers {
	if (hasNumber(numbers, number)) return numbers;
	const before = numbers.filter((span) => span.to < number);
	const after = numbers.slice(before.length);
	const last = before.at(-1);
	const next = after[0];
	const joinsLast = last?.to === number - 1;
	const joinsNext = next?.from === number + 1;
	if (!joinsLast && !joinsNext && numbers.length >= spansMax) return numbers;
	const joined: Span = {
		from: joinsLast ? last.from : number,
		to: joinsNext ? next.to : number,
		at: joinsNext ? next.at : at
	};
	return [...(joinsLast ? before.slice(0, -1) : before), joined, ...(joinsNext ? after.slice(1) : after)];
}

export function hasNumber(numbers: Numbers, number: number): boolean {
	return numbers.some((span) => span.from <= number && number <= span.to);
}

/** The highest number up to which nothing is missing; 0 when the first is. */
export function highestUnbroken(numbers: Numbers): number {
	const [first] = numbers;
	return first?.from === 1 ? first.to : 0;
}

/** What is missing below the highest number seen. */
export function holesIn(numbers: Numbers): Hole[] {
	let expected = 1;
	const holes: Hole[] = [];
	for (const { from, to } of numbers) {
		if (from > expected) holes.push([expected, from - 1]);
		expected = to + 1;
	}
	return holes;
}

/** The earliest that event `number` can have happened: when the nearest one before it did, or `enrolledAt`. */
export function earliest(numbers: Numbers, number: number, enrolledAt: Instant): Instant {
	return numbers.findLast((span) => span.to < number)?.at ?? enrolledAt;
}

const Stored = v.array(v.tuple([v.number(), v.number(), v.string()]));

export function numbersText(numbers: Numbers): string {
	return JSON.stringify(numbers.map(({ from, to, at }) => [from, to, at]));
}

/** Numbers from text that our own database wrote. */
export function readNumbers(text: string): Numbers {
	const read = v.safeParse(Stored, JSON.parse(text));
	assert(read.success, 'the numbers of a till are readable');
	return read.output.map(([from, to, at]) => ({ from, to, at: at as Instant }));
}
