/** Writing what happens at the till as an event under its next numbers: what every kind has in common. */
import { present } from '#lib/kernel/assert.ts';
import { dayOf } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { later } from '#lib/kernel/instant.ts';
import { receiptNumber } from '#lib/sales/till-code.ts';
import { eventText, type TillEvent } from '#lib/sales/wire.ts';
import type { BodyOf, EventKind } from '#lib/sales/wire-bodies.ts';
import type { TillGroup } from './answers.ts';
import type { DeviceTime } from './clock.ts';
import type { Buyer, Enrolment, Writer, Written } from './kept.ts';
import { checkTyped } from './typed.ts';

/** Who does it, where, when, and on whose word. */
export interface Act {
	readonly cashier: { readonly id: Id; readonly name: string };
	readonly group: Pick<TillGroup, 'zone'>;
	readonly time: DeviceTime;
	/** The other person who typed a PIN for it. */
	readonly approvedBy: Id | null;
}

type By = 'cashierId' | 'approvedBy' | 'shiftId';

/** What a kind of event says beside who did it and under which numbers. */
export interface Saying<Kind extends EventKind> {
	readonly id: Id;
	readonly kind: Kind;
	/** The sale that it is, or that it changes. */
	readonly saleId?: Id;
	readonly buyer?: Buyer | null;
	/** The body, once the number of its receipt is known. */
	readonly body: (receiptNumber: string) => Omit<BodyOf<Kind>, By>;
}

/** An event that takes no receipt of its own. */
export function telling<Kind extends EventKind>(saying: Saying<Kind>, act: Act): Writer {
	return (till) => written(till, act, saying, null);
}

/** An event with a receipt: its number follows the one before, over all kinds that have one. */
export function withReceipt<Kind extends EventKind>(saying: Saying<Kind>, act: Act): Writer {
	return (till) =>
		written(till, act, saying, receiptNumber(present(till.code, 'the code of a till'), till.nextReceipt));
}

function written<Kind extends EventKind>(
	till: Enrolment,
	act: Act,
	saying: Saying<Kind>,
	receipt: string | null
): Written {
	const { cashier, group, approvedBy } = act;
	const { deviceAt, offsetMs } = act.time;
	const { id, kind, saleId = null, buyer = null } = saying;
	const shiftId = till.shift?.id ?? null;
	const at = later(deviceAt, offsetMs ?? 0);
	const head = { id, enrolmentId: till.id, sequence: till.nextSequence, previous: till.lastHash, deviceAt, offsetMs };
	const body = { ...saying.body(receipt ?? ''), cashierId: cashier.id, approvedBy, shiftId };
	checkTyped(body);
	const text = eventText({ ...head, kind, body } as unknown as TillEvent);
	const day = dayOf(at, group.zone);
	return { kind, saleId, shiftId, receipt, at, day, cashier: cashier.name, text, shift: till.shift, buyer };
}
