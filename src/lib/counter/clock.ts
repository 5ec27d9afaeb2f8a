/** How far this device's clock is from the server's, as measured while the page is open. */
import { type Instant, instantOf, later, millisecondsOf } from '#lib/kernel/instant.ts';

/** The device's two clocks at one moment, in milliseconds. */
export interface Reading {
	/** What the device shows; a person or the network can set it. */
	readonly wall: number;
	/** Time since the page was opened; nobody can set it, but it may stand still while the device sleeps. */
	readonly steady: number;
}

/** The server's time as it was at a reading. */
export interface Measured {
	readonly server: number;
	readonly at: Reading;
	/** How long the asking took; half of it is the most that the measure can be wrong by. */
	readonly roundTripMs: number;
}

/** After this long a new measure is taken even when it was slower. */
const staleMs = 10 * 60_000;

/** A measure from an answer that says when the server gave it: half of the round trip is taken to be the way back. */
export function measured(serverAt: Instant, sent: Reading, received: Reading): Measured {
	const roundTripMs = Math.max(0, received.steady - sent.steady);
	return { server: millisecondsOf(serverAt) + roundTripMs / 2, at: received, roundTripMs };
}

/** The measure to go by: the quicker one, unless it is old or the device's clock was set since. */
export function better(known: Measured | null, fresh: Measured): Measured {
	if (known === null || fresh.roundTripMs <= known.roundTripMs) return fresh;
	const age = fresh.at.steady - known.at.steady;
	const isOff = Math.abs(serverTime(known, fresh.at) - fresh.server) > fresh.roundTripMs / 2 + known.roundTripMs / 2;
	return age > staleMs || isOff ? fresh : known;
}

/**
 * The server's time now. Of the two clocks the one that went further is believed: the steady one lags only by sleep, and
 * the shown one only when someone set it back.
 */
function serverTime(known: Measured, now: Reading): number {
	return known.server + Math.max(now.wall - known.at.wall, now.steady - known.at.steady);
}

/** What an event says of time. */
export interface DeviceTime {
	/** What the device shows. */
	readonly deviceAt: Instant;
	/** Server less device, in whole milliseconds; null when never measured. */
	readonly offsetMs: number | null;
}

/** The earliest that the server reads; a device whose clock was lost may stand in 1970. */
const earliestMs = Date.parse('2000-01-01T00:00:00.000Z');

export function deviceTimeOf(known: Measured | null, now: Reading): DeviceTime {
	const shown = Math.max(Math.round(now.wall), earliestMs);
	return { deviceAt: instantOf(shown), offsetMs: known === null ? null : Math.round(serverTime(known, now) - shown) };
}

/** The present moment, corrected as far as it was measured. */
export function momentOf(known: Measured | null, now: Reading): Instant {
	const { deviceAt, offsetMs } = deviceTimeOf(known, now);
	return later(deviceAt, offsetMs ?? 0);
}
