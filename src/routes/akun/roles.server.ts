/** A person's roles as lines to read: what, and where. */
import type { Reader } from '#lib/db/open.server.ts';
import { groupOf } from '#lib/groups/queries.server.ts';
import { agencyById, officeById } from '#lib/identity/offices.server.ts';
import type { Grant } from '#lib/identity/permissions.ts';
import { roleName } from '#lib/identity/role-name.ts';
import { id } from '#lib/kernel/id.ts';
import { m } from '#texts/messages.js';

export interface RoleLine {
	readonly scopeId: string;
	readonly where: string;
	/** "Anggota, Ketua". */
	readonly roles: string;
	/** The page of the place, for those who may go there. */
	readonly href: string | null;
}

/** One line a place, by the order of the grants. */
export async function roleLines(reader: Reader, grants: readonly Grant[]): Promise<RoleLine[]> {
	const lines: RoleLine[] = [];
	for (const [scopeId, here] of Map.groupBy(grants, (grant) => grant.scopeId)) {
		const [first] = here;
		if (first === undefined) continue;
		const { name, href } = await placeOf(reader, first);
		lines.push({ scopeId, where: name, roles: here.map((grant) => roleName(grant.role)).join(', '), href });
	}
	return lines;
}

async function placeOf(reader: Reader, { scope, scopeId }: Grant): Promise<{ name: string; href: string | null }> {
	switch (scope) {
		case 'group': {
			const { name, slug } = await groupOf(reader, id(scopeId));
			return { name, href: `/kelola/${slug}` };
		}
		case 'agency':
			return { name: (await agencyById(reader, id(scopeId))).name, href: null };
		case 'office':
			return { name: (await officeById(reader, id(scopeId))).name, href: '/dinsos' };
		case 'platform':
			return { name: m.common_product(), href: '/dinsos' };
	}
}
