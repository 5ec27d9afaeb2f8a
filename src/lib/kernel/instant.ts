/** Moments in time: ISO-8601 UTC text with milliseconds, which sorts as it passes. */
import { assert } from './assert.ts';
import type { Brand } from './brand.ts';

export type Instant = Brand<string, 'Instant'>;

const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
/** What others may send: a date, a time and a zone; without a zone it would mean the server's. */
const outsideForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** An instant from milliseconds since 1970. */
export function instantOf(milliseconds: number): Instant {
	return new Date(milliseconds).toISOString() as Instant;
}

/** An instant from text that our own code or database wrote; other text is a Bug. */
export function instant(text: string): Instant {
	assert(form.test(text) && parseInstant(text) === text, `${text} is not an instant`);
	return text as Instant;
}

/**
 * An instant from text that came from outside, or null when it is not one in the years 1970 to 2199. A phone whose clock
 * was lost stands at 1970 and must still sell.
 */
export function parseInstant(text: string): Instant | null {
	if (!outsideForm.test(text)) return null;
	const milliseconds = Date.parse(text.replace(',', '.'));
	if (Number.isNaN(milliseconds) || !isInCalendar(text.slice(0, 10))) return null;
	const parsed = instantOf(milliseconds);
	return parsed >= '1970' && parsed < '2200' ? parsed : null;
}

/** Whether there is such a day: 30 February would silently be read as 2 March. */
function isInCalendar(date: string): boolean {
	const midnight = Date.parse(`${date}T00:00:00.000Z`);
	return !Number.isNaN(midnight) && instantOf(midnight).startsWith(date);
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
