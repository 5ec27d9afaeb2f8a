/** Journal and its sums; stock movements and levels; tills, sales, payments and returns. */
import { type AnyDb, createIndex, createTable } from '../distribute.server.ts';

const byGroup = { by: 'group_id' } as const;

export async function up(db: AnyDb): Promise<void> {
	await journal(db);
	await sums(db);
	await stock(db);
	await tills(db);
	await sales(db);
	await returns(db);
}

async function journal(db: AnyDb): Promise<void> {
	await createTable(db, 'journal_entry', {
		spread: byGroup,
		fact: true,
		columns: {
			group_id: 'text', id: 'text', seq: 'bigint', source_type: 'text', source_id: 'text', happened_day: 'text',
			day: 'text', memo: 'text', reverses_id: 'text?', actor_id: 'text?', recorded_at: 'text'
		}, // prettier-ignore
		key: ['group_id', 'id'],
		also: (table) =>
			table.addUniqueConstraint('journal_entry_source', ['group_id', 'source_type', 'source_id'] as never)
	});
	await createIndex(db, 'journal_entry', ['group_id', 'day', 'seq']);
	await createIndex(db, 'journal_entry', ['group_id', 'reverses_id'], {
		unique: true,
		where: 'reverses_id is not null'
	});
	await createTable(db, 'journal_leg', {
		spread: byGroup,
		fact: true,
		columns: {
			group_id: 'text',
			entry_id: 'text',
			line: 'integer',
			account: 'text',
			amount: 'bigint',
			party_id: 'text?'
		},
		key: ['group_id', 'entry_id', 'line'],
		also: (table) =>
			table.addForeignKeyConstraint('leg_entry', ['group_id', 'entry_id'] as never, 'journal_entry', ['group_id', 'id'])
	});
	await createTable(db, 'month_closing', {
		spread: byGroup,
		fact: true,
		columns: {
			group_id: 'text', id: 'text', month: 'text', state: 'text', reason: 'text', seq: 'bigint', actor_id: 'text?',
			at: 'text'
		}, // prettier-ignore
		key: ['group_id', 'id']
	});
}

async function sums(db: AnyDb): Promise<void> {
	await createTable(db, 'account_day', {
		spread: byGroup,
		columns: { group_id: 'text', day: 'text', account: 'text', debit: 'bigint', credit: 'bigint' },
		key: ['group_id', 'day', 'account']
	});
	await createTable(db, 'omzet_day', {
		spread: byGroup,
		columns: {
			group_id: 'text', day: 'text', channel: 'text', omzet: 'bigint', gross: 'bigint', cost: 'bigint', sales: 'integer'
		}, // prettier-ignore
		key: ['group_id', 'day', 'channel']
	});
}

async function stock(db: AnyDb): Promise<void> {
	await createTable(db, 'stock_movement', {
		spread: byGroup,
		fact: true,
		columns: {
			group_id: 'text', product_id: 'text', seq: 'bigint', source_id: 'text', source_line: 'integer', source_type: 'text',
			place_id: 'text', kind: 'text', quantity: 'bigint', value: 'bigint', day: 'text', happened_at: 'text'
		}, // prettier-ignore
		key: ['group_id', 'product_id', 'seq', 'source_id', 'source_line'],
		also: (table) =>
			table.addForeignKeyConstraint('movement_product', ['group_id', 'product_id'] as never, 'product', [
				'group_id',
				'id'
			])
	});
	await createTable(db, 'stock_level', {
		spread: byGroup,
		columns: {
			group_id: 'text', product_id: 'text', place_id: 'text', quantity: 'bigint', value: 'bigint',
			last_cost: 'bigint', seq: 'bigint'
		}, // prettier-ignore
		key: ['group_id', 'product_id', 'place_id']
	});
	await createTable(db, 'goods_receipt', {
		spread: byGroup,
		fact: true,
		columns: {
			group_id: 'text', id: 'text', seq: 'bigint', number: 'integer', supplier: 'text', paid_from: 'text',
			total: 'bigint', note: 'text', happened_at: 'text', day: 'text', actor_id: 'text?'
		}, // prettier-ignore
		key: ['group_id', 'id'],
		also: (table) => table.addUniqueConstraint('goods_receipt_number', ['group_id', 'number'] as never)
	});
	await createTable(db, 'goods_receipt_line', {
		spread: byGroup,
		fact: true,
		columns: {
			group_id: 'text', receipt_id: 'text', line: 'integer', product_id: 'text', quantity: 'bigint', cost: 'bigint'
		}, // prettier-ignore
		key: ['group_id', 'receipt_id', 'line'],
		also: (table) =>
			table.addForeignKeyConstraint('receipt_line_receipt', ['group_id', 'receipt_id'] as never, 'goods_receipt', [
				'group_id',
				'id'
			])
	});
	await createTable(db, 'stock_adjustment', {
		spread: byGroup,
		fact: true,
		columns: {
			group_id: 'text', id: 'text', seq: 'bigint', kind: 'text', product_id: 'text', quantity: 'bigint', note: 'text',
			happened_at: 'text', day: 'text', actor_id: 'text?'
		}, // prettier-ignore
		key: ['group_id', 'id']
	});
}

async function tills(db: AnyDb): Promise<void> {
	await createTable(db, 'enrolment', {
		spread: byGroup,
		columns: {
			group_id: 'text', id: 'text', code: 'text', name: 'text', person_id: 'text', made_at: 'text', revoked_at: 'text?',
			numbers: 'text'
		}, // prettier-ignore
		key: ['group_id', 'id'],
		also: (table) => table.addUniqueConstraint('enrolment_code', ['group_id', 'code'] as never)
	});
	await createTable(db, 'party', {
		spread: byGroup,
		columns: { group_id: 'text', id: 'text', name: 'text?', phone: 'text?', made_at: 'text', erased_at: 'text?' },
		key: ['group_id', 'id']
	});
	await createTable(db, 'exception', {
		spread: byGroup,
		columns: {
			group_id: 'text', id: 'text', seq: 'bigint', kind: 'text', subject_type: 'text', subject_id: 'text',
			facts: 'text', at: 'text', resolved_at: 'text?', resolved_by: 'text?', resolution: 'text?'
		}, // prettier-ignore
		key: ['group_id', 'id']
	});
}

async function sales(db: AnyDb): Promise<void> {
	await createTable(db, 'sale', {
		spread: byGroup,
		fact: true,
		columns: {
			group_id: 'text', id: 'text', seq: 'bigint', enrolment_id: 'text?', sequence: 'bigint',
			receipt_number: 'text', channel: 'text', cashier_id: 'text?', party_id: 'text?', device_at: 'text',
			happened_at: 'text', clock_corrected: 'integer', day: 'text', subtotal: 'bigint', discount: 'bigint',
			rounding: 'bigint', total: 'bigint'
		}, // prettier-ignore
		key: ['group_id', 'id']
	});
	await createIndex(db, 'sale', ['group_id', 'day', 'seq']);
	await createTable(db, 'sale_line', {
		spread: byGroup,
		fact: true,
		columns: {
			group_id: 'text', sale_id: 'text', line: 'integer', product_id: 'text', unit_id: 'text', kind: 'text', name: 'text',
			unit: 'text', quantity: 'bigint', normal_quantity: 'bigint', price: 'bigint', amount: 'bigint',
			discount: 'bigint', cost: 'bigint'
		}, // prettier-ignore
		key: ['group_id', 'sale_id', 'line'],
		also: (table) =>
			table.addForeignKeyConstraint('sale_line_sale', ['group_id', 'sale_id'] as never, 'sale', ['group_id', 'id'])
	});
	await createTable(db, 'payment', {
		spread: byGroup,
		fact: true,
		columns: {
			group_id: 'text', sale_id: 'text', line: 'integer', tender: 'text', amount: 'bigint', received: 'bigint',
			reference: 'text?'
		}, // prettier-ignore
		key: ['group_id', 'sale_id', 'line'],
		also: (table) =>
			table.addForeignKeyConstraint('payment_sale', ['group_id', 'sale_id'] as never, 'sale', ['group_id', 'id'])
	});
}

async function returns(db: AnyDb): Promise<void> {
	await createTable(db, 'sale_return', {
		spread: byGroup,
		fact: { mayChange: ['note'] },
		columns: {
			group_id: 'text', id: 'text', seq: 'bigint', sale_id: 'text', kind: 'text', reason: 'text',
			note: 'text', enrolment_id: 'text?', sequence: 'bigint', actor_id: 'text?', device_at: 'text', happened_at: 'text',
			day: 'text', total: 'bigint'
		}, // prettier-ignore
		key: ['group_id', 'id'],
		also: (table) =>
			table.addForeignKeyConstraint('sale_return_sale', ['group_id', 'sale_id'] as never, 'sale', ['group_id', 'id'])
	});
	await createIndex(db, 'sale_return', ['group_id', 'sale_id'], { unique: true, where: `kind = 'void'` });
	await createIndex(db, 'sale_return', ['group_id', 'day', 'seq']);
	await createTable(db, 'sale_return_line', {
		spread: byGroup,
		fact: true,
		columns: {
			group_id: 'text', return_id: 'text', line: 'integer', sale_line: 'integer', normal_quantity: 'bigint',
			amount: 'bigint', cost: 'bigint'
		}, // prettier-ignore
		key: ['group_id', 'return_id', 'line'],
		also: (table) =>
			table.addForeignKeyConstraint('return_line_return', ['group_id', 'return_id'] as never, 'sale_return', [
				'group_id',
				'id'
			])
	});
}
