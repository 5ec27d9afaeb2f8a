/** When something happened, told from a device's clock that may be wrong. */
import { type Instant, instantOf, millisecondsOf } from '#lib/kernel/instant.ts';

export interface Clocked {
	readonly deviceAt: Instant;
	/** The server's clock less the device's; null when never measured. */
	readonly offsetMs: number | null;
	/** When the till's event before it happened, or when the till was enrolled. */
	readonly notBefore: Instant;
	readonly receivedAt: Instant;
}

export interface Happened {
	readonly at: Instant;
	/** The device was off by more than `correctionMax`. */
	readonly corrected: boolean;
}

const correctionMax = 15 * 60_000;

/** Device time corrected by the offset, and between the event before it and the moment of receipt. */
export function happenedAt({ deviceAt, offsetMs, notBefore, receivedAt }: Clocked): Happened {
	const device = millisecondsOf(deviceAt);
	const told = Math.max(device + (offsetMs ?? 0), millisecondsOf(notBefore));
	const held = Math.min(told, millisecondsOf(receivedAt));
	return { at: instantOf(held), corrected: Math.abs(held - device) > correctionMax };
}
