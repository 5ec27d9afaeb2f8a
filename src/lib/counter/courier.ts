/** Carries between one till and the server: events there, the snapshot back; by itself, for as long as the till is open. */
import * as v from 'valibot';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Answer, Line, Sender } from './line.ts';
import { instantShape } from './answers.ts';
import type { Outbox } from './outbox.ts';
import { type Snapshot, snapshotShape } from './snapshot.ts';
import { Sync, type SyncState } from './sync.ts';

/** The till's way to the server, which works by itself. */
export interface Post {
	/** Something new waits. */
	wake(): void;
	/** The network came back, or a person asks. */
	tryAgain(): void;
	/** Asks for the snapshot again; tells whether it came. */
	refresh(): Promise<boolean>;
	stop(): void;
}

/** A snapshot, and when it was heard. */
export interface Heard {
	readonly snapshot: Snapshot;
	readonly at: Instant;
}

/**
 * The form of what is kept; another number for every change of `snapshotShape`. Text is read far faster than thousands of
 * rows, and what this form was checked when it came in is not checked again at each opening.
 */
const keptForm = 4;
const keptShape = v.object({ form: v.number(), at: instantShape, text: v.string() });

export interface Carrying {
	readonly outbox: Outbox;
	readonly line: Line;
	readonly sender: Sender;
	/** Tills that this browser was before, which still have something to deliver. */
	readonly leftBehind: readonly Sender[];
	readonly onState: (state: SyncState) => void;
	readonly onHeard: (heard: Heard) => Promise<void>;
}

export class Courier implements Post {
	readonly #by: Carrying;
	readonly #sync: Sync;
	readonly #others: readonly Sync[];
	#state: SyncState | null = null;
	#isStopped = false;

	constructor(by: Carrying) {
		this.#by = by;
		this.#sync = this.#syncOf(by.sender, (state) => this.#noteState(state));
		this.#others = by.leftBehind.map((sender) => {
			const other = this.#syncOf(sender, ({ sending }) => {
				if (sending === 'done') other.stop();
			});
			return other;
		});
	}

	/** Begins: delivers until `stop`, and asks what is new unless that was heard just now. */
	run(isFresh: boolean): void {
		for (const sync of [this.#sync, ...this.#others]) void sync.run();
		if (!isFresh) void this.refresh();
	}

	wake(): void {
		for (const sync of [this.#sync, ...this.#others]) sync.wake();
	}

	tryAgain(): void {
		for (const sync of [this.#sync, ...this.#others]) sync.tryAgain();
	}

	stop(): void {
		this.#isStopped = true;
		for (const sync of [this.#sync, ...this.#others]) sync.stop();
	}

	async refresh(): Promise<boolean> {
		const { outbox, line, sender, onHeard } = this.#by;
		const answer = await line.snapshot(sender);
		const heard = await heardOf(answer, outbox, line, sender.enrolmentId);
		if (this.#isStopped || heard === null) return false;
		await onHeard(heard);
		return true;
	}

	#syncOf(sender: Sender, onState: (state: SyncState) => void): Sync {
		const { outbox, line } = this.#by;
		return new Sync({
			enrolmentId: sender.enrolmentId,
			outbox,
			line: { now: () => line.now(), deliver: (events, buyers) => line.deliver(sender, events, buyers) },
			onState
		});
	}

	/** When the network is back after it was gone, what the server knows may be new too. */
	#noteState(state: SyncState): void {
		const isBack = this.#state?.sending === 'no-answer' && state.sending === 'done';
		this.#state = state;
		this.#by.onState(state);
		if (isBack) void this.refresh();
	}
}

/** Keeps what the server told, so that the till opens with it when nobody answers; null when it told nothing for this till. */
export async function heardOf(
	answer: Answer<Snapshot>,
	outbox: Outbox,
	line: Pick<Line, 'now'>,
	enrolmentId: Id
): Promise<Heard | null> {
	if (answer.kind !== 'answered') return null;
	const { value: snapshot } = answer;
	const till = await outbox.enrolmentOf(enrolmentId);
	if (till.installation !== null && till.installation !== snapshot.installation.id) return null;
	const closed = till.closed === 'old-copy' ? till.closed : snapshot.standing === 'open' ? null : snapshot.standing;
	const { id: installation } = snapshot.installation;
	await outbox.noteTold(enrolmentId, { installation, slug: snapshot.group.slug, closed });
	const heard: Heard = { snapshot, at: line.now() };
	const kept: v.InferOutput<typeof keptShape> = { form: keptForm, at: heard.at, text: JSON.stringify(snapshot) };
	await outbox.remember(nameOf(enrolmentId), kept);
	return heard;
}

/** The snapshot that was heard last; null when none was, or when it is of a program too different. */
export async function keptSnapshot(outbox: Outbox, enrolmentId: Id): Promise<Heard | null> {
	const kept = v.safeParse(keptShape, await outbox.recall(nameOf(enrolmentId)));
	if (!kept.success) return null;
	const { form, at, text } = kept.output;
	const said: unknown = JSON.parse(text);
	if (form === keptForm) return { snapshot: said as Snapshot, at };
	const read = v.safeParse(snapshotShape, said);
	return read.success ? { snapshot: read.output, at } : null;
}

function nameOf(enrolmentId: Id): string {
	return `snapshot ${enrolmentId}`;
}
