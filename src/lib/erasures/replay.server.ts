/** After a restore the database knows again whom it had forgotten: what the list says is erased once more. */
import { readInstallation } from '#lib/db/installation.server.ts';
import type { Database, Reader } from '#lib/db/open.server.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound, Refusal } from '#lib/kernel/refusal.ts';
import type { Erasure } from './erasure.ts';
import type { ErasureList } from './list.server.ts';

/** How erasures of one kind are done again. */
export interface Eraser {
	/** Those of a tenant's ids that the database names. */
	readonly named: (reader: Reader, tenantId: string, ids: readonly Id[]) => Promise<Id[]>;
	/** Erases one of them, in works of the system. What it refuses is asked again at the next start. */
	readonly erase: (db: Database, tenantId: string, id: Id) => Promise<void>;
}

/** Kinds to how they are erased; `src/jobs.ts` holds the only one of the program. */
export type Erasers = Readonly<Record<string, Eraser>>;

export interface Replay {
	/** How many the database named, and names no longer. */
	readonly again: number;
	readonly refused: readonly { readonly kind: string; readonly id: Id; readonly code: string }[];
	/** Kinds that only a newer program knows. */
	readonly strangeKinds: readonly string[];
	readonly brokenLines: readonly number[];
}

/** So many ids are asked for in one query. */
const idsMax = 500;

/** Erases what the list says was erased and the database still names: a few reads when nothing was restored. */
export async function eraseAgain(db: Database, list: ErasureList, erasers: Erasers): Promise<Replay> {
	const { id: installation } = await readInstallation(db.reader);
	const { erasures, brokenLines } = await list.read(installation);
	const strangeKinds = new Set<string>();
	const refused: Replay['refused'][number][] = [];
	let again = 0;
	for (const { kind, tenantId, ids } of batches(erasures)) {
		const eraser = Object.hasOwn(erasers, kind) ? erasers[kind] : undefined;
		if (eraser === undefined) {
			strangeKinds.add(kind);
			continue;
		}
		for (const id of await eraser.named(db.reader, tenantId, ids)) {
			const code = await refusalOf(() => eraser.erase(db, tenantId, id));
			if (code === null) again += 1;
			else refused.push({ kind, id, code });
		}
	}
	return { again, refused, strangeKinds: [...strangeKinds], brokenLines };
}

/** The code of the refusal, or null when it is done; also when another server that starts now was faster. */
async function refusalOf(erase: () => Promise<void>): Promise<string | null> {
	try {
		await erase();
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		if (!(error instanceof NotFound)) return error.code;
	}
	return null;
}

interface Batch {
	readonly kind: string;
	readonly tenantId: string;
	readonly ids: Id[];
}

/** Ids of one kind and tenant together, in the order of the list. */
function batches(erasures: readonly Erasure[]): Batch[] {
	const all: Batch[] = [];
	const open = new Map<string, Batch>();
	for (const { kind, tenantId, id } of erasures) {
		const key = `${kind} ${tenantId}`;
		if ((open.get(key)?.ids.length ?? idsMax) >= idsMax) {
			const batch = { kind, tenantId, ids: [] };
			open.set(key, batch);
			all.push(batch);
		}
		present(open.get(key), 'the batch').ids.push(id);
	}
	return all;
}
