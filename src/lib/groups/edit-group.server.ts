/** What a group changes about itself: its page, its businesses, its switches, its first steps. */
import { recordAudit } from '#lib/audit/record.server.ts';
import { bit } from '#lib/db/values.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { regionAt } from '#lib/regions/queries.server.ts';
import type { Businesses } from './group.ts';
import type { OpeningHours } from './opening-hours.ts';
import { businessesOf, groupOf } from './queries.server.ts';
import { groupSearchText } from './search-text.ts';
import type { GroupSettings } from './settings.ts';

/** A field that is not there stays as it is. The village does not change: zone, roles and address hang on it. */
export interface GroupChange {
	readonly name?: string;
	readonly address?: string;
	readonly isShop?: boolean;
	readonly phone?: string | null;
	readonly story?: string;
	readonly logoFileId?: Id | null;
	readonly openingHours?: OpeningHours | null;
	readonly businesses?: Businesses;
}

/** Changes the group's own page. Its address on the web stays, whatever it is called. */
export async function editGroup(work: Work, change: GroupChange): Promise<void> {
	const { groupId } = work;
	const { businesses, isShop, openingHours, ...plain } = change;
	if (businesses !== undefined) await writeBusinesses(work, businesses);
	await work.trx
		.updateTable('kube')
		.set({
			...plain,
			...(isShop === undefined ? {} : { isShop: bit(isShop) }),
			...(openingHours === undefined ? {} : { openingHours: hoursColumn(openingHours) }),
			searchText: await searchTextWith(work, change)
		})
		.where('groupId', '=', groupId)
		.execute();
	const facts = { fields: Object.keys(change).sort().join(' ') };
	await recordAudit(work, { action: 'group.edited', subjectType: 'group', subjectId: groupId, facts });
}

async function searchTextWith(work: Work, change: GroupChange): Promise<string> {
	const group = await groupOf(work.reader, work.groupId);
	const village = await regionAt(work.reader, group.villageCode);
	const businesses = change.businesses ?? (await businessesOf(work.reader, work.groupId));
	return groupSearchText(change.name ?? group.name, village.name, businesses);
}

/** Replaces the group's kinds of business. */
export async function writeBusinesses(work: Work, { main, others }: Businesses): Promise<void> {
	const { groupId } = work;
	await work.trx.deleteFrom('kubeBusiness').where('groupId', '=', groupId).execute();
	const kinds = [...new Set([main, ...others])];
	await work.insert(
		'kubeBusiness',
		kinds.map((kind) => ({ groupId, kind, isMain: bit(kind === main) }))
	);
}

export function hoursColumn(hours: OpeningHours | null): string {
	return hours === null ? '' : JSON.stringify(hours);
}

export async function editSettings(work: Work, settings: GroupSettings): Promise<void> {
	const { groupId } = work;
	await work.trx
		.updateTable('kube')
		.set({ settings: JSON.stringify(settings) })
		.where('groupId', '=', groupId)
		.execute();
	await recordAudit(work, {
		action: 'group.settings',
		subjectType: 'group',
		subjectId: groupId,
		facts: { ...settings }
	});
}
