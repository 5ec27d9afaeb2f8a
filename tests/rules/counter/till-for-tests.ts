/** A till of one browser for the tests of the counter: an outbox of its own, and the hand that writes into it. */
import 'fake-indexeddb/auto';
import { Outbox } from '#lib/counter/outbox.ts';
import { add, type Basket, emptyBasket } from '#lib/counter/basket.ts';
import type { Delivered } from '#lib/counter/answers.ts';
import type { Enrolment } from '#lib/counter/kept.ts';
import { Recorder } from '#lib/counter/recorder.ts';
import { instant } from '#lib/kernel/instant.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { firstPrevious } from '#lib/sales/chain.ts';
import type { Payment } from '#lib/sales/wire-bodies.ts';
import { anId, beras, unitAt } from './goods-for-tests.ts';

export const sari = { id: anId(), name: 'Bu Sari' };
export const groupId = anId();
/** The moment at which everything in these tests happens, as the device shows it; the server is 1.2 s ahead. */
export const deviceAt = instant('2026-11-21T01:10:00.000Z');

let stores = 0;

/** An enrolment as it stands before the first event. */
export function anEnrolment(change: Partial<Enrolment> = {}): Enrolment {
	const id = change.id ?? anId();
	return {
		id, groupId, slug: 'melati', installation: 'here', code: 'B', name: 'HP', nextSequence: 1, nextReceipt: 1,
		lastHash: firstPrevious(id), acknowledged: 0, exported: 0, shift: null, closed: null, ...change
	}; // prettier-ignore
}

/** A store that no other test has; close it after the test. */
export function anOutbox(): Outbox {
	return new Outbox(`till-test-${(stores += 1)}`);
}

/** A till in a store of its own. */
export async function aTill(change: Partial<Enrolment> = {}) {
	const outbox = anOutbox();
	const enrolment = anEnrolment(change);
	await outbox.keepEnrolment(enrolment);
	const enrolmentId = enrolment.id;
	const act = () => ({ cashier: sari, group: { zone: 'Asia/Makassar' as const }, time: { deviceAt, offsetMs: 1200 } });
	const record = new Recorder({ store: outbox, enrolmentId, act, onKept: () => undefined });
	return {
		outbox,
		enrolmentId,
		record,
		sell: (basket = aBasket()) => record.sell(basket, [cash(basket, 20_000)]),
		took: (highest: number, change: Partial<Delivered> = {}) =>
			outbox.acknowledge(enrolmentId, { installation: 'here', highest, events: [], standing: 'open', ...change })
	};
}

/** One kilogram of rice for Rp13.500. */
export function aBasket(): Basket {
	return add(emptyBasket(anId()), beras, unitAt(beras));
}

/** The whole basket of these tests in cash. */
export function cash({ lines }: Basket, received = 13_500): Payment {
	const amount = rupiah(lines.reduce((sum, { price, quantity }) => sum + (price * quantity) / 1000, 0));
	return { tender: 'cash', amount, received: rupiah(received), reference: null };
}
