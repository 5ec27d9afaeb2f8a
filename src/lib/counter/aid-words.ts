/** Words about aid: why it may not buy something. */
import type { WhyNot } from '#lib/aid/food-list.ts';
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
