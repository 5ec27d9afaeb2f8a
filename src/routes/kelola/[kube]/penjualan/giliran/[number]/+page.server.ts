/** What one shift came to. */
import { everyName } from '#lib/identity/names.server.ts';
import { shiftReport } from '#lib/sales/shift-report.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { foundOr404, numberOr404 } from '#lib/web/found.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId } = await requireGroup(event, 'sale.read');
	const report = await foundOr404(shiftReport(reader, groupId, numberOr404(event.params.number)));
	const { shift } = report;
	const names = await everyName(reader, [shift.personId, shift.end?.personId ?? null].flatMap((person) => person ?? [])); // prettier-ignore
	return {
		report,
		opener: (shift.personId && names.get(shift.personId)) ?? null,
		closer: (shift.end?.personId && names.get(shift.end.personId)) ?? null
	};
};
