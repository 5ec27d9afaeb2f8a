/** Regions, people, sessions, roles, codes, offices and agencies. */
import { type AnyDb, createIndex, createTable, type TableShape } from '../distribute.server.ts';

export async function up(db: AnyDb): Promise<void> {
	await regions(db);
	await people(db);
	await createTable(db, 'office', {
		spread: 'reference',
		columns: { id: 'text', name: 'text', level: 'text', region_code: 'text', made_at: 'text' },
		key: ['id']
	});
	await createTable(db, 'agency', {
		spread: { by: 'agency_id' },
		columns: { agency_id: 'text', name: 'text', region_code: 'text', made_at: 'text' },
		key: ['agency_id']
	});
}

async function regions(db: AnyDb): Promise<void> {
	await createTable(db, 'region', {
		spread: 'reference',
		columns: { code: 'text', level: 'integer', name: 'text', parent_code: 'text?', zone: 'text', search_text: 'text' },
		key: ['code']
	});
	await createIndex(db, 'region', ['parent_code', 'name']);
	await createTable(db, 'region_closure', {
		spread: 'reference',
		columns: { ancestor_code: 'text', descendant_code: 'text' },
		key: ['ancestor_code', 'descendant_code']
	});
	await createIndex(db, 'region_closure', ['descendant_code', 'ancestor_code']);
}

async function people(db: AnyDb): Promise<void> {
	await createTable(db, 'person', {
		spread: 'reference',
		columns: {
			id: 'text', name: 'text', phone: 'text?', email: 'text?', password_hash: 'text?', language: 'text',
			made_at: 'text', erased_at: 'text?'
		}, // prettier-ignore
		key: ['id'],
		also: (table) =>
			table
				.addUniqueConstraint('person_phone', ['phone'] as never)
				.addUniqueConstraint('person_email', ['email'] as never)
	});
	await createTable(db, 'session', {
		spread: { by: 'id' },
		columns: { id: 'text', person_id: 'text', expires_at: 'text', made_at: 'text', device: 'text' },
		key: ['id'],
		also: ofPerson('session')
	});
	await createIndex(db, 'session', ['person_id', 'id']);
	await createTable(db, 'role_grant', {
		spread: 'reference',
		columns: {
			id: 'text', person_id: 'text', scope: 'text', scope_id: 'text', region_code: 'text', role: 'text',
			valid_from: 'text', valid_to: 'text?', decision_id: 'text?', granted_by: 'text?'
		}, // prettier-ignore
		key: ['id'],
		also: ofPerson('role_grant')
	});
	await createIndex(db, 'role_grant', ['person_id', 'scope']);
	await createIndex(db, 'role_grant', ['scope_id', 'role']);
	await createIndex(db, 'role_grant', ['region_code', 'person_id']);
	await createTable(db, 'entry_code', {
		spread: 'reference',
		columns: {
			id: 'text', purpose: 'text', person_id: 'text', link_hash: 'text', code_hash: 'text', new_phone: 'text?',
			made_by: 'text?', made_at: 'text', expires_at: 'text', used_at: 'text?', tries: 'integer'
		}, // prettier-ignore
		key: ['id'],
		also: (table) => ofPerson('entry_code')(table).addUniqueConstraint('entry_code_link', ['link_hash'] as never)
	});
	await createIndex(db, 'entry_code', ['person_id', 'made_at']);
	await createTable(db, 'sign_in_attempt', {
		spread: { by: 'key' },
		columns: { key: 'text', failures: 'integer', window_ends_at: 'text', locked_until: 'text?' },
		key: ['key']
	});
}

function ofPerson(name: string): NonNullable<TableShape['also']> {
	return (table) => table.addForeignKeyConstraint(`${name}_person`, ['person_id'] as never, 'person', ['id']);
}
