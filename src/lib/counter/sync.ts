/** Delivers what the outbox holds, in order and in batches, until the server has it all; begins again after every failure. */
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Delivered } from './answers.ts';
import type { Buyer, Closed, Enrolment, KeptEvent } from './kept.ts';
import type { Answer } from './line.ts';
import type { Outbox } from './outbox.ts';

export type Sending =
	/** Nothing waits. */
	| 'done'
	| 'sending'
	/** The server cannot be reached; it is tried again by itself. */
	| 'no-answer'
	/** Another database answers at this address: it gets nothing. */
	| 'elsewhere'
	/** The server does not know this till, as after a backup from before it was enrolled. */
	| 'unknown'
	/** The server says no; a person must look. */
	| 'refused';

export interface SyncState {
	readonly unsent: number;
	readonly sending: Sending;
	/** When everything was with the server last. */
	readonly allSentAt: Instant | null;
	/** What the server said when it refused. */
	readonly refusal: string | null;
	/** The server came back from an older copy and got these events again. */
	readonly sentAgain: boolean;
	/** Why this till writes nothing any more; null while it may. */
	readonly closed: Closed | null;
}

export const nothingSent: SyncState = {
	unsent: 0, sending: 'done', allSentAt: null, refusal: null, sentAgain: false, closed: null
}; // prettier-ignore

export interface Syncing {
	readonly enrolmentId: Id;
	readonly outbox: Outbox;
	readonly line: {
		now(): Instant;
		deliver(events: readonly string[], buyers: readonly Buyer[]): Promise<Answer<Delivered>>;
	};
	readonly onState: (state: SyncState) => void;
	/** Waits so many milliseconds; a page gives a timer. */
	readonly wait?: (milliseconds: number) => Promise<void>;
}

const batchEventsMax = 50;
const batchCharactersMax = 400_000;
const firstPauseMs = 1000;
const longestPauseMs = 60_000;

/** How long to wait after `failures` in a row: doubled each time, up to a minute. */
export function pauseAfter(failures: number): number {
	return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures - 1, 10));
}

/** As many of `events` as one request carries: at least one. */
export function batchOf(events: readonly KeptEvent[]): readonly KeptEvent[] {
	let characters = 0;
	const end = events.findIndex(({ text }, index) => {
		characters += text.length;
		return index >= batchEventsMax || (index > 0 && characters > batchCharactersMax);
	});
	return end === -1 ? events : events.slice(0, end);
}

export class Sync {
	readonly #by: Syncing;
	#state = nothingSent;
	#failures = 0;
	/** Failures since someone had reason to think that it would go well: the pauses grow by these. */
	#pauses = 0;
	#isStopped = false;
	#wake: () => void = () => undefined;
	#isWoken = false;
	/** The server has told what it holds since this began. */
	#hasHeard = false;

	constructor(by: Syncing) {
		this.#by = by;
	}

	/** Begins; resolves when stopped. */
	async run(): Promise<void> {
		while (this.#goesOn()) {
			this.#isWoken = false;
			await this.#rest(await this.#step());
		}
	}

	/** Something new waits: do not wait any longer. */
	wake(): void {
		this.#isWoken = true;
		this.#wake();
	}

	/** The network came back, or a person asks: it is tried at once, and should that fail soon again. */
	tryAgain(): void {
		this.#pauses = 0;
		this.wake();
	}

	stop(): void {
		this.#isStopped = true;
		this.wake();
	}

	/** Asked anew after each wait, in which someone may have stopped it. */
	#goesOn(): boolean {
		return !this.#isStopped;
	}

	/** Sends one batch; gives how long to rest after it, or null until woken. */
	async #step(): Promise<number | null> {
		const { outbox, enrolmentId, line } = this.#by;
		const batch = batchOf(await outbox.unsent(enrolmentId, batchEventsMax));
		const [first, last] = [batch[0], batch.at(-1)];
		if (first === undefined || last === undefined) return this.#nothingWaits();
		this.#tell({
			unsent: await outbox.countUnsent(enrolmentId),
			sending: this.#failures === 0 ? 'sending' : this.#state.sending
		});
		const buyers = await outbox.buyersOf(enrolmentId, first.sequence, last.sequence);
		const answer = await line.deliver(batch.map(({ text }) => text), buyers); // prettier-ignore
		if (answer.kind === 'answered') return this.#took(last, await outbox.enrolmentOf(enrolmentId), answer.value);
		if (answer.kind === 'lost') return this.#failed('no-answer', null);
		return this.#failed(answer.status === 404 ? 'unknown' : 'refused', answer.message);
	}

	async #took(last: KeptEvent, before: Enrolment, delivered: Delivered): Promise<number | null> {
		if (delivered.installation !== before.installation) return this.#failed('elsewhere', null);
		this.#hasHeard = true;
		const { outbox } = this.#by;
		const { acknowledged, closed } = await outbox.acknowledge(before.id, delivered);
		this.#tell({ unsent: await outbox.countUnsent(before.id), closed });
		if (acknowledged < before.acknowledged) this.#tell({ sentAgain: true });
		const goesOn = acknowledged < before.acknowledged || acknowledged >= last.sequence;
		if (closed === 'old-copy' || !goesOn) return this.#failed('refused', null);
		this.#wentWell();
		return 0;
	}

	/** A server that came back from an older copy is found out at the first opening, not at the next sale. */
	async #nothingWaits(): Promise<number | null> {
		this.#done();
		if (this.#hasHeard || !this.#goesOn()) return null;
		const { outbox, enrolmentId, line } = this.#by;
		const before = await outbox.enrolmentOf(enrolmentId);
		if (before.acknowledged === 0) return null;
		const answer = await line.deliver([], []);
		if (answer.kind !== 'answered' || answer.value.installation !== before.installation) return null;
		this.#hasHeard = true;
		const { acknowledged, closed } = await outbox.acknowledge(enrolmentId, answer.value);
		this.#tell({ closed });
		if (acknowledged >= before.acknowledged) return null;
		this.#tell({ sentAgain: true });
		return 0;
	}

	#done(): null {
		this.#wentWell();
		const allSentAt = this.#by.line.now();
		this.#tell({ unsent: 0, sending: 'done', refusal: null, allSentAt });
		return null;
	}

	#failed(sending: Sending, refusal: string | null): number {
		this.#failures += 1;
		this.#pauses += 1;
		this.#tell({ sending, refusal });
		return pauseAfter(this.#pauses);
	}

	#wentWell(): void {
		this.#failures = 0;
		this.#pauses = 0;
	}

	async #rest(pause: number | null): Promise<void> {
		if (pause === 0 || this.#isWoken) return;
		const woken = new Promise<void>((resolve) => (this.#wake = resolve));
		const wait = this.#by.wait ?? afterTimer;
		await (pause === null ? woken : Promise.race([woken, wait(pause)]));
	}

	#tell(change: Partial<SyncState>): void {
		this.#state = { ...this.#state, ...change };
		if (!this.#isStopped) this.#by.onState(this.#state);
	}
}

function afterTimer(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
