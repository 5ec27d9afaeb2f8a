/** The sales of this till as its screens show them, read back from the events that tell of them. */
import { assert } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Quantity, quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, total } from '#lib/kernel/rupiah.ts';
import { changeOf } from '#lib/sales/cart.ts';
import { readEvent, readHead, type TillEvent } from '#lib/sales/wire.ts';
import type { SaleBody } from '#lib/sales/wire-bodies.ts';
import { takenBy } from './basket.ts';
import type { KeptEvent } from './kept.ts';
import type { TillStore } from './outbox.ts';

export interface Sold {
	readonly id: Id;
	readonly event: KeptEvent;
	readonly body: SaleBody;
	/** The event that took it back. */
	readonly voided: KeptEvent | null;
}

/** What a person should know of a sale at a glance. */
export type Mark = 'voided' | 'unsent' | 'held';

/** The sale that `event` tells of. */
export function soldOf(event: KeptEvent, voided: KeptEvent | null = null): Sold {
	const told = eventOf(event);
	assert(told.kind === 'sale', 'a sale tells of itself');
	return { id: event.id, event, body: told.body, voided };
}

/** The sales among `events`, in their order, each with what took it back. */
export function salesOf(events: readonly KeptEvent[]): Sold[] {
	const voids = new Map(events.filter(({ kind }) => kind === 'void').map((event) => [event.saleId, event]));
	return events.filter(({ kind }) => kind === 'sale').map((event) => soldOf(event, voids.get(event.id) ?? null));
}

export function marksOf({ event, voided }: Sold): Mark[] {
	const states = voided === null ? [event.state] : [event.state, voided.state];
	const marks: Mark[] = voided === null ? [] : ['voided'];
	if (states.includes('unsent')) marks.push('unsent');
	if (states.includes('held') || states.includes('other-content')) marks.push('held');
	return marks;
}

/** What the buyer got back. */
export function changeGiven({ payments }: SaleBody): Rupiah {
	return total(payments.map(({ received, amount }) => changeOf(received, amount)));
}

/** What stands of `sales` after those that were taken back. */
export function takings(sales: readonly Sold[]): { readonly count: number; readonly total: Rupiah } {
	const standing = sales.filter(({ voided }) => voided === null);
	return { count: standing.length, total: total(standing.map(({ body }) => body.total)) };
}

/**
 * What left the shelf and is not yet told to the server, in thousandths of each product's normal unit: sold, spoilt or used,
 * less what was bought. What came back of a sale, or was counted, is seen when the server tells.
 */
export async function unsentGoods(
	store: Pick<TillStore, 'unsent'>,
	enrolmentId: Id
): Promise<ReadonlyMap<Id, Quantity>> {
	const events = await store.unsent(enrolmentId, unsentLookedAtMax);
	const sales = salesOf(events).filter(({ voided }) => voided === null);
	const left = new Map(takenBy(sales.flatMap(({ body }) => body.lines)));
	for (const { productId, quantity: amount } of events.flatMap((event) => movedBy(eventOf(event))))
		left.set(productId, quantity((left.get(productId) ?? 0) + amount));
	return left;
}

/** What an event beside a sale takes from the shelf; negative when it brings something. */
function movedBy({ kind, body }: TillEvent): { productId: Id; quantity: number }[] {
	if (kind === 'goods-bought') return body.lines.map((line) => ({ ...line, quantity: 0 - line.quantity }));
	return kind === 'stock-adjusted' && body.why !== 'count' ? body.lines : [];
}

const unsentLookedAtMax = 2000;

/** What an event that is kept here tells. */
export function eventOf({ text }: Pick<KeptEvent, 'text'>): TillEvent {
	const head = readHead(text);
	assert(head !== null, 'a kept event can be read');
	const read = readEvent(head);
	assert('event' in read, 'a kept event keeps the rules');
	return read.event;
}
