/** Many groups: those of a region, found by name, a page at a time, in the order of their names. */
import { sql } from 'kysely';
import type { Reader } from '#lib/db/open.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { zone } from '#lib/kernel/day.ts';
import { id } from '#lib/kernel/id.ts';
import { queryWords } from '#lib/kernel/text.ts';
import type { Businesses, GroupCard } from './group.ts';
import { readOpeningHours } from './opening-hours.ts';
import { businessesFrom } from './queries.server.ts';
import { type GroupStatus, parseGroupStatus } from './status.ts';

export interface GroupSearch {
	/** Only groups within this region; the whole country unless given. */
	readonly regionCode?: string | undefined;
	/** Words of its name, village or business. */
	readonly query?: string | undefined;
	/** Only e-waroeng, or only other groups. */
	readonly isShop?: boolean | undefined;
	readonly status?: GroupStatus | undefined;
	/** The `next` of the page before. */
	readonly after?: string | undefined;
	readonly limit?: number;
}

export interface GroupPage {
	readonly groups: readonly GroupCard[];
	/** Asks for the next page; null on the last. */
	readonly next: string | null;
}

const pageDefault = 24;
const pageMax = 100;

/** Groups in the order of their names. */
export async function groupsIn(reader: Reader, search: GroupSearch): Promise<GroupPage> {
	const size = Math.min(search.limit ?? pageDefault, pageMax);
	const found = await searched(reader, search)
		.innerJoin('region as village', 'village.code', 'kube.villageCode')
		.innerJoin('region as district', 'district.code', 'village.parentCode')
		.select([
			'kube.groupId',
			'slug',
			'kube.name',
			'villageCode',
			'address',
			'kube.zone',
			'status',
			'isShop',
			'logoFileId',
			'openingHours'
		])
		.select(['kube.searchText', 'village.name as villageName', 'district.name as districtName'])
		.orderBy('kube.searchText')
		.orderBy('kube.groupId')
		.limit(size + 1)
		.execute();
	const rows = found.slice(0, size);
	const businesses = await businessesByGroup(
		reader,
		rows.map((row) => row.groupId)
	);
	const last = rows.at(-1);
	return {
		groups: rows.map((row) => cardOf(row, present(businesses.get(row.groupId), 'businesses'))),
		next: found.length > size && last !== undefined ? cursorOf(last) : null
	};
}

function searched(reader: Reader, { regionCode, query, isShop, status, after }: GroupSearch) {
	let rows = reader.selectFrom('kube');
	if (regionCode !== undefined && regionCode !== '')
		rows = rows.where('villageCode', 'in', (within) =>
			within.selectFrom('regionClosure').select('descendantCode').where('ancestorCode', '=', regionCode)
		);
	if (isShop !== undefined) rows = rows.where('isShop', '=', isShop ? 1 : 0);
	if (status !== undefined) rows = rows.where('status', '=', status);
	for (const word of queryWords(query ?? ''))
		rows = rows.where(sql<string>`' ' || kube.search_text`, 'like', `% ${word}%`);
	const from = after === undefined ? null : placeOf(after);
	if (from !== null)
		rows = rows.where((row) =>
			row.or([
				row('kube.searchText', '>', from.searchText),
				row.and([row('kube.searchText', '=', from.searchText), row('kube.groupId', '>', from.groupId)])
			])
		);
	return rows;
}

async function businessesByGroup(reader: Reader, groupIds: readonly string[]): Promise<Map<string, Businesses>> {
	if (groupIds.length === 0) return new Map();
	const rows = await reader
		.selectFrom('kubeBusiness')
		.select(['groupId', 'kind', 'isMain'])
		.where('groupId', 'in', [...groupIds])
		.orderBy('kind')
		.execute();
	return new Map([...Map.groupBy(rows, (row) => row.groupId)].map(([groupId, own]) => [groupId, businessesFrom(own)]));
}

interface CardRow {
	readonly groupId: string;
	readonly slug: string;
	readonly name: string;
	readonly villageCode: string;
	readonly villageName: string;
	readonly districtName: string;
	readonly address: string;
	readonly zone: string;
	readonly status: string;
	readonly isShop: number;
	readonly logoFileId: string | null;
	readonly openingHours: string;
}

function cardOf(row: CardRow, businesses: Businesses): GroupCard {
	const { slug, name, villageCode, villageName, districtName, address } = row;
	return {
		groupId: id(row.groupId),
		slug, name, villageCode, villageName, districtName, address, businesses,
		zone: zone(row.zone),
		status: present(parseGroupStatus(row.status), 'status'),
		isShop: row.isShop === 1,
		logoFileId: row.logoFileId === null ? null : id(row.logoFileId),
		openingHours: readOpeningHours(row.openingHours)
	}; // prettier-ignore
}

interface Cursor {
	readonly searchText: string;
	readonly groupId: string;
}

/** Search text holds letters, digits and spaces only, so the sign between is safe. */
function cursorOf({ searchText, groupId }: Cursor): string {
	return `${searchText}~${groupId}`;
}

/** Where a page begins; null for a cursor that someone made up, which begins at the first page. */
function placeOf(cursor: string): Cursor | null {
	const [searchText, groupId] = cursor.split('~');
	return searchText === undefined || groupId === undefined ? null : { searchText, groupId };
}
