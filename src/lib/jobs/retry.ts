/** When a job that failed is tried again, and when it is given up. */
import { type Instant, later } from '#lib/kernel/instant.ts';

/** After so many tries a job waits for a person. */
export const triesMax = 8;

const minute = 60_000;
const firstWait = minute;
const waitMax = 6 * 60 * minute;

/** The moment of the next try after `tries` failed ones; null when the job is given up. */
export function retryAt(now: Instant, tries: number): Instant | null {
	if (tries >= triesMax) return null;
	return later(now, Math.min(firstWait * 4 ** (tries - 1), waitMax));
}

const errorTextMax = 300;

/** What is kept of an error: enough to look for it in the log, never so much that data comes along. */
export function errorText(error: unknown): string {
	const text = error instanceof Error ? `${error.name}: ${error.message}` : 'an error that is none';
	return text.replace(/\d([ .-]?\d){8,}/g, '…').slice(0, errorTextMax);
}
