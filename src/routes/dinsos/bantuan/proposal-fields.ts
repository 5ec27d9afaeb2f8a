/** The fields that both kinds of rules have: where, from when to when, and by which law or letter. */
import type * as v from 'valibot';
import { parseDay } from '#lib/kernel/day.ts';
import { dayField, needed, optionalText } from '#lib/web/fields.ts';

const codeMax = 13;
const dayMax = 10;
const sourceMax = 200;
const reasonMax = 300;

export const proposalFields = {
	region: optionalText(codeMax),
	'valid-from': dayField,
	'valid-to': optionalText(dayMax),
	source: needed(sourceMax),
	'late-reason': optionalText(reasonMax)
};

type Sent = { readonly [Field in keyof typeof proposalFields]: v.InferOutput<(typeof proposalFields)[Field]> };

/** What the fields say, as the rooms ask for it. */
export function proposalOf(sent: Sent) {
	const { region, source, 'valid-from': validFrom, 'valid-to': validTo, 'late-reason': reason } = sent;
	return { region, validFrom, validTo: parseDay(validTo), source, lateReason: reason === '' ? null : reason };
}
