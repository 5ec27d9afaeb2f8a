/** A way for bytes to a printer, whatever lies between; and how a long receipt goes through a narrow one. */

export interface Port {
	/** Resolves when the printer, or what stands before it, has taken all of `bytes`. */
	write(bytes: Uint8Array): Promise<void>;
	close(): Promise<void>;
}

/** Why a printer could not be reached, told apart because people do different things about each. */
export type PrinterTrouble =
	/** The person closed the browser's list without choosing. */
	| 'not-chosen'
	/** Switched off, out of reach, or taken by another program. */
	| 'not-reached'
	/** It is there, but speaks in no way that we know. */
	| 'not-a-printer'
	/** It was there and went away while it printed. */
	| 'gone';

export class PrinterUnreachable extends Error {
	override readonly name = 'PrinterUnreachable';
	readonly trouble: PrinterTrouble;

	constructor(trouble: PrinterTrouble, cause?: unknown) {
		super(`The printer is ${trouble}.`, { cause });
		this.trouble = trouble;
	}
}

/** Runs `act`; whatever it throws becomes PrinterUnreachable with `trouble`. */
export async function reaching<Value>(trouble: PrinterTrouble, act: () => Promise<Value>): Promise<Value> {
	try {
		return await act();
	} catch (error) {
		throw error instanceof PrinterUnreachable ? error : new PrinterUnreachable(troubleOf(error, trouble), error);
	}
}

/** Browsers say `NotFoundError` when their list was closed without a choice. */
function troubleOf(error: unknown, trouble: PrinterTrouble): PrinterTrouble {
	return error instanceof DOMException && error.name === 'NotFoundError' ? 'not-chosen' : trouble;
}

/** Hands `bytes` over in pieces of at most `size`, each when the one before was taken. */
export async function inPieces(
	bytes: Uint8Array,
	size: number,
	send: (piece: Uint8Array<ArrayBuffer>) => Promise<void>
): Promise<void> {
	for (let at = 0; at < bytes.length; at += size) await send(Uint8Array.from(bytes.subarray(at, at + size)));
}

/** The longest that a paper may take: the slowest printers need ten seconds for a long receipt. */
const patienceMs = 45_000;

/** Waits for `writing`, but not for ever: a printer that says nothing is gone. */
export function withPatience(writing: Promise<void>): Promise<void> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(new PrinterUnreachable('gone')), patienceMs);
		writing.then(resolve, reject).finally(() => clearTimeout(timer));
	});
}
