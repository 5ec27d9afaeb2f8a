/** What people type at the counter, before it becomes part of an event. */
import { holdsCardNumber } from '#lib/kernel/card-number.ts';

/** Someone typed the number of a bank card: such an event is not written at all. */
export class CardNumberTyped extends Error {
	constructor() {
		super('What was typed holds the number of a bank card.');
	}
}

/** Fields of the bodies of events that hold words of a person. */
const typedFields = ['note', 'reason', 'reference', 'supplier', 'number'];

/** Throws CardNumberTyped when something that a person typed into `said` holds a card number. */
export function checkTyped(said: unknown): void {
	if (Array.isArray(said)) said.forEach(checkTyped);
	else if (typeof said === 'object' && said !== null)
		for (const [field, value] of Object.entries(said)) {
			if (typeof value !== 'string') checkTyped(value);
			else if (typedFields.includes(field) && holdsCardNumber(value)) throw new CardNumberTyped();
		}
}
