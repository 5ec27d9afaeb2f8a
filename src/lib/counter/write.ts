/** Writing what happened at the till as an event: a sale of a basket, the void of a sale, its receipt printed again. */
import { present } from '#lib/kernel/assert.ts';
import { dayOf } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { later } from '#lib/kernel/instant.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { basketOf, cashPart } from '#lib/sales/cart.ts';
import { saleBodyOf } from '#lib/sales/sale-body.ts';
import type { Tender } from '#lib/sales/tender.ts';
import { receiptNumber } from '#lib/sales/till-code.ts';
import { eventText, type SaleLine, type TillEvent, type VoidReason } from '#lib/sales/wire.ts';
import type { TillGroup } from './answers.ts';
import type { Basket } from './basket.ts';
import type { DeviceTime } from './clock.ts';
import type { Enrolment, Written } from './outbox.ts';

/** Who does it, where, and when. */
export interface Act {
	readonly cashier: { readonly id: Id; readonly name: string };
	readonly group: Pick<TillGroup, 'zone'>;
	readonly time: DeviceTime;
}

export interface Paid {
	readonly tender: Tender;
	/** Cash handed over; for other tenders the amount itself. */
	readonly received: Rupiah;
	readonly reference: string | null;
}

export interface Undone {
	readonly id: Id;
	readonly saleId: Id;
	readonly reason: VoidReason;
	readonly note: string;
}

/** What is to be paid for `lines` by `tender`: cash is rounded in the buyer's favour. */
export function toPay(lines: readonly SaleLine[], tender: Tender): Rupiah {
	const { due } = basketOf(lines, rupiah(0));
	return tender === 'cash' ? cashPart(due, rupiah(0)).amount : due;
}

/** The sale of `basket`, under the next numbers of `till`. */
export function writeSale(till: Enrolment, basket: Basket, paid: Paid, act: Act): Written {
	const { tender, received, reference } = paid;
	const body = saleBodyOf({
		receiptNumber: receiptNumber(present(till.code, 'the code of a till that sells'), till.nextReceipt),
		cashierId: act.cashier.id,
		partyId: null,
		lines: basket.lines,
		discount: rupiah(0),
		payments: [{ tender, amount: toPay(basket.lines, tender), received, reference }]
	});
	return written(till, act, basket.id, { id: basket.id, kind: 'sale', body });
}

/** The void of a sale. */
export function writeVoid(till: Enrolment, { id, saleId, reason, note }: Undone, act: Act): Written {
	return written(till, act, saleId, { id, kind: 'void', body: { saleId, reason, note, cashierId: act.cashier.id } });
}

/** A receipt printed again, after it had been printed `prints` times. */
export function writeReprint(
	till: Enrolment,
	{ id, saleId, prints }: { readonly id: Id; readonly saleId: Id; readonly prints: number },
	act: Act
): Written {
	return written(till, act, saleId, { id, kind: 'reprint', body: { saleId, prints, cashierId: act.cashier.id } });
}

type Told = TillEvent extends infer Event
	? Event extends TillEvent
		? Pick<Event, 'id' | 'kind' | 'body'>
		: never
	: never;

function written(till: Enrolment, { cashier, group, time }: Act, saleId: Id, told: Told): Written {
	const { deviceAt, offsetMs } = time;
	const at = later(deviceAt, offsetMs ?? 0);
	const text = eventText({ ...told, enrolmentId: till.id, sequence: till.nextSequence, deviceAt, offsetMs });
	return { kind: told.kind, saleId, at, day: dayOf(at, group.zone), cashier: cashier.name, text };
}
