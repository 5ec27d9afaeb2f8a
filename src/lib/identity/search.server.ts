/** Finding people: those with a role in a region, by name or number; a page at a time. */
import type { Reader } from '#lib/db/open.server.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { folded } from '#lib/kernel/text.ts';
import { parsePhone } from './phone.ts';

export interface PeopleQuery {
	/** Part of a name, or a whole phone number; empty for everyone. */
	readonly text: string;
	/** The regions that the asker serves; '' is the whole country, and with it people without any role. */
	readonly within: readonly string[];
	/** The `next` of the page before. */
	readonly after?: string | null;
	readonly at: Instant;
	readonly limit?: number;
}

export interface FoundPerson {
	readonly id: Id;
	readonly name: string;
	readonly phone: string | null;
	readonly hasPassword: boolean;
}

export interface FoundPeople {
	readonly people: readonly FoundPerson[];
	readonly next: string | null;
}

const pageDefault = 25;
/** Between the name and the id in the mark of a page. */
const gap = '\n';

/** People by name. A whole phone number finds its owner anywhere, so that nobody is registered twice. */
export async function searchPeople(reader: Reader, query: PeopleQuery): Promise<FoundPeople> {
	const { text, within, after = null, at, limit = pageDefault } = query;
	let people = reader
		.selectFrom('person')
		.select(['person.id', 'name', 'phone', 'passwordHash'])
		.where('erasedAt', 'is', null);
	const phone = parsePhone(text);
	if (phone !== null) people = people.where('phone', '=', phone);
	else {
		for (const word of folded(text).split(' '))
			people = people.where((row) => row(row.fn<string>('lower', ['name']), 'like', `%${word}%`));
		if (!within.includes('')) people = people.where('person.id', 'in', peopleWithin(reader, within, at));
	}
	if (after !== null) {
		const [name = '', last = ''] = after.split(gap);
		people = people.where((row) =>
			row.or([row('name', '>', name), row.and([row('name', '=', name), row('person.id', '>', last)])])
		);
	}
	const rows = await people.orderBy('name').orderBy('person.id').limit(limit + 1).execute(); // prettier-ignore
	const shown = rows.slice(0, limit);
	const last = shown.at(-1);
	return {
		people: shown.map(({ id: personId, name, phone: number, passwordHash }) => ({
			id: id(personId),
			name,
			phone: number,
			hasPassword: passwordHash !== null
		})),
		next: rows.length > limit && last !== undefined ? `${last.name}${gap}${last.id}` : null
	};
}

function peopleWithin(reader: Reader, within: readonly string[], at: Instant) {
	return reader
		.selectFrom('roleGrant')
		.select('personId')
		.where('validFrom', '<=', at)
		.where((row) => row.or([row('validTo', 'is', null), row('validTo', '>', at)]))
		.where((row) =>
			row.or(within.flatMap((code) => [row('regionCode', '=', code), row('regionCode', 'like', `${code}.%`)]))
		);
}
