/** Why a till, or someone who would make one, is not let in. */
import { Refusal } from '#lib/kernel/refusal.ts';

/** What came is not signed by the till's key: nothing of it is taken. */
export class TillUnsigned extends Refusal {
	readonly code = 'sales.till-unsigned';

	constructor() {
		super('Not signed by the key of the till.');
	}
}

/** The question was signed for another time: the till asks again by the server's clock. */
export class TillClock extends Refusal {
	readonly code = 'sales.till-clock';

	constructor() {
		super('The time that was signed is not the present.');
	}
}

/** Wrong, used or too old, without saying which. */
export class InvitationWrong extends Refusal {
	readonly code = 'sales.invitation-wrong';

	constructor() {
		super('The invitation is wrong, used or too old.');
	}
}

/** The till is enrolled with another key. */
export class KeyOther extends Refusal {
	readonly code = 'sales.key-other';

	constructor() {
		super('This till is enrolled with another key.');
	}
}

/** A copy that is damaged, cut off, meant for another server, or not signed by the till that it names. */
export class CopyUnreadable extends Refusal {
	readonly code = 'sales.copy-unreadable';

	constructor() {
		super('The copy cannot be read.');
	}
}
