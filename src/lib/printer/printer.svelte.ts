/** The printer of a till: the one that worked before, and the queue in front of it. */
import { drawerBytes, plainPrinter, printBytes, type PrinterSettings } from '#lib/printing/escpos.ts';
import type { Paper, Roll } from '#lib/printing/paper.ts';
import { loadWay } from './load-way.ts';
import type { PrinterMemory } from './memory.ts';
import { type Port, PrinterUnreachable, withPatience } from './port.ts';
import { PrintQueue } from './queue.svelte.ts';
import type { DeviceWay, FoundPrinter, RememberedPrinter, Way } from './way.ts';

/** How the person has the printer set: what it is, and what hangs on it. */
export interface PrinterWish {
	readonly way: Way;
	readonly roll: Roll;
	readonly settings: PrinterSettings;
}

export class Printer {
	/** The printer that is used; null before one was chosen. */
	remembered = $state.raw<RememberedPrinter | null>(null);
	readonly queue: PrintQueue;
	readonly #memory: PrinterMemory;
	#found: FoundPrinter | null = null;
	#port: Port | null = null;
	#turn: Promise<void> = Promise.resolve();

	constructor(memory: PrinterMemory) {
		this.#memory = memory;
		this.remembered = memory.read();
		this.queue = new PrintQueue((paper) => this.#print(paper));
	}

	/** How wide paper is to be made. */
	get roll(): Roll {
		return this.remembered?.roll ?? 58;
	}

	/** Prints when the printer can, and goes on at once. */
	print(paper: Paper): void {
		this.queue.add(paper);
	}

	/** Lets the person choose a printer; call it from a tap. It is remembered once it answers. Throws PrinterUnreachable. */
	async choose({ way, roll, settings }: PrinterWish): Promise<void> {
		await this.#letGo();
		const found = isDevice(way) ? await (await loadWay(way)).choose() : null;
		if (found !== null) this.#port = await found.open();
		this.#found = found;
		this.#remember({ way, id: found?.id ?? way, name: found?.name ?? null, roll, settings });
		this.queue.retry();
	}

	/** Changes the paper or what hangs on the printer that is used. */
	set(change: Partial<Pick<RememberedPrinter, 'roll' | 'settings'>>): void {
		if (this.remembered !== null) this.#remember({ ...this.remembered, ...change });
	}

	/** Forgets the printer. */
	async forget(): Promise<void> {
		await this.#letGo();
		this.#found = null;
		this.#remember(null);
	}

	/** Opens the cash drawer; without one nothing happens. Throws PrinterUnreachable. */
	async openDrawer(): Promise<void> {
		const bytes = drawerBytes(this.remembered?.settings ?? plainPrinter);
		if (bytes.length > 0) await this.#write(bytes);
	}

	async #print(paper: Paper): Promise<void> {
		const { remembered } = this;
		if (remembered === null) throw new PrinterUnreachable('not-chosen');
		if (remembered.way === 'system') (await import('./system.ts')).printBySystem(paper);
		else if (remembered.way === 'share') await (await import('./share.ts')).sharePaper(paper);
		else await this.#write(printBytes(paper, remembered.settings));
	}

	/** One after another: the bytes of a paper and of the drawer must not mix. */
	#write(bytes: Uint8Array): Promise<void> {
		const written = this.#turn.then(() => this.#send(bytes));
		this.#turn = written.catch(() => undefined);
		return written;
	}

	/** A port that failed is opened anew the next time. */
	async #send(bytes: Uint8Array): Promise<void> {
		try {
			this.#port ??= await this.#open();
			await withPatience(this.#port.write(bytes));
		} catch (error) {
			await this.#letGo();
			throw error;
		}
	}

	async #open(): Promise<Port> {
		const { remembered } = this;
		if (remembered === null || !isDevice(remembered.way)) throw new PrinterUnreachable('not-chosen');
		this.#found ??= await (await loadWay(remembered.way)).find(remembered.id);
		// A browser that does not tell which printers were allowed wants the person to choose again.
		if (this.#found === null) throw new PrinterUnreachable('not-chosen');
		return this.#found.open();
	}

	async #letGo(): Promise<void> {
		const port = this.#port;
		this.#port = null;
		await port?.close().catch(() => undefined);
	}

	#remember(printer: RememberedPrinter | null): void {
		this.remembered = printer;
		this.#memory.write(printer);
	}
}

function isDevice(way: Way): way is DeviceWay {
	return way !== 'system' && way !== 'share';
}
