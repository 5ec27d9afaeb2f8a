/** Shifts, the latest first, each with what was counted. */
import { shiftsOf } from '#lib/drawer/queries.server.ts';
import { everyName } from '#lib/identity/names.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId } = await requireGroup(event, 'sale.read');
	const asked = event.url.searchParams.get('sebelum') ?? '';
	const { shifts, next } = await shiftsOf(reader, groupId, {
		before: /^\d{1,9}$/.test(asked) ? Number(asked) : undefined
	});
	const names = await everyName(reader, shifts.flatMap(({ personId }) => personId ?? [])); // prettier-ignore
	return {
		shifts: shifts.map((shift) => ({ ...shift, person: (shift.personId && names.get(shift.personId)) ?? null })),
		next: next === null ? null : `${event.url.pathname}?sebelum=${next}`
	};
};
