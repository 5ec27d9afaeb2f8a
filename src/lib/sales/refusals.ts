/** What keeps something a till sent from being applied: such an event is held, and shown to a person. */
import { Refusal } from '#lib/kernel/refusal.ts';

/** What arrived is no envelope of events: nothing of it is taken. */
export class UnreadableEnvelope extends Refusal {
	readonly code = 'sales.unreadable-envelope';
	/** Which event cannot be read, from 0. */
	readonly index: number;

	constructor(index: number) {
		super(`Event ${index} cannot be read.`);
		this.index = index;
	}
}

/** A newer till wrote it. */
export class UnknownVersion extends Refusal {
	readonly code = 'sales.unknown-version';

	constructor() {
		super('A version or kind of event that is not known here.');
	}
}

export class UnreadableEvent extends Refusal {
	readonly code = 'sales.unreadable-event';
	/** Where it breaks the rules, such as `lines.0.quantity`. */
	readonly field: string;

	constructor(field: string) {
		super(`${field} breaks the rules.`);
		this.field = field;
	}
}

export class SumsDiffer extends Refusal {
	readonly code = 'sales.sums-differ';
	readonly told: number;
	readonly computed: number;

	constructor(told: number, computed: number) {
		super(`The event says ${told}, its parts come to ${computed}.`);
		this.told = told;
		this.computed = computed;
	}
}

/** The till was revoked; what it sold before that is kept and waits for a person. */
export class TillRevoked extends Refusal {
	readonly code = 'sales.till-revoked';

	constructor() {
		super('This till was revoked.');
	}
}

/** Two phones wrote under one till: from then on a person decides. */
export class TillFrozen extends Refusal {
	readonly code = 'sales.till-frozen';

	constructor() {
		super('This till is frozen until a person decides.');
	}
}

/** The event contradicts what the till sent before: its number is taken, or it and its neighbour do not name each other. */
export class ChainForked extends Refusal {
	readonly code = 'sales.chain-forked';
	readonly sequence: number;

	constructor(sequence: number) {
		super(`Event ${sequence} does not follow from what the till sent before.`);
		this.sequence = sequence;
	}
}

/** The event is another till's. */
export class OtherTill extends Refusal {
	readonly code = 'sales.other-till';

	constructor() {
		super('The event names another till.');
	}
}

/** The sale that an event tells of has not come; it may still be on its way. */
export class SaleUnknown extends Refusal {
	readonly code = 'sales.sale-unknown';
	readonly saleId: string;

	constructor(saleId: string) {
		super(`Sale ${saleId} is not here.`);
		this.saleId = saleId;
	}
}

export class AlreadyVoided extends Refusal {
	readonly code = 'sales.already-voided';
	readonly saleId: string;

	constructor(saleId: string) {
		super(`Sale ${saleId} was voided before.`);
		this.saleId = saleId;
	}
}

/** Parts of the sale came back before: what is left comes back as a return. */
export class AlreadyReturned extends Refusal {
	readonly code = 'sales.already-returned';
	readonly saleId: string;

	constructor(saleId: string) {
		super(`Goods of sale ${saleId} came back before.`);
		this.saleId = saleId;
	}
}

/** More came back than was sold, or for more money. */
export class ReturnedTooMuch extends Refusal {
	readonly code = 'sales.returned-too-much';
	readonly saleId: string;
	/** From 0. */
	readonly line: number;

	constructor(saleId: string, line: number) {
		super(`More of line ${line + 1} of sale ${saleId} came back than was sold.`);
		this.saleId = saleId;
		this.line = line;
	}
}

export class AlreadyReleased extends Refusal {
	readonly code = 'sales.already-released';

	constructor() {
		super('This event was applied before.');
	}
}

/** The sale has no such paper of a card that is to be swiped later. */
export class DeedUnknown extends Refusal {
	readonly code = 'sales.deed-unknown';
	readonly number: string;

	constructor(number: string) {
		super(`The sale has no paper ${number}.`);
		this.number = number;
	}
}
