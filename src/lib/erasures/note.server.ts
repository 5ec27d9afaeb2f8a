/** Noting an erasure in the work that erases, so that a job lists it even if the power goes right after the commit. */
import { readInstallation } from '#lib/db/installation.server.ts';
import type { Database } from '#lib/db/open.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { addJob } from '#lib/jobs/add.server.ts';
import type { Job } from '#lib/jobs/job.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { instant } from '#lib/kernel/instant.ts';
import type { ErasureList } from './list.server.ts';

/** Has the erasure of `erasedId` listed outside the data; `kind` is a name of the map `erasers` in `src/jobs.ts`. */
export async function noteErasure(work: Work, kind: string, erasedId: Id): Promise<void> {
	await addJob(work, 'erasures.list', { kind, id: erasedId, at: work.now });
}

/** A job: lists what was erased. Run again it lists it twice, which says no more than once. */
export async function listErasure(db: Database, list: ErasureList, { tenantId, payload }: Job): Promise<void> {
	const { id: installation } = await readInstallation(db.reader);
	await list.append({
		installation,
		kind: String(payload['kind']),
		tenantId,
		id: id(String(payload['id'])),
		at: instant(String(payload['at']))
	});
}
