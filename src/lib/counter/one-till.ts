/** Of several tabs that show one group's till, one is the till: the browser's lock decides, and a person can move it. */
import type { Id } from '#lib/kernel/id.ts';

export interface TillWatch {
	/** This tab is the till now. */
	onHeld(): void;
	/** Another tab is. */
	onElsewhere(): void;
}

export interface TillLock {
	/** Takes the till from the tab that has it. */
	takeOver(): void;
	/** Gives it up, or stops waiting for it. */
	release(): void;
}

/** Waits to be the till of `groupId` in this browser: it is as soon as no other tab is. */
export function lockTill(locks: LockManager, groupId: Id, watch: TillWatch): TillLock {
	const name = `kasir ${groupId}`;
	let isReleased = false;
	let release: () => void = () => undefined;
	const released = new Promise<void>((resolve) => (release = resolve));
	let waiting = new AbortController();

	const hold = (): Promise<void> => {
		watch.onHeld();
		return released;
	};
	/** A lock that was stolen rejects, and the tab waits for its turn; a wait that was given up rejects too, and is over. */
	const request = (options: LockOptions, givenUp?: AbortSignal): void => {
		const granted = (lock: Lock | null): Promise<void> | undefined => (lock === null ? waitInLine() : hold());
		locks.request(name, options, granted).catch(() => {
			if (givenUp?.aborted !== true && !isReleased) waitInLine();
		});
	};
	const waitInLine = (): undefined => {
		watch.onElsewhere();
		waiting = new AbortController();
		request({ signal: waiting.signal }, waiting.signal);
	};

	request({ ifAvailable: true });
	return {
		takeOver() {
			waiting.abort();
			request({ steal: true });
		},
		release() {
			isReleased = true;
			waiting.abort();
			release();
		}
	};
}
