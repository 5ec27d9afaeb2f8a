/** The form by which a group is founded, read into what the command takes. */
import * as v from 'valibot';
import type { Founding } from '#lib/groups/found.server.ts';
import { parseKind } from '#lib/groups/kinds.ts';
import { memberNameLengthMax } from '#lib/groups/member.ts';
import { type Office, offices } from '#lib/groups/register.ts';
import { parsePhone } from '#lib/identity/phone.ts';
import { parseDay } from '#lib/kernel/day.ts';
import { idField, needed, oneOf, optionalText, phoneField, ticked } from '#lib/web/fields.ts';
import { m } from '#texts/messages.js';
import { decisionFields } from '../../decision-fields.ts';
import { optionalPerson } from '../../known-phone.server.ts';
import { isUnread, officer, parseFounders } from './founders.ts';

const membersLengthMax = 4000;

const members = v.pipe(
	optionalText(membersLengthMax),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const parsed = parseFounders(dataset.value);
		if (!isUnread(parsed)) return parsed;
		addIssue({ message: m.platform_field_members_line({ line: parsed.line, text: parsed.text }) });
		return NEVER;
	})
);

const kind = v.pipe(
	v.optional(v.string(), ''),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const parsed = parseKind(dataset.value);
		if (parsed !== null) return parsed.key;
		addIssue({ message: m.web_field_choose() });
		return NEVER;
	})
);

const optionalDay = v.pipe(
	v.optional(v.string(), ''),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const parsed = dataset.value === '' ? null : parseDay(dataset.value);
		if (parsed !== null || dataset.value === '') return parsed;
		addIssue({ message: m.web_field_day() });
		return NEVER;
	})
);

/** A group that works has its three officers, each with a number to sign in with. */
const officerFields = {
	'chair-name': needed(memberNameLengthMax), 'chair-phone': phoneField,
	'secretary-name': needed(memberNameLengthMax), 'secretary-phone': phoneField,
	'treasurer-name': needed(memberNameLengthMax), 'treasurer-phone': phoneField
}; // prettier-ignore

export const FoundingForm = v.objectAsync({
	kiriman: idField,
	village: needed(20),
	name: needed(80),
	address: needed(200),
	kind,
	shop: ticked,
	'founded-on': optionalDay,
	status: oneOf(['active', 'forming']),
	...officerFields,
	members,
	pendamping: optionalPerson,
	...decisionFields
});

type Typed = v.InferOutput<typeof FoundingForm>;

/** What the form says, as the command takes it. */
export function foundingOf(typed: Typed): Founding {
	const inOffice = (office: Office) => officer(office, typed[`${office}-name`], typed[`${office}-phone`]);
	return {
		name: typed.name,
		villageCode: typed.village,
		address: typed.address,
		businesses: { main: typed.kind, others: [] },
		isShop: typed.shop,
		foundedOn: typed['founded-on'],
		phone: parsePhone(typed['chair-phone']),
		status: typed.status,
		decision: { decidedOn: typed['decided-on'], minutes: typed.minutes },
		members: [...offices.flatMap((office) => inOffice(office) ?? []), ...typed.members],
		pendampingId: typed.pendamping?.id ?? null
	};
}
