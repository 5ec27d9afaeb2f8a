/** Moments in time: ISO-8601 UTC text with milliseconds, which sorts as it passes. */
import { assert } from './assert.ts';
import type { Brand } from './brand.ts';

export type Instant = Brand<string, 'Instant'>;

const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** An instant from milliseconds since 1970. */
export function instantOf(milliseconds: number): Instant {
	return new Date(milliseconds).toISOString() as Instant;
}

/** An instant from text that our own code or database wrote; other text is a Bug. */
export function instant(text: string): Instant {
	assert(form.test(text), `${text} is not an instant`);
	return text as Instant;
}

/** An instant from text that came from outside, or null when it is not one in the years 2000 to 2199. */
export function parseInstant(text: string): Instant | null {
	const milliseconds = Date.parse(text);
	if (Number.isNaN(milliseconds)) return null;
	const parsed = new Date(milliseconds).toISOString();
	return form.test(parsed) && parsed >= '2000' && parsed < '2200' ? (parsed as Instant) : null;
}

export function millisecondsOf(moment: Instant): number {
	return Date.parse(moment);
}

/** `moment` moved by `milliseconds`, later when positive. */
export function later(moment: Instant, milliseconds: number): Instant {
	return instantOf(millisecondsOf(moment) + milliseconds);
}

/** A source of the present moment; rules are given one, never read the clock. */
export type Clock = () => Instant;

export const systemClock: Clock = () => instantOf(Date.now());
