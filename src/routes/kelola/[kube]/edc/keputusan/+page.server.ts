/** What people decided about swipes, the latest first. */
import { everyName } from '#lib/identity/names.server.ts';
import { decisionsMade } from '#lib/payments/settlement-decisions.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import type { PageServerLoad } from './$types';

const pageSize = 50;

export const load: PageServerLoad = async (event) => {
	const { reader, groupId } = await requireGroup(event, 'books.read');
	const before = Number(event.url.searchParams.get('sebelum') ?? '');
	const { decisions, next } = await decisionsMade(reader, groupId, {
		limit: pageSize,
		...(Number.isSafeInteger(before) && before > 0 ? { before } : {})
	});
	const names = await everyName(reader, decisions.flatMap(({ by }) => by ?? [])); // prettier-ignore
	return {
		decisions: decisions.map((decision) => ({ ...decision, name: (decision.by && names.get(decision.by)) ?? null })),
		next: next === null ? null : `${event.url.pathname}?sebelum=${next}`
	};
};
