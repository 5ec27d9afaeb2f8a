/** A person's roles as lines to read: what, and where. */
import type { Reader } from '#lib/db/open.server.ts';
import { groupOf } from '#lib/groups/queries.server.ts';
import { agencyById, officeById } from '#lib/identity/offices.server.ts';
import type { Grant } from '#lib/identity/permissions.ts';
import { roleName } from '#lib/identity/role-name.ts';
import { id } from '#lib/kernel/id.ts';
import { m } from '#texts/messages.js';

export interface RoleLine {
	readonly grantId: string;
	readonly role: string;
	readonly where: string;
	/** The group's page, for those who may go there. */
	readonly href: string | null;
}

/** One line a role, in the order given. */
export async function roleLines(reader: Reader, grants: readonly Grant[]): Promise<RoleLine[]> {
	const lines: RoleLine[] = [];
	for (const grant of grants) {
		const { name, href } = await placeOf(reader, grant);
		lines.push({ grantId: grant.id, role: roleName(grant.role), where: name, href });
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
