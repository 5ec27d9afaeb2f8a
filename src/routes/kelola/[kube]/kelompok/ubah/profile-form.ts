/** The form of a group's own page: what it is called, what it does, where and when. */
import * as v from 'valibot';
import { addressLengthMax, type Businesses, nameLengthMax, storyLengthMax } from '#lib/groups/group.ts';
import { type KindKey, parseKind } from '#lib/groups/kinds.ts';
import { type OpeningHours, openingHoursForm } from '#lib/groups/opening-hours.ts';
import { needed, optionalText, ticked } from '#lib/web/fields.ts';
import { listOf } from '#lib/web/line-fields.ts';
import { m } from '#texts/messages.js';
import { optionalPhone } from '../../anggota/member-form.ts';

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

const head = v.looseObject({
	name: needed(nameLengthMax),
	address: needed(addressLengthMax),
	phone: optionalPhone,
	story: optionalText(storyLengthMax),
	isShop: ticked,
	main: v.pipe(
		v.optional(v.string(), ''),
		v.rawTransform(({ dataset, addIssue, NEVER }): KindKey => {
			const kind = parseKind(dataset.value);
			if (kind !== null) return kind.key;
			addIssue({ message: m.web_field_choose() });
			return NEVER;
		})
	)
});

export const ProfileForm = v.pipe(
	head,
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const { name, address, phone, story, isShop, main, ...rest } = dataset.value;
		const others = listOf(rest['others']).flatMap((text) => parseKind(text)?.key ?? []);
		const businesses: Businesses = { main, others: others.filter((kind) => kind !== main) };
		const openingHours = hoursFrom(rest);
		if (openingHours !== undefined) return { name, address, phone, story, isShop, businesses, openingHours };
		const input = dataset.value;
		addIssue({
			message: m.office_hours_wrong(),
			path: [{ type: 'unknown', origin: 'value', input, key: 'hours', value: null }]
		});
		return NEVER;
	})
);

/** The hours of the week, null when none are told, undefined when they cannot be. */
function hoursFrom(fields: Readonly<Record<string, unknown>>): OpeningHours | null | undefined {
	const time = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
	const week = weekdays.map((day) => {
		const [opens, closes] = [time(`opens-${day}`), time(`closes-${day}`)];
		return opens === '' && closes === '' ? null : { opens, closes };
	});
	if (week.every((day) => day === null)) return null;
	const read = v.safeParse(openingHoursForm, week);
	return read.success ? read.output : undefined;
}
