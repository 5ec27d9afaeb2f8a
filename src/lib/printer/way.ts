/** The ways to a printer, and what each of them can do. */
import type { Paper } from '#lib/printing/paper.ts';
import type { PrinterSettings } from '#lib/printing/escpos.ts';
import type { Port } from './port.ts';

/** Ways that find a device and give it bytes. */
export const deviceWays = ['bluetooth', 'serial', 'usb', 'rawbt'] as const;
export type DeviceWay = (typeof deviceWays)[number];

/** All ways, the quickest first: the last two end in a dialog of the phone. */
export const ways = [...deviceWays, 'system', 'share'] as const;
export type Way = (typeof ways)[number];

export interface FoundPrinter {
	/** What it is found by the next time. */
	readonly id: string;
	/** What it calls itself. */
	readonly name: string | null;
	/** Throws PrinterUnreachable. */
	open(): Promise<Port>;
}

export interface PrinterWay {
	/** Lets the person choose; call it from a tap. Throws PrinterUnreachable. */
	choose(): Promise<FoundPrinter>;
	/** The printer that was chosen before, without asking anyone; null where the browser cannot. */
	find(id: string): Promise<FoundPrinter | null>;
}

/** A printer that worked, as it is remembered. */
export interface RememberedPrinter {
	readonly way: Way;
	readonly id: string;
	readonly name: string | null;
	readonly roll: Paper['roll'];
	readonly settings: PrinterSettings;
}
