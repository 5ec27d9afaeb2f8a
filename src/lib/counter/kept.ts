/** What a till keeps: itself, what happened at it, and buyers whom the server must still be told of. */
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import type { EventKind } from '#lib/sales/wire-bodies.ts';
import type { Delivered } from './answers.ts';

/**
 * Why a till writes nothing any more: the server has events that this store does not know (`old-copy`), or events other
 * than this store has under the same numbers (`frozen`), or its permission was taken back (`revoked`).
 */
export type Closed = 'old-copy' | 'frozen' | 'revoked';

/** A drawer that is open: sales belong to it, whichever till of the group opened it. */
export interface OpenShift {
	/** The id of the event that opened it. */
	readonly id: Id;
	readonly openedAt: Instant;
	readonly float: Rupiah;
}

/** This browser as a till of one group. */
export interface Enrolment {
	readonly id: Id;
	readonly groupId: Id;
	/** The group's name in addresses, by which the page is found without internet. */
	readonly slug: string;
	/** The database that it is enrolled at, once known; the same address may serve another one after a reinstallation. */
	readonly installation: string | null;
	/** Printed on each receipt; null until the server has answered. */
	readonly code: string | null;
	readonly name: string;
	readonly nextSequence: number;
	readonly nextReceipt: number;
	/** What the next event names as the one before it. */
	readonly lastHash: string;
	/** The server holds all events up to this number. */
	readonly acknowledged: number;
	/** A file outside this browser holds all events up to this number. */
	readonly exported: number;
	readonly shift: OpenShift | null;
	readonly closed: Closed | null;
}

export type EventState = 'unsent' | Delivered['events'][number]['state'];

export interface KeptEvent {
	readonly enrolmentId: Id;
	readonly sequence: number;
	readonly id: Id;
	readonly kind: EventKind;
	/** The sale that it is, or that it changes; null when it is about none. */
	readonly saleId: Id | null;
	readonly shiftId: Id | null;
	/** The number of its receipt; null when it has none. */
	readonly receipt: string | null;
	/** When it happened, corrected as far as the clock was measured then. */
	readonly at: Instant;
	readonly day: Day;
	/** Who did it, for the receipt; in the event itself stands only an id. */
	readonly cashier: string;
	/** The exact bytes that are delivered. */
	readonly text: string;
	readonly state: EventState;
	/** How often its receipt was printed. */
	readonly prints: number;
}

/** What a new event says once its numbers are known, and the drawer as it stands after it. */
export interface Written extends Pick<
	KeptEvent,
	'kind' | 'saleId' | 'shiftId' | 'receipt' | 'at' | 'day' | 'cashier' | 'text'
> {
	readonly shift: OpenShift | null;
	/** Someone whom the event names by id alone. */
	readonly buyer: Buyer | null;
}

/** Writes an event under the numbers of the till as it stands at that moment. */
export type Writer = (till: Enrolment) => Written;

/** Someone who owes: a random id, and the name that travels beside the events. */
export interface Buyer {
	readonly id: Id;
	readonly name: string;
	readonly phone: string;
}

/** A buyer whom an event of this till names. */
export interface KeptBuyer extends Buyer {
	readonly enrolmentId: Id;
	/** The first event that names them. */
	readonly sequence: number;
}

/** An event cannot be kept: this till writes nothing any more. */
export class TillClosed extends Error {
	readonly why: Closed;

	constructor(why: Closed) {
		super(`This till is closed: ${why}.`);
		this.why = why;
	}
}
