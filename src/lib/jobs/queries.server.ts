/** What waits and what failed, for whoever looks after the installation. */
import type { Reader } from '#lib/db/open.server.ts';
import { instant } from '#lib/kernel/instant.ts';
import type { FailedJob } from './job.ts';

const failedMax = 100;

/** Jobs whose last try failed, those that wait for a person first. */
export async function failedJobs(reader: Reader): Promise<FailedJob[]> {
	const rows = await reader
		.selectFrom('job')
		.select(['id', 'name', 'tenantId', 'tries', 'runAt', 'lastError', 'state'])
		.where('lastError', 'is not', null)
		.where('state', 'in', ['failed', 'waiting'])
		.orderBy('state')
		.orderBy('runAt')
		.limit(failedMax)
		.execute();
	return rows.map(({ state, runAt, lastError, ...job }) => ({
		...job,
		runAt: instant(runAt),
		lastError: lastError ?? '',
		willRetry: state === 'waiting'
	}));
}
