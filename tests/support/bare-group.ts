/** Tenants without any business: for tests of the database itself. */
import type { Database } from '#lib/db/open.server.ts';
import { groupTenant, systemActor, type Tenant } from '#lib/db/tenant.ts';
import { inFoundingWork } from '#lib/db/work.server.ts';
import { type Id, id } from '#lib/kernel/id.ts';

export const tester = systemActor('test');

/** The id of the `number`-th bare group. */
export function bareGroupId(number: number): Id {
	return id(`0190aaaa-0000-7000-8000-${number.toString(16).padStart(12, '0')}`);
}

/** Founds the `number`-th bare group: a head row and nothing else. */
export async function bareGroup(db: Database, number = 1): Promise<Tenant> {
	const tenant = groupTenant(bareGroupId(number));
	await inFoundingWork(db, tester, tenant, () => Promise.resolve());
	return tenant;
}
