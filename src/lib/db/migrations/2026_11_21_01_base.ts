/** The database's own tables: installation, heads, what was received, counters, audit, jobs, files. */
import { type AnyDb, createIndex, createTable } from '../distribute.server.ts';

export async function up(db: AnyDb): Promise<void> {
	await createTable(db, 'installation', {
		spread: 'reference',
		fact: { mayChange: ['name'] },
		columns: { id: 'text', kind: 'text', name: 'text', made_at: 'text' },
		key: ['id']
	});

	await createTable(db, 'head', {
		spread: { by: 'tenant_id' },
		columns: { tenant_id: 'text', tenant_kind: 'text', seq: 'bigint' },
		key: ['tenant_id']
	});

	await createTable(db, 'received', {
		spread: { by: 'tenant_id' },
		wide: true,
		fact: { mayChange: ['outcome', 'answer', 'body'] },
		columns: {
			tenant_id: 'text', id: 'text', kind: 'text', hash: 'text', seq: 'bigint', received_at: 'text', outcome: 'text',
			answer: 'text?', body: 'text?'
		}, // prettier-ignore
		key: ['tenant_id', 'id']
	});

	await createTable(db, 'held', {
		spread: { by: 'tenant_id' },
		columns: { tenant_id: 'text', id: 'text', seq: 'bigint', code: 'text', facts: 'text', released_seq: 'bigint?' },
		key: ['tenant_id', 'id'],
		also: (table) =>
			table.addForeignKeyConstraint('held_received', ['tenant_id', 'id'] as never, 'received', ['tenant_id', 'id'])
	});

	await createTable(db, 'counter', {
		spread: { by: 'tenant_id' },
		columns: { tenant_id: 'text', series: 'text', value: 'bigint' },
		key: ['tenant_id', 'series']
	});
	await auditJobsFiles(db);
}

async function auditJobsFiles(db: AnyDb): Promise<void> {
	await createTable(db, 'audit_entry', {
		spread: { by: 'tenant_id' },
		fact: true,
		columns: {
			tenant_id: 'text', number: 'bigint', at: 'text', actor_id: 'text?', actor_part: 'text?', action: 'text',
			subject_type: 'text', subject_id: 'text', facts: 'text', hash: 'text'
		}, // prettier-ignore
		key: ['tenant_id', 'number']
	});

	await createTable(db, 'job', {
		spread: { by: 'id' },
		columns: {
			id: 'text', name: 'text', tenant_id: 'text', payload: 'text', run_at: 'text', tries: 'integer',
			locked_until: 'text?', state: 'text', last_error: 'text?'
		}, // prettier-ignore
		key: ['id']
	});
	await createIndex(db, 'job', ['state', 'run_at']);

	await createTable(db, 'file', {
		spread: { by: 'group_id' },
		columns: {
			group_id: 'text', id: 'text', kind: 'text', purpose: 'text', variants: 'text', sha256: 'text', made_at: 'text',
			made_by: 'text?', seq: 'bigint'
		}, // prettier-ignore
		key: ['group_id', 'id']
	});
}
