/** Beliefs about our own code; one that fails is a bug, never an answer to a user. */

export class Bug extends Error {
	override readonly name = 'Bug';
}

/** Throws Bug when `belief` does not hold. Never caught: the edge logs it under an id and answers 500. */
export function assert(belief: boolean, message: string): asserts belief {
	if (!belief) throw new Bug(message);
}

/** Passes a value that must be there; `what` names it in the Bug otherwise thrown. */
export function present<Value>(value: Value | null | undefined, what: string): Value {
	assert(value !== null && value !== undefined, `${what} is missing`);
	return value;
}
