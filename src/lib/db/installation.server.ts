/** Whether this database holds the demo or a real office: told once, never changed. */
import { NotFound } from '#lib/kernel/refusal.ts';
import { type Database, type Reader } from './open.server.ts';
import { PLATFORM, systemActor } from './tenant.ts';
import { inFoundingWork } from './work.server.ts';

export type InstallationKind = 'demo' | 'real';

export interface Installation {
	readonly id: string;
	readonly kind: InstallationKind;
	readonly name: string;
	readonly madeAt: string;
}

/** Marks a freshly migrated database; throws an error of the engine when it is marked already. */
export async function markInstallation(db: Database, kind: InstallationKind, name: string): Promise<void> {
	await inFoundingWork(db, systemActor('setup'), PLATFORM, (work) =>
		work.insert('installation', [{ id: work.newId(), kind, name, madeAt: work.now }])
	);
}

/** Throws NotFound for a database that was migrated and never marked. */
export async function readInstallation(reader: Reader): Promise<Installation> {
	const row = await reader.selectFrom('installation').selectAll().executeTakeFirst();
	if (row === undefined) throw new NotFound('installation');
	return { id: row.id, kind: row.kind === 'demo' ? 'demo' : 'real', name: row.name, madeAt: row.madeAt };
}
