/** Ready in ten minutes: where the group stands. */
import { nextReadyStep } from '#lib/groups/readiness.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { group, can } = await requireGroup(event, 'catalog.read');
	return { readiness: group.readiness, next: nextReadyStep(group.readiness), maySell: can('sale.record') };
};
