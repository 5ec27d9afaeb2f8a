/** The business says no: a refusal undoes the work it is thrown in and is told to the reader in plain words. */

export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Base of every refusal. `code` is `room.reason`, stable for ever (machines read it); its sentence for people is the
 * message `refusal_room_reason`, filled with the refusal's own readonly fields.
 */
export abstract class Refusal extends Error {
	abstract readonly code: string;

	/** The refusal's own fields, for the sentence and for the answer to a machine. */
	facts(): Facts {
		const own = Object.entries(this).filter(([key]) => !['code', 'name', 'message', 'stack'].includes(key));
		return Object.fromEntries(own);
	}
}

/** Nothing of that id is there, or not for you: both read alike, so that ids of others cannot be probed. */
export class NotFound extends Refusal {
	readonly code = 'kernel.not-found';
	readonly what: string;

	constructor(what: string) {
		super(`No such ${what}.`);
		this.what = what;
	}
}
