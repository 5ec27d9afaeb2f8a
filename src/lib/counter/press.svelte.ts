/** The printer of this phone, loaded when the first paper is to be printed: a shop without one carries none of it. */
import type { PrintJob } from '#lib/printer/queue.svelte.ts';
import type { Printer } from '#lib/printer/printer.svelte.ts';
import type { Paper, Roll } from '#lib/printing/paper.ts';

export class Press {
	/** Null until it is first needed. */
	printer = $state.raw<Printer | null>(null);
	/** The person said to print later: no more is asked until the next paper. */
	isPutOff = $state(false);

	get jobs(): readonly PrintJob[] {
		return this.printer?.queue.jobs ?? [];
	}

	/** Papers that the printer did not take. */
	get failed(): readonly PrintJob[] {
		return this.jobs.filter(({ state }) => state === 'failed');
	}

	async open(): Promise<Printer> {
		if (this.printer !== null) return this.printer;
		const [{ Printer: Opened }, { memoryIn }] = await Promise.all([
			import('#lib/printer/printer.svelte.ts'),
			import('#lib/printer/memory.ts')
		]);
		this.printer ??= new Opened(memoryIn(localStorage));
		return this.printer;
	}

	/** Opens the drawer that hangs on the printer; true when it did, or when there is none. */
	async openDrawer(): Promise<boolean> {
		const [{ memoryIn }, { PrinterUnreachable }] = await Promise.all([
			import('#lib/printer/memory.ts'),
			import('#lib/printer/port.ts')
		]);
		if (memoryIn(localStorage).read()?.settings.hasDrawer !== true) return true;
		try {
			await (await this.open()).openDrawer();
			return true;
		} catch (error) {
			if (error instanceof PrinterUnreachable) return false;
			throw error;
		}
	}

	/** Puts a paper, made for the roll that is in the printer, into the queue, and goes on at once. */
	async print(make: (roll: Roll) => Paper | Promise<Paper>): Promise<void> {
		const printer = await this.open();
		this.isPutOff = false;
		printer.print(await make(printer.roll));
	}
}

/** The one of this tab: a printer belongs to the phone, not to a sheet. */
export const press = new Press();
