/** The only transaction in the system: a command takes a Work, and all it writes is kept together or not at all. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Insertable, Kysely } from 'kysely';
import { assert, present } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import type { Gate } from './gate.server.ts';
import type { Database, Reader } from './open.server.ts';
import { insertForm } from './insert.server.ts';
import { powersOf } from './lists.server.ts';
import { prepared, type Prepared } from './prepared.server.ts';
import type { Tables } from './tables.ts';
import { type Actor, type Tenant } from './tenant.ts';

/** Done once the work is durable: fill a cache, wake a worker, send a message. Never for what must not be lost. */
export type AfterCommit = () => void | Promise<void>;

export interface Work {
	readonly trx: Kysely<Tables>;
	/** The same transaction, for queries that only read. */
	readonly reader: Reader;
	readonly tenant: Tenant;
	/** The tenant, which must be a group. */
	readonly groupId: Id;
	readonly actor: Actor;
	readonly now: Instant;
	/** The tenant's number of this work: facts carry it, and "since" means it. */
	readonly seq: number;
	newId(): Id;
	/** Runs a query of the hot paths. */
	run<P extends Readonly<Record<string, unknown>>, Row>(query: Prepared<P, Row>, parameters: P): Promise<Row[]>;
	/** Inserts rows in as few statements as the engine allows; every row names the same columns. */
	insert<Table extends keyof Tables>(table: Table, rows: readonly Insertable<Tables[Table]>[]): Promise<void>;
	afterCommit(done: AfterCommit): void;
}

const takeSeq = prepared((db, p: { tenantId: string }) =>
	db
		.updateTable('head')
		.set((head) => ({ seq: head('seq', '+', 1) }))
		.where('tenantId', '=', p.tenantId)
		.returning('seq')
);

const foundOrTakeSeq = prepared((db, p: { tenantId: string; tenantKind: string }) =>
	db
		.insertInto('head')
		.values({ ...p, seq: 1 })
		.onConflict((conflict) => conflict.column('tenantId').doUpdateSet((row) => ({ seq: row('head.seq', '+', 1) })))
		.returning('seq')
);

/** Marks what runs inside a work, so that a work begun there fails instead of waiting for ever; false once it is over. */
const inside = new AsyncLocalStorage<{ running: boolean }>();

/**
 * Runs `fn` as one work of `tenant`, serial with the tenant's other works, and resolves with its value once that is
 * durable. A refusal or error thrown inside undoes all of it, and so does a statement that failed, even if its error was
 * caught. Throws NotFound for a tenant that does not exist. `fn` may run more than once, with the same `now` and ids; it
 * must await nothing but its work.
 */
export async function inWork<Value>(
	db: Database,
	actor: Actor,
	tenant: Tenant,
	fn: (work: Work) => Promise<Value>
): Promise<Value> {
	return writeAs(db, actor, tenant, fn, async (gate) => {
		const [head] = await runOn(db, gate, takeSeq, { tenantId: tenant.id });
		if (head === undefined) throw new NotFound(tenant.kind);
		return head.seq;
	});
}

/** The first work of a new tenant; throws an error of the engine when the tenant is already there. */
export async function inFoundingWork<Value>(
	db: Database,
	actor: Actor,
	tenant: Tenant,
	fn: (work: Work) => Promise<Value>
): Promise<Value> {
	return writeAs(db, actor, tenant, fn, async (gate) => {
		const { sql, parameters } = insertForm(db, 'head', [{ tenantId: tenant.id, tenantKind: tenant.kind, seq: 1 }]);
		await gate.camelRows(sql, parameters);
		return 1;
	});
}

/**
 * The work of a tenant whose id the asker made, and may send again: the first one founds it, with `seq` 1; the next finds
 * it there. `fn` looks which of the two it is.
 */
export async function inFirstWork<Value>(
	db: Database,
	actor: Actor,
	tenant: Tenant,
	fn: (work: Work) => Promise<Value>
): Promise<Value> {
	return writeAs(db, actor, tenant, fn, async (gate) => {
		const [head] = await runOn(db, gate, foundOrTakeSeq, { tenantId: tenant.id, tenantKind: tenant.kind });
		return present(head, 'the head of a tenant').seq;
	});
}

async function writeAs<Value>(
	db: Database,
	actor: Actor,
	tenant: Tenant,
	fn: (work: Work) => Promise<Value>,
	begin: (gate: Gate) => Promise<number>
): Promise<Value> {
	assert(inside.getStore()?.running !== true, 'a work inside a work would wait for itself');
	const now = db.clock();
	const ids: Id[] = [];
	let afterwards: AfterCommit[] = [];
	const value = await db.writer.write(tenant.id, async (gate) => {
		const mark = { running: true };
		afterwards = [];
		try {
			const seq = await begin(gate);
			const work = openWork(db, gate, { tenant, actor, now, seq, ids, afterwards });
			return await inside.run(mark, () => fn(work).then((value) => settled(gate, value)));
		} finally {
			mark.running = false;
		}
	});
	await finish(db, afterwards);
	return value;
}

/** Asked in the very turn in which the work gave its value: a query that it did not await is still under way then. */
function settled<Value>(gate: Gate, value: Value): Value {
	gate.checkSettled();
	return value;
}

/** The work is kept, so what follows it cannot turn its answer into a failure that would be tried again. */
async function finish(db: Database, afterwards: readonly AfterCommit[]): Promise<void> {
	for (const done of afterwards) {
		try {
			await done();
		} catch (error) {
			db.lateError(error);
		}
	}
}

interface Opening {
	readonly tenant: Tenant;
	readonly actor: Actor;
	readonly now: Instant;
	readonly seq: number;
	/** Ids made so far; a second run takes the same ones. */
	readonly ids: Id[];
	readonly afterwards: AfterCommit[];
}

function openWork(db: Database, gate: Gate, { tenant, actor, now, seq, ids, afterwards }: Opening): Work {
	let trx: Kysely<Tables> | null = null;
	let made = 0;
	const transaction = (): Kysely<Tables> => (trx ??= db.kyselyOver(gate));
	return {
		tenant,
		actor,
		now,
		seq,
		get trx() {
			return transaction();
		},
		get reader() {
			return transaction() as unknown as Reader;
		},
		get groupId() {
			assert(tenant.kind === 'group', `a ${tenant.kind} is not a group`);
			return tenant.id;
		},
		newId() {
			gate.checkOpen();
			const next = ids[made] ?? db.newId();
			ids[made++] = next;
			return next;
		},
		run: (query, parameters) => runOn(db, gate, query, parameters),
		insert: (table, rows) => gate.during(() => insertInto(db, gate, tenant, table, rows)),
		afterCommit(done) {
			gate.checkOpen();
			afterwards.push(done);
		}
	};
}

async function insertInto<Table extends keyof Tables>(
	db: Database,
	gate: Gate,
	tenant: Tenant,
	table: Table,
	rows: readonly Insertable<Tables[Table]>[]
): Promise<void> {
	for (const row of rows) checkTenant(tenant, table, row);
	for (const part of db.engine === 'sqlite' ? powersOf(rows, rowsMax) : chunks(rows, rowsMax)) {
		const { sql, parameters } = insertForm(db, table, part);
		await gate.camelRows(sql, parameters);
	}
}

/** A work writes only its tenant's rows. */
function checkTenant(tenant: Tenant, table: string, row: object): void {
	const owner: unknown = 'groupId' in row ? row.groupId : 'tenantId' in row ? row.tenantId : tenant.id;
	assert(owner === tenant.id, `a work of ${tenant.id} may not write the ${table} of ${String(owner)}`);
}

/**
 * The most rows that one insert carries. SQLite gets powers of two, for it prepares a statement for each length; for
 * PostgreSQL each statement is a journey.
 */
const rowsMax = 64;

function runOn<P extends Readonly<Record<string, unknown>>, Row>(
	db: Database,
	gate: Gate,
	query: Prepared<P, Row>,
	parameters: P
): Promise<Row[]> {
	const bound = query.bind(db.builder, db, parameters);
	return gate.camelRows(bound.sql, bound.parameters) as Promise<Row[]>;
}

function chunks<Row>(rows: readonly Row[], size: number): (readonly Row[])[] {
	if (rows.length <= size) return rows.length === 0 ? [] : [rows];
	const parts: (readonly Row[])[] = [];
	for (let from = 0; from < rows.length; from += size) parts.push(rows.slice(from, from + size));
	return parts;
}
