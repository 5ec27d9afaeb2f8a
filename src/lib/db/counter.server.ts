/** Numbers without gaps: a row a series, moved in the same work as what it numbers. */
import { present } from '#lib/kernel/assert.ts';
import { prepared } from './prepared.server.ts';
import type { Work } from './work.server.ts';

const next = prepared((db, p: { tenantId: string; series: string }) =>
	db
		.insertInto('counter')
		.values({ ...p, value: 1 })
		.onConflict((conflict) =>
			conflict.columns(['tenantId', 'series']).doUpdateSet((row) => ({ value: row('counter.value', '+', 1) }))
		)
		.returning('value')
);

/** The next number of the tenant's `series`: 1, 2, 3 … */
export async function nextNumber(work: Work, series: string): Promise<number> {
	const rows = await work.run(next, { tenantId: work.tenant.id, series });
	return present(rows[0], `counter ${series}`).value;
}
