/** The groups a person has to do with: straight in when there is one. */
import { redirect } from '@sveltejs/kit';
import { type GroupPage, groupsIn } from '#lib/groups/browse.server.ts';
import { type Group, groupOf } from '#lib/groups/queries.server.ts';
import type { Reader } from '#lib/db/open.server.ts';
import { type Grant, mayAnywhere } from '#lib/identity/permissions.ts';
import { id } from '#lib/kernel/id.ts';
import { requireSignedIn } from '#lib/web/access.server.ts';
import { frameOf } from '#lib/web/frame.server.ts';
import type { PageServerLoad } from './$types';

const pageSize = 30;

export const load: PageServerLoad = async (event) => {
	const { reader, person } = requireSignedIn(event);
	const { locals, url } = event;
	const grants = mayAnywhere(locals.grants, 'group.read');
	const own = await ownGroups(reader, grants);
	const above = grants.find((grant) => grant.scope !== 'group');
	const [only] = own;
	if (above === undefined && own.length === 1 && only !== undefined) redirect(303, `/kelola/${only.slug}`);
	const query = url.searchParams.get('cari') ?? '';
	const region = above === undefined ? null : await groupsBelow(reader, above, query, url.searchParams.get('sesudah'));
	return {
		...frameOf(event),
		person: person.name,
		own: own.map(({ groupId, slug, name, address }) => ({ groupId, slug, name, address })),
		query,
		region: region === null ? null : region.groups,
		next: region?.next ? `/kelola?${new URLSearchParams({ cari: query, sesudah: region.next }).toString()}` : null
	};
};

async function ownGroups(reader: Reader, grants: readonly Grant[]): Promise<Group[]> {
	const ids = new Set(grants.filter((grant) => grant.scope === 'group').map((grant) => grant.scopeId));
	const groups = await Promise.all([...ids].map((groupId) => groupOf(reader, id(groupId))));
	return groups.sort((one, other) => one.name.localeCompare(other.name, 'id'));
}

/** The groups in the region that an office serves; the platform sees all. */
function groupsBelow(reader: Reader, grant: Grant, query: string, after: string | null): Promise<GroupPage> {
	return groupsIn(reader, {
		query,
		limit: pageSize,
		...(grant.regionCode === '' ? {} : { regionCode: grant.regionCode }),
		...(after === null ? {} : { after })
	});
}
