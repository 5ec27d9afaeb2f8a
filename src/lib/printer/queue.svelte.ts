/** What waits to be printed, in order: a list to look at that never holds a sale. */
import type { Paper } from '#lib/printing/paper.ts';
import { PrinterUnreachable, type PrinterTrouble } from './port.ts';

export interface PrintJob {
	/** Of this queue: 1, 2, 3 … */
	readonly number: number;
	readonly paper: Paper;
	readonly state: 'waiting' | 'printing' | 'failed';
	/** Why it failed the last time. */
	readonly trouble: PrinterTrouble | null;
}

/** A printer is tried again at once, because many fall asleep; then a person is asked. */
const triesMax = 2;
/** What a till that nobody looks after may pile up; the oldest go first. */
const jobsMax = 50;

export class PrintQueue {
	jobs = $state.raw<readonly PrintJob[]>([]);
	readonly #print: (paper: Paper) => Promise<void>;
	#count = 0;
	#isRunning = false;

	/** `print` resolves when the paper is out, and rejects when it is not. */
	constructor(print: (paper: Paper) => Promise<void>) {
		this.#print = print;
	}

	/** Puts `paper` last and goes on at once; what failed before it is tried again too. */
	add(paper: Paper): void {
		this.#count++;
		const job: PrintJob = { number: this.#count, paper, state: 'waiting', trouble: null };
		this.jobs = [...this.jobs, job].slice(-jobsMax);
		this.retry();
	}

	/** Tries again what failed, in order. */
	retry(): void {
		this.jobs = this.jobs.map((job) => (job.state === 'failed' ? { ...job, state: 'waiting' } : job));
		if (!this.#isRunning) void this.#run();
	}

	/** Takes a job out; the paper of one that is being printed comes out still. */
	drop(number: number): void {
		this.jobs = this.jobs.filter((job) => job.number !== number);
	}

	async #run(): Promise<void> {
		this.#isRunning = true;
		for (let job = this.#next(); job !== undefined; job = this.#next()) {
			this.#change(job.number, { state: 'printing' });
			const trouble = await this.#attempt(job.paper);
			if (trouble === null) this.drop(job.number);
			else this.#stop(trouble);
		}
		this.#isRunning = false;
	}

	#next(): PrintJob | undefined {
		return this.jobs.find(({ state }) => state === 'waiting');
	}

	/** The printer that failed one fails them all: they stay in order, and are tried together. */
	#stop(trouble: PrinterTrouble): void {
		this.jobs = this.jobs.map((job) => ({ ...job, state: 'failed', trouble }));
	}

	async #attempt(paper: Paper): Promise<PrinterTrouble | null> {
		let trouble: PrinterTrouble | null = null;
		for (let tries = 0; tries < triesMax; tries++) {
			trouble = await this.#print(paper).then(() => null, troubleOf);
			if (trouble === null || trouble === 'not-chosen') return trouble;
		}
		return trouble;
	}

	#change(number: number, change: Partial<PrintJob>): void {
		this.jobs = this.jobs.map((job) => (job.number === number ? { ...job, ...change } : job));
	}
}

function troubleOf(error: unknown): PrinterTrouble {
	return error instanceof PrinterUnreachable ? error.trouble : 'gone';
}
