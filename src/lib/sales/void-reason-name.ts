/** Why a sale was taken back, in the reader's language. */
import { m } from '#texts/messages.js';
import type { VoidReason } from './wire-bodies.ts';

const names: Readonly<Record<VoidReason, () => string>> = {
	'wrong-goods': m.counter_void_wrong_goods,
	'wrong-quantity': m.counter_void_wrong_quantity,
	'buyer-left': m.counter_void_buyer_left,
	other: m.counter_void_other
};

/** A reason as our own database holds it. */
export function voidReasonName(reason: string): string {
	return isReason(reason) ? names[reason]() : reason;
}

function isReason(reason: string): reason is VoidReason {
	return reason in names;
}
