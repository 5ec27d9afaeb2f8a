/** Words about aid and cards: why aid may not buy something, and why a card could not pay. */
import type { WhyNot } from '#lib/aid/food-list.ts';
import type { CardFailure } from '#lib/sales/wire-bodies.ts';
import { m } from '#texts/messages.js';

const whyNots: Readonly<Record<WhyNot, () => string>> = {
	bundle: m.aid_till_why_bundle,
	'no-food': m.aid_till_why_no_food,
	'not-listed': m.aid_till_why_not_listed,
	'not-fresh': m.aid_till_why_not_fresh,
	'no-list': m.aid_till_why_no_list,
	'unknown-goods': m.aid_till_why_unknown
};

export function whyNotText(why: WhyNot): string {
	return whyNots[why]();
}

const failures: Readonly<Record<CardFailure, typeof m.aid_till_fail_blocked>> = {
	blocked: m.aid_till_fail_blocked,
	empty: m.aid_till_fail_empty,
	pin: m.aid_till_fail_pin,
	unreadable: m.aid_till_fail_unreadable,
	machine: m.aid_till_fail_machine,
	other: m.aid_till_fail_other
};

export function cardFailureText(why: CardFailure): string {
	return failures[why]();
}
