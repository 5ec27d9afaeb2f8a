/** The clock of the demo: each of its groups lives through its own past, at its own pace. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Day, startOf, type Zone } from '#lib/kernel/day.ts';
import { type Clock, type Instant, later } from '#lib/kernel/instant.ts';

const minuteMs = 60_000;

export class Wall {
	readonly #moment = new AsyncLocalStorage<Instant>();
	/** When the demo is made: nothing in it happens later. */
	readonly today: Instant;

	constructor(today: Instant) {
		this.today = today;
	}

	/** What the database is opened with: the moment of whoever asks. */
	readonly clock: Clock = () => this.#moment.getStore() ?? this.today;

	/** Does `act` while the clock stands at `moment`. */
	at<Value>(moment: Instant, act: () => Promise<Value>): Promise<Value> {
		return this.#moment.run(moment, act);
	}
}

/** The moment at which the clocks of `zone` show so many minutes after midnight. */
export function minutesInto(day: Day, zone: Zone, minutes: number): Instant {
	return later(startOf(day, zone), Math.round(minutes * minuteMs));
}
