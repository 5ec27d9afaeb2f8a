/** Which numbers of a till's events are here: unbroken spans, so that every hole has a name and every join can be checked. */
import * as v from 'valibot';
import { assert } from '#lib/kernel/assert.ts';
import type { Instant } from '#lib/kernel/instant.ts';

/** Events `from` to `to` are here. */
export interface Span {
	readonly from: number;
	readonly to: number;
	/** When event `to` happened. */
	readonly at: Instant;
	/** What event `from` names as the hash of the one before it; null where that is not known. */
	readonly previous: string | null;
	/** The hash of event `to`; null where it is not known. */
	readonly hash: string | null;
}

/** An event as a link of its till's chain. */
export interface Link {
	readonly number: number;
	readonly at: Instant;
	readonly previous: string | null;
	readonly hash: string | null;
}

/** Spans in order, with a hole between each two. */
export type Numbers = readonly Span[];

export type Hole = readonly [from: number, to: number];

/** The most spans that are kept; a number that would begin one more is not counted until a hole is filled. */
const spansMax = 200;

/** The numbers with the event of `link`. */
export function withNumber(numbers: Numbers, { number, at, previous, hash }: Link): Numbers {
	if (hasNumber(numbers, number)) return numbers;
	const { before, last, next, after } = around(numbers, number);
	if (last === undefined && next === undefined && numbers.length >= spansMax) return numbers;
	const joined: Span = {
		from: last?.from ?? number,
		to: next?.to ?? number,
		at: next?.at ?? at,
		previous: last === undefined ? previous : last.previous,
		hash: next === undefined ? hash : next.hash
	};
	return [...before, joined, ...after];
}

/** The spans that `number` would join, and those before and after them. */
function around(numbers: Numbers, number: number) {
	const last = numbers.find((span) => span.to === number - 1);
	const next = numbers.find((span) => span.from === number + 1);
	const before = numbers.filter((span) => span.to < number && span !== last);
	const after = numbers.filter((span) => span.from > number && span !== next);
	return { before, last, next, after };
}

/**
 * Whether a new event contradicts what is here: its number is taken, or it and its neighbour do not name each other.
 * `first` is what the first event of the till has to name. What is not known contradicts nothing.
 */
export function isFork(numbers: Numbers, { number, previous, hash }: Link, first: string): boolean {
	if (previous === null) return false;
	if (hasNumber(numbers, number)) return true;
	const { last, next } = around(numbers, number);
	const expected = number === 1 ? first : (last?.hash ?? null);
	return differ(previous, expected) || differ(hash, next?.previous ?? null);
}

function differ(one: string | null, other: string | null): boolean {
	return one !== null && other !== null && one !== other;
}

/** The numbers after a person has let a till go on: whatever it sends next begins the chain anew. */
export function unlinked(numbers: Numbers): Numbers {
	return numbers.map((span) => ({ ...span, previous: null, hash: null }));
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

/** Three parts as long as events were not chained. */
const Stored = v.array(
	v.union([
		v.tuple([v.number(), v.number(), v.string(), v.nullable(v.string()), v.nullable(v.string())]),
		v.tuple([v.number(), v.number(), v.string()])
	])
);

export function numbersText(numbers: Numbers): string {
	return JSON.stringify(numbers.map(({ from, to, at, previous, hash }) => [from, to, at, previous, hash]));
}

/** Numbers from text that our own database wrote. */
export function readNumbers(text: string): Numbers {
	const read = v.safeParse(Stored, JSON.parse(text));
	assert(read.success, 'the numbers of a till are readable');
	return read.output.map(([from, to, at, previous = null, hash = null]) => ({
		from,
		to,
		at: at as Instant,
		previous,
		hash
	}));
}
