/** How far a long making is, as a bar on standard error. */
import process from 'node:process';

const cells = 30;
const nonTerminalStep = 10;

/** What a making tells of how far it is. */
export interface Bar {
	add(done: number): void;
	/** All is done, whatever was counted. */
	finish(): void;
}

/** Begins a bar of `whole` steps of `what`. */
export type Bars = (what: string, whole: number) => Bar;

export const noBars: Bars = () => ({ add: () => undefined, finish: () => undefined });

export const terminalBars: Bars = (what, whole) => new Progress(what, whole);

class Progress implements Bar {
	readonly #whole: number;
	readonly #what: string;
	#done = 0;
	#shown = -1;

	constructor(what: string, whole: number) {
		this.#what = what;
		this.#whole = Math.max(1, whole);
		this.#show();
	}

	add(done: number): void {
		this.#done += done;
		this.#show();
	}

	finish(): void {
		this.#done = this.#whole;
		this.#show();
		if (process.stderr.isTTY) process.stderr.write('\n');
	}

	#show(): void {
		const percent = Math.min(100, Math.floor((this.#done / this.#whole) * 100));
		if (percent === this.#shown) return;
		const { isTTY } = process.stderr;
		if (!isTTY && percent !== 100 && percent < this.#shown + nonTerminalStep) return;
		this.#shown = percent;
		const full = Math.round((percent / 100) * cells);
		const bar = `${'█'.repeat(full)}${'░'.repeat(cells - full)} ${percent} %  ${this.#what}`;
		process.stderr.write(isTTY ? `\r${bar}` : `${bar}\n`);
	}
}
