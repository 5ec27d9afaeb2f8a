/** A region at a glance: how many groups stand where, which are new, and which have gone quiet. */
import type { Reader } from '#lib/db/open.server.ts';
import { type GroupStatus, groupStatuses } from '#lib/groups/status.ts';
import { type Day, day, dayOf, daysBetween, zone } from '#lib/kernel/day.ts';
import { id } from '#lib/kernel/id.ts';
import { instant } from '#lib/kernel/instant.ts';
import { type GroupSeen, type Quiet, quietOf, type QuietPart } from './quiet.ts';
import { groupsWithin } from './region-groups.server.ts';

export interface GlanceAsked {
	/** '' is the whole country. */
	readonly regionCode: string;
	/** The present day there. */
	readonly today: Day;
}

export interface RegionGlance {
	readonly groups: number;
	readonly shops: number;
	/** How many stand where, in the order of a group's life. */
	readonly statuses: readonly { readonly status: GroupStatus; readonly groups: number }[];
	/** Registered in the last 30 days, the latest first. */
	readonly fresh: { readonly count: number; readonly groups: readonly GroupSeen[] };
	readonly quiet: Quiet;
}

const freshDays = 30;
/** How many groups of each kind are told by name. */
const namedMax = 6;

export async function regionGlance(reader: Reader, { regionCode, today }: GlanceAsked): Promise<RegionGlance> {
	const groups = await groupsSeen(reader, regionCode);
	const fresh = groups
		.filter((group) => daysBetween(group.since, today) < freshDays)
		.sort((one, other) => (one.since < other.since ? 1 : -1));
	const active = groups.filter((group) => group.status === 'active');
	return {
		groups: groups.length,
		shops: groups.filter((group) => group.isShop).length,
		statuses: groupStatuses.map((status) => ({
			status,
			groups: groups.filter((group) => group.status === status).length
		})),
		fresh: { count: fresh.length, groups: fresh.slice(0, namedMax) },
		quiet: quietOf(active, today, { limit: namedMax })
	};
}

/** The groups of a region that have gone quiet, a part of them by name. */
export async function regionQuiet(
	reader: Reader,
	{ regionCode, today, skip, limit }: GlanceAsked & Required<QuietPart>
): Promise<Quiet> {
	const groups = await groupsSeen(reader, regionCode);
	return quietOf(
		groups.filter((group) => group.status === 'active'),
		today,
		{ skip, limit }
	);
}

interface Seen extends GroupSeen {
	readonly status: string;
	readonly isShop: boolean;
}

async function groupsSeen(reader: Reader, regionCode: string): Promise<Seen[]> {
	const rows = await groupsWithin(reader, regionCode)
		.select(['kube.groupId', 'kube.name', 'kube.status', 'kube.isShop', 'kube.zone', 'kube.madeAt'])
		.select((row) =>
			row
				.selectFrom('omzetDay')
				.select((inner) => inner.fn.max('omzetDay.day').as('day'))
				.whereRef('omzetDay.groupId', '=', 'kube.groupId')
				.where('omzetDay.sales', '>', 0)
				.as('lastSale')
		)
		.orderBy('kube.searchText')
		.execute();
	return rows.map(({ groupId, name, status, isShop, madeAt, lastSale, ...row }) => ({
		groupId: id(groupId),
		name,
		status,
		isShop: isShop === 1,
		since: dayOf(instant(madeAt), zone(row.zone)),
		lastSale: lastSale === null ? null : day(lastSale)
	}));
}
