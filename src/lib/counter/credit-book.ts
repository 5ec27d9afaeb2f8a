/** *Kasbon* by what this till knows: what the server told, and what happened here since. */
import type { Id } from '#lib/kernel/id.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { finds, searchable } from '#lib/kernel/text.ts';
import type { TillEvent } from '#lib/sales/wire.ts';
import type { Payment } from '#lib/sales/wire-bodies.ts';
import type { KeptEvent } from './kept.ts';
import type { Customer } from './snapshot.ts';

/** How a customer's credit stands. */
export interface Credit {
	readonly owed: Rupiah;
	readonly limit: Rupiah;
	/** What may still be added; never below zero. */
	readonly room: Rupiah;
}

export const nothingAdded: ReadonlyMap<Id, Rupiah> = new Map();

/** Kinds of events that change what someone owes. */
const creditKinds: readonly string[] = ['void', 'return', 'credit-paid'];

/** Of what a till keeps, each event once that may change what someone owes: only those are worth reading. */
export function creditEvents(kept: readonly KeptEvent[]): KeptEvent[] {
	const ofCredit = kept.filter(({ kind, text }) => creditKinds.includes(kind) || text.includes('"kasbon"'));
	return [...new Map(ofCredit.map((event) => [event.sequence, event])).values()];
}

/** Those of `own` whom the server does not tell of yet. */
export function stillOwn(own: readonly Customer[], told: readonly Customer[]): Customer[] {
	return own.filter(({ id }) => !told.some((customer) => customer.id === id));
}

/** What `events` added to each customer's credit; negative when more was paid back. A sale that was taken back adds nothing. */
export function creditAdded(events: readonly TillEvent[]): ReadonlyMap<Id, Rupiah> {
	const undone = new Set(events.flatMap((event) => (event.kind === 'void' ? [event.body.saleId] : [])));
	const buyers = new Map(events.flatMap((event) => (event.kind === 'sale' ? [[event.id, event.body.partyId]] : [])));
	const added = new Map<Id, Rupiah>();
	const add = (party: Id | null | undefined, amount: number) => {
		if (party && amount !== 0) added.set(party, rupiah((added.get(party) ?? 0) + amount));
	};
	for (const event of events) {
		if (event.kind === 'sale' && !undone.has(event.id)) add(event.body.partyId, kasbonOf(event.body.payments));
		if (event.kind === 'return' && !undone.has(event.body.saleId))
			add(buyers.get(event.body.saleId), 0 - kasbonOf(event.body.refunds));
		if (event.kind === 'credit-paid') add(event.body.partyId, 0 - event.body.payment.amount);
	}
	return added;
}

function kasbonOf(payments: readonly Pick<Payment, 'tender' | 'amount'>[]): number {
	return payments.filter(({ tender }) => tender === 'kasbon').reduce((sum, { amount }) => sum + amount, 0);
}

export function creditOf({ owed, limit }: Customer, added: Rupiah | undefined): Credit {
	const now = rupiah(Math.max(0, owed + (added ?? 0)));
	return { owed: now, limit, room: rupiah(Math.max(0, limit - now)) };
}

/** Those whose name or number `query` begins, who owes first; all of them for an empty query. */
export function customersFound(
	customers: readonly Customer[],
	added: ReadonlyMap<Id, Rupiah>,
	query: string
): Customer[] {
	const figures = query.replace(/\D/g, '');
	const isFound = ({ name, phone }: Customer) =>
		finds(searchable(name), query) || (figures.length > 2 && phone.includes(figures.replace(/^0/, '')));
	const owes = (customer: Customer) => (creditOf(customer, added.get(customer.id)).owed > 0 ? 0 : 1);
	return customers
		.filter((customer) => query.trim() === '' || isFound(customer))
		.sort((one, other) => owes(one) - owes(other) || one.name.localeCompare(other.name, 'id'));
}

/** Why `amount` cannot be put on someone's credit; null when it can. */
export function creditStop({ room }: Credit, amount: Rupiah): 'full' | 'too-much' | null {
	if (amount <= room) return null;
	return room === 0 ? 'full' : 'too-much';
}
