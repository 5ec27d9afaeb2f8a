/** Finding people: those of the region by name, anyone by a whole number. */
import { mayAnywhere } from '#lib/identity/permissions.ts';
import { searchPeople } from '#lib/identity/search.server.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { regionsOf } from '../reach.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, reader, grants } = requireAnywhere(event, 'people.search');
	const { searchParams } = event.url;
	const text = searchParams.get('cari') ?? '';
	const after = searchParams.get('sesudah');
	const found = await searchPeople(reader, { text, within: regionsOf(grants), after, at: db.clock() });
	const next = new URLSearchParams({ cari: text, sesudah: found.next ?? '' });
	return {
		query: text,
		people: found.people,
		next: found.next === null ? null : `/dinsos/orang?${next.toString()}`,
		mayRegister: mayAnywhere(event.locals.grants, 'people.register').length > 0
	};
};
