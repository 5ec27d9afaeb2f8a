/** One group: by its address on the web, by its id, and what it does. */
import type { Reader } from '#lib/db/open.server.ts';
import type { KubeTable } from '#lib/db/group-tables.ts';
import { present } from '#lib/kernel/assert.ts';
import { day, zone } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import type { Businesses, Group } from './group.ts';
import { parseKind } from './kinds.ts';
import { readOpeningHours } from './opening-hours.ts';
import { readReadiness } from './readiness.ts';
import { readSettings } from './settings.ts';
import { parseGroupStatus } from './status.ts';

export type { Group } from './group.ts';

/** The group that has or had this address. Throws NotFound. */
export async function groupBySlug(reader: Reader, slug: string): Promise<Group> {
	const named = await reader.selectFrom('kubeSlug').select('groupId').where('slug', '=', slug).executeTakeFirst();
	if (named === undefined) throw new NotFound('group');
	return groupOf(reader, id(named.groupId));
}

/** Throws NotFound. */
export async function groupOf(reader: Reader, groupId: Id): Promise<Group> {
	const row = await reader.selectFrom('kube').selectAll().where('groupId', '=', groupId).executeTakeFirst();
	if (row === undefined) throw new NotFound('group');
	return groupFrom(row);
}

/** What a group does. Throws NotFound for a group that is not there. */
export async function businessesOf(reader: Reader, groupId: Id): Promise<Businesses> {
	const rows = await reader
		.selectFrom('kubeBusiness')
		.select(['kind', 'isMain'])
		.where('groupId', '=', groupId)
		.orderBy('kind')
		.execute();
	if (rows.length === 0) throw new NotFound('group');
	return businessesFrom(rows);
}

/** A group's businesses from their rows, of which one is the main one. */
export function businessesFrom(rows: readonly { readonly kind: string; readonly isMain: number }[]): Businesses {
	const keyOf = ({ kind }: { readonly kind: string }) => present(parseKind(kind), `kind of business ${kind}`).key;
	return {
		main: keyOf(
			present(
				rows.find((row) => row.isMain === 1),
				'the main business'
			)
		),
		others: rows.filter((row) => row.isMain === 0).map(keyOf)
	};
}

function groupFrom(row: KubeTable): Group {
	const { slug, name, villageCode, address, phone, story } = row;
	return {
		groupId: id(row.groupId),
		slug, name, villageCode, address, phone, story,
		zone: zone(row.zone),
		status: present(parseGroupStatus(row.status), 'status'),
		isShop: row.isShop === 1,
		foundedOn: row.foundedOn === null ? null : day(row.foundedOn),
		logoFileId: row.logoFileId === null ? null : id(row.logoFileId),
		openingHours: readOpeningHours(row.openingHours),
		settings: readSettings(row.settings),
		readiness: readReadiness(row.readiness)
	}; // prettier-ignore
}
