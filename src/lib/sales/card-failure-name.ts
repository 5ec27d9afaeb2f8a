/** Why a card could not pay, in a word or two for lists. */
import { m } from '#texts/messages.js';
import type { CardFailure } from './wire-bodies.ts';

const names = {
	blocked: m.aid_failure_blocked,
	empty: m.aid_failure_empty,
	pin: m.aid_failure_pin,
	unreadable: m.aid_failure_unreadable,
	machine: m.aid_failure_machine,
	other: m.aid_failure_other
} as const satisfies Record<CardFailure, () => string>;

export function cardFailureName(why: CardFailure): string {
	return names[why]();
}
