/** Who can say at once that cash reached the treasurer's hand. */
import type { Id } from '#lib/kernel/id.ts';
import type { TillPerson } from './snapshot.ts';

const confirms = 'cash.confirm';

export interface Confirmers {
	/** The person at the counter keeps the money: nothing more is asked. */
	readonly isSelf: boolean;
	/** Others who may confirm here. */
	readonly others: readonly TillPerson[];
}

export function confirmersOf(people: readonly TillPerson[], cashierId: Id | null): Confirmers {
	const treasurers = people.filter(({ may }) => may.includes(confirms));
	return {
		isSelf: treasurers.some(({ id }) => id === cashierId),
		others: treasurers.filter(({ id }) => id !== cashierId)
	};
}
