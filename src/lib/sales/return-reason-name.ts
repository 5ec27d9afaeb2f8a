/** Why goods came back, in the reader's language. */
import { m } from '#texts/messages.js';
import type { ReturnReason } from './wire-bodies.ts';

const names: Readonly<Record<ReturnReason, () => string>> = {
	damaged: m.office_return_damaged,
	'wrong-goods': m.office_return_wrong_goods,
	'not-wanted': m.office_return_not_wanted,
	other: m.office_return_other
};

/** A reason as our own database holds it. */
export function returnReasonName(reason: string): string {
	return isReason(reason) ? names[reason]() : reason;
}

function isReason(reason: string): reason is ReturnReason {
	return reason in names;
}
