/** What an engine writes with: units that are kept whole or not at all. */
import type { Unit } from './gate.server.ts';

export interface Writer {
	/**
	 * Runs `unit`, perhaps more than once, and resolves when what it wrote is durable. Units of one `line` wait for each
	 * other anyway, so only one of them at a time is given a connection.
	 */
	write<Value>(line: string, unit: Unit<Value>): Promise<Value>;
	/** Waits for what is under way, then refuses what comes after. */
	close(): Promise<void>;
}

export class WriterClosed extends Error {
	override readonly name = 'WriterClosed';

	constructor() {
		super('the database is closing');
	}
}
