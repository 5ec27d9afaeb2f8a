/** All that a till keeps of cards, coupons, papers and goods to follow, read back from its events. */
import type { Id } from '#lib/kernel/id.ts';
import type { EventKind } from '#lib/sales/wire-bodies.ts';
import type { ToldOn } from './card-slips.ts';
import type { KeptEvent } from './kept.ts';
import type { TillStore } from './outbox.ts';
import { eventOf } from './sold.ts';

const kinds: readonly EventKind[] = [
	'void', 'goods-handed', 'late-card-paid', 'card-doubled', 'card-failed', 'receipt-missed'
]; // prettier-ignore

/** Whether an event is about cards; told by its text, so that only these are read whole. */
function isOfCards({ kind, text }: Pick<KeptEvent, 'kind' | 'text'>): boolean {
	return kinds.includes(kind) || text.includes('"card":') || text.includes('"handover":');
}

/** In the order in which it happened. */
export async function cardBook(store: Pick<TillStore, 'eventsThat'>, enrolmentId: Id): Promise<ToldOn[]> {
	const events = await store.eventsThat(enrolmentId, isOfCards);
	return events.map((event) => ({ event: eventOf(event), receipt: event.receipt, day: event.day }));
}
