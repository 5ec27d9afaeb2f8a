/** Groups with their members, decisions and licences; products with units and prices. */
import { sql } from 'kysely';
import { type AnyDb, createIndex, createTable } from '../distribute.server.ts';

const byGroup = { by: 'group_id' } as const;

export async function up(db: AnyDb): Promise<void> {
	await ruleValues(db);
	await kube(db);
	await people(db);
	await papers(db);
	await products(db);
}

/** Dated values that law and offices set; the first one is what Permensos 2/2019 article 3 says of members. */
async function ruleValues(db: AnyDb): Promise<void> {
	await createTable(db, 'rule_value', {
		spread: 'reference',
		columns: { key: 'text', valid_from: 'text', valid_to: 'text?', value: 'text', source: 'text' },
		key: ['key', 'valid_from']
	});
	const members = JSON.stringify({ fewest: 5, most: 20, usual: 10 });
	await sql`insert into rule_value (key, valid_from, valid_to, value, source)
		values ('kube.members', '2019-03-12', null, ${members}, 'Permensos 2/2019 pasal 3')`.execute(db);
}

async function kube(db: AnyDb): Promise<void> {
	await createTable(db, 'kube', {
		spread: byGroup,
		columns: {
			group_id: 'text', slug: 'text', name: 'text', search_text: 'text', village_code: 'text', address: 'text',
			zone: 'text', status: 'text', is_shop: 'integer', founded_on: 'text?', phone: 'text?', story: 'text',
			logo_file_id: 'text?', opening_hours: 'text', settings: 'text', readiness: 'text', made_at: 'text'
		}, // prettier-ignore
		key: ['group_id']
	});
	await createIndex(db, 'kube', ['village_code', 'group_id']);
	await createTable(db, 'kube_slug', {
		spread: 'reference',
		columns: { slug: 'text', group_id: 'text' },
		key: ['slug']
	});
	await createTable(db, 'kube_business', {
		spread: byGroup,
		columns: { group_id: 'text', kind: 'text', is_main: 'integer' },
		key: ['group_id', 'kind']
	});
}

async function people(db: AnyDb): Promise<void> {
	await createTable(db, 'member', {
		spread: byGroup,
		columns: {
			group_id: 'text', id: 'text', person_id: 'text?', name: 'text', phone: 'text?', nik_cipher: 'text?',
			nik_mark: 'text?', nik_last: 'text?', joined_on: 'text', left_on: 'text?', leaving_decision_id: 'text?'
		}, // prettier-ignore
		key: ['group_id', 'id']
	});
	await createIndex(db, 'member', ['group_id', 'person_id']);
	await createTable(db, 'family_claim', {
		spread: 'reference',
		columns: { nik_mark: 'text', group_id: 'text', member_id: 'text' },
		key: ['nik_mark']
	});
	await createTable(db, 'decision', {
		spread: byGroup,
		fact: { mayChange: ['file_id'] },
		columns: {
			group_id: 'text', id: 'text', seq: 'bigint', number: 'integer', kind: 'text', decided_on: 'text',
			minutes: 'text', effect: 'text', file_id: 'text?', recorded_by: 'text?', recorded_at: 'text'
		}, // prettier-ignore
		key: ['group_id', 'id'],
		also: (table) => table.addUniqueConstraint('decision_number', ['group_id', 'number'] as never)
	});
}

async function papers(db: AnyDb): Promise<void> {
	await createTable(db, 'licence', {
		spread: byGroup,
		columns: {
			group_id: 'text', id: 'text', kind: 'text', number: 'text', holder: 'text', issued_on: 'text?',
			expires_on: 'text?', product_id: 'text?', file_id: 'text?', withdrawn_at: 'text?'
		}, // prettier-ignore
		key: ['group_id', 'id']
	});
	await createTable(db, 'bank_account', {
		spread: byGroup,
		columns: {
			group_id: 'text', id: 'text', bank: 'text', holder: 'text', number_cipher: 'text', last_digits: 'text',
			valid_from: 'text', valid_to: 'text?'
		}, // prettier-ignore
		key: ['group_id', 'id']
	});
}

async function products(db: AnyDb): Promise<void> {
	await createTable(db, 'product', {
		spread: byGroup,
		columns: {
			group_id: 'text', id: 'text', number: 'integer', name: 'text', search_text: 'text', kind: 'text',
			category: 'text', food_group: 'text?', is_fresh: 'integer', barcode: 'text?', picture: 'text',
			photo_file_id: 'text?', description: 'text', normal_unit: 'text', owner_member_id: 'text?',
			commission: 'integer?', at_counter: 'integer', in_shop: 'integer', for_agencies: 'integer',
			is_active: 'integer', made_at: 'text', seq: 'bigint'
		}, // prettier-ignore
		key: ['group_id', 'id'],
		also: (table) =>
			table
				.addUniqueConstraint('product_number', ['group_id', 'number'] as never)
				.addUniqueConstraint('product_barcode', ['group_id', 'barcode'] as never)
	});
	await createTable(db, 'product_unit', {
		spread: byGroup,
		columns: {
			group_id: 'text', id: 'text', product_id: 'text', unit: 'text', factor: 'bigint', valid_from: 'text',
			valid_to: 'text?', is_main: 'integer'
		}, // prettier-ignore
		key: ['group_id', 'id'],
		also: (table) =>
			table.addForeignKeyConstraint('unit_product', ['group_id', 'product_id'] as never, 'product', ['group_id', 'id'])
	});
	await createIndex(db, 'product_unit', ['group_id', 'product_id']);
	await createTable(db, 'product_price', {
		spread: byGroup,
		fact: true,
		columns: {
			group_id: 'text', id: 'text', product_id: 'text', unit_id: 'text', channel: 'text', price: 'bigint?',
			valid_from: 'text', seq: 'bigint', set_by: 'text?'
		}, // prettier-ignore
		key: ['group_id', 'id'],
		also: (table) =>
			table.addForeignKeyConstraint('price_unit', ['group_id', 'unit_id'] as never, 'product_unit', ['group_id', 'id'])
	});
	await createIndex(db, 'product_price', ['group_id', 'unit_id', 'channel', 'valid_from', 'seq']);
	await createIndex(db, 'product_price', ['group_id', 'product_id']);
}
