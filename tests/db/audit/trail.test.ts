/** The audit: chained per tenant, paged, and a change of it is found. */
import { expect, test } from 'vitest';
import { recordAudit } from '#lib/audit/record.server.ts';
import { auditTrail, checkChain } from '#lib/audit/trail.server.ts';
import type { Database } from '#lib/db/open.server.ts';
import { PLATFORM, groupTenant, systemActor } from '#lib/db/tenant.ts';
import { inFoundingWork, inWork } from '#lib/db/work.server.ts';
import { freshDatabase } from '#tests/support/engines.ts';

const actor = systemActor('test');

async function record(db: Database, count: number, tenant = PLATFORM): Promise<void> {
	for (let index = 0; index < count; index++) {
		await inWork(db, actor, tenant, (work) =>
			recordAudit(work, {
				action: 'price.set',
				subjectType: 'product',
				subjectId: `p${index}`,
				facts: { price: index }
			})
		);
	}
}

test('entries come newest first, in pages, each told once', async () => {
	const db = await freshDatabase();
	await record(db, 5);
	const first = await auditTrail(db.reader, 'platform', { limit: 3 });
	expect(first.entries.map((entry) => entry.number)).toEqual([5, 4, 3]);
	const rest = await auditTrail(db.reader, 'platform', { limit: 3, before: first.next ?? 0 });
	expect(rest.entries.map((entry) => entry.number)).toEqual([2, 1]);
	expect(rest.next).toBeNull();
	expect(rest.entries[0]).toMatchObject({ actorPart: 'test', actorId: null, facts: { price: 1 }, at: db.clock() });
});

test('the entries of one subject can be asked for', async () => {
	const db = await freshDatabase();
	await record(db, 3);
	const { entries } = await auditTrail(db.reader, 'platform', { subject: { type: 'product', id: 'p1' } });
	expect(entries.map((entry) => entry.subjectId)).toEqual(['p1']);
});

test('each tenant has a chain of its own', async () => {
	const db = await freshDatabase();
	const group = groupTenant(db.newId());
	await inFoundingWork(db, actor, group, async () => undefined);
	await record(db, 2);
	await record(db, 3, group);
	expect(await checkChain(db.reader, 'platform')).toEqual({ whole: true, entries: 2 });
	expect(await checkChain(db.reader, group.id)).toEqual({ whole: true, entries: 3 });
});

test('a work that fails leaves no entry and no hole', async () => {
	const db = await freshDatabase();
	await record(db, 1);
	const failing = inWork(db, actor, PLATFORM, async (work) => {
		await recordAudit(work, { action: 'price.set', subjectType: 'product', subjectId: 'p', facts: {} });
		throw new Error('the sale fails');
	});
	await expect(failing).rejects.toThrow('the sale fails');
	await record(db, 1);
	expect(await checkChain(db.reader, 'platform')).toEqual({ whole: true, entries: 2 });
});

test('the database refuses to change or delete an entry', async () => {
	const db = await freshDatabase();
	await record(db, 1);
	const change = inWork(db, actor, PLATFORM, (work) =>
		work.trx.updateTable('auditEntry').set({ facts: '{}' }).execute()
	);
	await expect(change).rejects.toThrow('append-only');
	const removal = inWork(db, actor, PLATFORM, (work) => work.trx.deleteFrom('auditEntry').execute());
	await expect(removal).rejects.toThrow('append-only');
});

test('an entry forged past the triggers is found, and so is a cut at the end', async () => {
	const db = await freshDatabase();
	await record(db, 2);
	const forged = {
		actorId: null,
		actorPart: 'test',
		action: 'x',
		subjectType: 'y',
		subjectId: 'z',
		facts: '{}',
		hash: 'forged'
	};
	await inWork(db, actor, PLATFORM, (work) =>
		work.insert('auditEntry', [{ tenantId: 'platform', number: 3, at: work.now, ...forged }])
	);
	expect(await checkChain(db.reader, 'platform')).toEqual({ whole: false, number: 3 });

	const cut = await freshDatabase();
	await record(cut, 2);
	await inWork(cut, actor, PLATFORM, (work) => work.trx.updateTable('counter').set({ value: 4 }).execute());
	expect(await checkChain(cut.reader, 'platform')).toEqual({ whole: false, number: 3 });
});
