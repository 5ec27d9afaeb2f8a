/** What is written of the group, and the way to each part of it. */
import { terminalsInUse } from '#lib/aid/terminals.server.ts';
import { bankAccountOf } from '#lib/groups/bank-account.server.ts';
import { licencesOf } from '#lib/groups/licences.server.ts';
import { pendampingOf } from '#lib/groups/people.server.ts';
import { businessesOf } from '#lib/groups/queries.server.ts';
import { regionPath } from '#lib/regions/queries.server.ts';
import { tillsOf } from '#lib/sales/tills.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, group, db, today, can } = await requireGroup(event, 'group.read');
	const [businesses, village, licences, bank, guides, tills, machines] = await Promise.all([
		businessesOf(reader, groupId),
		regionPath(reader, group.villageCode),
		licencesOf(reader, groupId),
		can('bank.read') ? bankAccountOf(reader, groupId) : null,
		pendampingOf(reader, groupId, db.clock()),
		can('till.enrol') ? tillsOf(reader, groupId) : null,
		can('terminals.read') ? terminalsInUse(reader, groupId) : null
	]);
	return {
		group,
		businesses,
		village: village.text,
		licences,
		bank,
		today,
		pendamping: guides.map((guide) => guide.name),
		tills: tills?.filter((till) => till.revokedAt === null).length ?? null,
		machines: machines?.length ?? null,
		may: {
			edit: can('group.edit'),
			readBank: can('bank.read'),
			readDecisions: can('decisions.read'),
			readAudit: can('audit.read')
		}
	};
};
