/** The groups of an office's region: by name, status, and whether they are e-waroeng. */
import { groupsIn } from '#lib/groups/browse.server.ts';
import { parseGroupStatus } from '#lib/groups/status.ts';
import { mayAnywhere } from '#lib/identity/permissions.ts';
import { regionPaths } from '#lib/regions/queries.server.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { regionsOf } from '../reach.server.ts';
import type { PageServerLoad } from './$types';

const pageSize = 30;

export const load: PageServerLoad = async (event) => {
	const { reader, grants } = requireAnywhere(event, 'office.read');
	const { searchParams } = event.url;
	const regions = regionsOf(grants);
	const region = regions.find((code) => code === searchParams.get('wilayah')) ?? regions[0] ?? '';
	const query = searchParams.get('cari') ?? '';
	const status = parseGroupStatus(searchParams.get('status') ?? '');
	const onlyShops = searchParams.get('warung') === 'ya';
	const found = await groupsIn(reader, {
		query,
		limit: pageSize,
		regionCode: region === '' ? undefined : region,
		status: status ?? undefined,
		isShop: onlyShops ? true : undefined,
		after: searchParams.get('sesudah') ?? undefined
	});
	const next = new URLSearchParams(searchParams);
	next.set('sesudah', found.next ?? '');
	const paths = await regionPaths(reader, regions);
	return {
		query,
		status,
		onlyShops,
		region,
		regions: regions.map((code) => ({ code, name: paths.get(code)?.names[0] ?? '' })),
		groups: found.groups,
		next: found.next === null ? null : `/dinsos/kube?${next.toString()}`,
		mayFound: mayAnywhere(event.locals.grants, 'group.found').length > 0
	};
};
