/** A daily job: drops what identity keeps only for a while. */
import type { Database } from '#lib/db/open.server.ts';
import { PLATFORM, systemActor } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { later } from '#lib/kernel/instant.ts';
import { forgetOldSessions } from './sessions.server.ts';
import { forgetOldTries } from './tries.server.ts';

const codesKeptMs = 90 * 86_400_000;

/** Forgets sessions and tries that are over, and codes of a quarter ago; that codes were made stays in the audit. */
export async function tidyIdentity(db: Database): Promise<void> {
	await forgetOldSessions(db);
	await inWork(db, systemActor('tidy'), PLATFORM, async (work) => {
		await forgetOldTries(work);
		await work.trx.deleteFrom('entryCode').where('expiresAt', '<', later(work.now, -codesKeptMs)).execute();
	});
}
