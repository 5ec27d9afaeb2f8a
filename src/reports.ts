/** Reads over more than one group or one month, by name: `wideRead` makes them in threads of their own. */
import type { Reader } from '#lib/db/open.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { omzetOf, type Spans } from '#lib/ledger/omzet-queries.server.ts';
import { aidFacts } from '#lib/oversight/aid-facts.server.ts';
import { regionGlance, regionQuiet } from '#lib/oversight/region-glance.server.ts';
import { regionGroups, regionParts } from '#lib/oversight/region-groups.server.ts';
import { regionOmzet } from '#lib/oversight/region-omzet.server.ts';

export const reports = {
	/** A day, a month and a whole year of one group. */
	groupOmzet: (reader: Reader, { groupId, ...spans }: Spans & { readonly groupId: Id }) =>
		omzetOf(reader, groupId, spans),
	aidFacts,
	regionGlance,
	regionGroups,
	regionOmzet,
	regionParts,
	regionQuiet
};

export type Reports = typeof reports;
