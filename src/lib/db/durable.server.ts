/** Whether what is answered is on the disk: asked by the server at its start and by the tests before they believe it. */
import type { Database } from './open.server.ts';

/** The settings under which a commit is synced before it is answered; `remote_apply` waits for a second machine as well. */
const durableSettings: ReadonlySet<string> = new Set([
	'synchronous=2',
	'fsync=on synchronous_commit=on',
	'fsync=on synchronous_commit=remote_apply'
]);

/** Throws, with the engine's own words, unless a commit is on the disk when it is answered. */
export async function requireDurable(db: Pick<Database, 'durability'>): Promise<void> {
	const settings = await db.durability();
	if (!durableSettings.has(settings)) throw new Error(`The database may lose what it confirmed: ${settings}.`);
}
