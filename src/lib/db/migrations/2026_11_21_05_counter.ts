/** The whole counter: tills with keys, shifts and drawers, kasbon, refunds, agent services, ceilings by class of goods. */
import { sql } from 'kysely';
import { addColumns, type AnyDb, type Columns, createIndex, createTable } from '../distribute.server.ts';

const byGroup = { by: 'group_id' } as const;

/** What every fact that a till tells begins with. */
const told = {
	group_id: 'text', id: 'text', seq: 'bigint', enrolment_id: 'text?', sequence: 'bigint'
} as const satisfies Columns; // prettier-ignore

/** Who did it, with whose word, in which shift, and when. */
const done = {
	shift_id: 'text?', actor_id: 'text?', approved_by: 'text?', device_at: 'text', happened_at: 'text', day: 'text'
} as const satisfies Columns; // prettier-ignore

export async function up(db: AnyDb): Promise<void> {
	await tills(db);
	await sales(db);
	await shifts(db);
	await cash(db);
	await credit(db);
	await agent(db);
	await addColumns(db, 'kube', { static_qris: 'text?' });
	await addColumns(db, 'product', { ceiling_class: 'text?' });
	await byShift(db);
	await ceilings(db);
}

/** What happened in a shift is found by it; nothing is kept where a group has no shifts. */
async function byShift(db: AnyDb): Promise<void> {
	for (const table of ['sale', 'sale_return', 'credit_payment', 'cash_move', 'goods_receipt', 'agent_service'])
		await createIndex(db, table, ['group_id', 'shift_id'], { where: 'shift_id is not null' });
}

async function tills(db: AnyDb): Promise<void> {
	await addColumns(db, 'enrolment', {
		public_key: 'text?', frozen_at: 'text?', seen_at: 'text?', invitation_id: 'text?'
	}); // prettier-ignore
	await createTable(db, 'till_invitation', {
		spread: byGroup,
		columns: {
			group_id: 'text', id: 'text', token_hash: 'text', made_by: 'text', made_at: 'text', expires_at: 'text',
			used_at: 'text?', replaces_id: 'text?'
		}, // prettier-ignore
		key: ['group_id', 'id']
	});
}

async function sales(db: AnyDb): Promise<void> {
	const sale = {
		group_id: 'text', id: 'text', seq: 'bigint', enrolment_id: 'text?', sequence: 'bigint',
		receipt_number: 'text', channel: 'text', cashier_id: 'text?', party_id: 'text?', device_at: 'text',
		happened_at: 'text', clock_corrected: 'integer', day: 'text', subtotal: 'bigint', discount: 'bigint',
		rounding: 'bigint', total: 'bigint'
	} as const satisfies Columns; // prettier-ignore
	const saleMore = { shift_id: 'text?', approved_by: 'text?', note: 'text?' } as const;
	await addColumns(db, 'sale', saleMore, { columns: { ...sale, ...saleMore }, fact: { mayChange: ['note'] } });
	const line = {
		group_id: 'text', sale_id: 'text', line: 'integer', product_id: 'text', unit_id: 'text', kind: 'text', name: 'text',
		unit: 'text', quantity: 'bigint', normal_quantity: 'bigint', price: 'bigint', amount: 'bigint',
		discount: 'bigint', cost: 'bigint'
	} as const satisfies Columns; // prettier-ignore
	const lineMore = { note: 'text?', reason: 'text?', owner_id: 'text?', owed: 'bigint?' } as const;
	await addColumns(db, 'sale_line', lineMore, {
		columns: { ...line, ...lineMore },
		fact: { mayChange: ['note', 'reason'] }
	});
	const back = {
		group_id: 'text', id: 'text', seq: 'bigint', sale_id: 'text', kind: 'text', reason: 'text',
		note: 'text', enrolment_id: 'text?', sequence: 'bigint', actor_id: 'text?', device_at: 'text', happened_at: 'text',
		day: 'text', total: 'bigint'
	} as const satisfies Columns; // prettier-ignore
	const backMore = {
		receipt_number: 'text?', rounding: 'bigint?', goods: 'text?', shift_id: 'text?', approved_by: 'text?'
	} as const; // prettier-ignore
	await addColumns(db, 'sale_return', backMore, {
		columns: { ...back, ...backMore },
		fact: { mayChange: ['note'] }
	});
	await createIndex(db, 'sale_return', ['group_id', 'sale_id', 'seq']);
	const backLine = {
		group_id: 'text', return_id: 'text', line: 'integer', sale_line: 'integer', normal_quantity: 'bigint',
		amount: 'bigint', cost: 'bigint'
	} as const satisfies Columns; // prettier-ignore
	const backLineMore = { quantity: 'bigint?', owed: 'bigint?' } as const;
	await addColumns(db, 'sale_return_line', backLineMore, { columns: { ...backLine, ...backLineMore }, fact: true });
	await createTable(db, 'refund', {
		spread: byGroup,
		fact: true,
		columns: {
			group_id: 'text', return_id: 'text', line: 'integer', tender: 'text', amount: 'bigint', reference: 'text?'
		}, // prettier-ignore
		key: ['group_id', 'return_id', 'line'],
		also: (table) =>
			table.addForeignKeyConstraint('refund_return', ['group_id', 'return_id'] as never, 'sale_return', [
				'group_id',
				'id'
			])
	});
}

async function shifts(db: AnyDb): Promise<void> {
	await createTable(db, 'shift', {
		spread: byGroup,
		fact: true,
		columns: { ...told, number: 'integer', float: 'bigint', notes: 'text?', ...done },
		key: ['group_id', 'id'],
		also: (table) => table.addUniqueConstraint('shift_number', ['group_id', 'number'] as never)
	});
	await createIndex(db, 'shift', ['group_id', 'day', 'seq']);
	await createTable(db, 'shift_closing', {
		spread: byGroup,
		fact: { mayChange: ['note'] },
		columns: {
			...told, counted: 'bigint', notes: 'text?', told: 'bigint', expected: 'bigint', note: 'text', ...done
		}, // prettier-ignore
		key: ['group_id', 'id']
	});
	await createIndex(db, 'shift_closing', ['group_id', 'shift_id'], { unique: true, where: 'shift_id is not null' });
}

async function cash(db: AnyDb): Promise<void> {
	await createTable(db, 'cash_move', {
		spread: byGroup,
		fact: { mayChange: ['note', 'confirmed_at', 'confirmed_by'] },
		columns: {
			...told, direction: 'text', amount: 'bigint', note: 'text', ...done, confirmed_at: 'text?', confirmed_by: 'text?'
		}, // prettier-ignore
		key: ['group_id', 'id']
	});
	await createIndex(db, 'cash_move', ['group_id', 'day', 'seq']);
	const receipt = {
		group_id: 'text', id: 'text', seq: 'bigint', number: 'integer', supplier: 'text', paid_from: 'text',
		total: 'bigint', note: 'text', happened_at: 'text', day: 'text', actor_id: 'text?'
	} as const satisfies Columns; // prettier-ignore
	const receiptMore = { shift_id: 'text?', enrolment_id: 'text?' } as const;
	await addColumns(db, 'goods_receipt', receiptMore, { columns: { ...receipt, ...receiptMore }, fact: true });
}

async function credit(db: AnyDb): Promise<void> {
	await createTable(db, 'credit_account', {
		spread: byGroup,
		columns: { group_id: 'text', party_id: 'text', limit_amount: 'bigint', owed: 'bigint', seq: 'bigint' },
		key: ['group_id', 'party_id']
	});
	await createTable(db, 'credit_payment', {
		spread: byGroup,
		fact: true,
		columns: {
			...told, receipt_number: 'text', party_id: 'text', tender: 'text', amount: 'bigint', received: 'bigint',
			reference: 'text?', ...done
		}, // prettier-ignore
		key: ['group_id', 'id']
	});
	await createIndex(db, 'credit_payment', ['group_id', 'party_id', 'seq']);
	await createIndex(db, 'sale', ['group_id', 'party_id', 'seq'], { where: 'party_id is not null' });
	await createIndex(db, 'journal_leg', ['group_id', 'party_id'], { where: 'party_id is not null' });
	await sql`insert into credit_account (group_id, party_id, limit_amount, owed, seq)
		select leg.group_id, leg.party_id, 150000, cast(sum(leg.amount) as bigint), max(entry.seq)
		from journal_leg as leg
		join journal_entry as entry on entry.group_id = leg.group_id and entry.id = leg.entry_id
		where leg.account = '1-1330' and leg.party_id is not null
		group by leg.group_id, leg.party_id`.execute(db);
}

async function agent(db: AnyDb): Promise<void> {
	await createTable(db, 'agent_service', {
		spread: byGroup,
		fact: true,
		columns: {
			...told, receipt_number: 'text', service: 'text', principal: 'bigint', fee: 'bigint', fee_by: 'text',
			reference: 'text?', ...done
		}, // prettier-ignore
		key: ['group_id', 'id']
	});
	await createIndex(db, 'agent_service', ['group_id', 'day', 'seq']);
}

/**
 * Highest prices by class of goods, for one normal unit, by zone of provinces. Rice: Kepbadan 299/2025 of 22 August 2025;
 * MinyaKita: Permendag 18/2024, with the two litres a buyer that sellers are held to.
 */
async function ceilings(db: AnyDb): Promise<void> {
	const rice = JSON.stringify({
		zones: {
			1: ['16', '18', '31', '32', '33', '34', '35', '36', '51', '52', '71', '72', '73', '74', '75', '76'],
			2: ['11', '12', '13', '14', '15', '17', '19', '21', '53', '61', '62', '63', '64', '65'],
			3: ['81', '82', '91', '92', '93', '94', '95', '96']
		},
		perNormalUnit: {
			'rice-medium': { 1: 13_500, 2: 14_000, 3: 15_500 },
			'rice-premium': { 1: 14_900, 2: 15_400, 3: 15_800 }
		},
		perSale: {}
	});
	const oil = JSON.stringify({
		zones: {},
		perNormalUnit: { minyakita: { all: 15_700 } },
		perSale: { minyakita: 2000 }
	});
	await sql`insert into rule_value (key, valid_from, valid_to, value, source) values
		('ceiling.rice', '2025-08-22', null, ${rice}, 'Kepbadan 299/2025'),
		('ceiling.oil', '2024-08-19', null, ${oil}, 'Permendag 18/2024')`.execute(db);
	const qris = JSON.stringify({ most: 10_000_000 });
	await sql`insert into rule_value (key, valid_from, valid_to, value, source)
		values ('qris.max', '2022-03-01', null, ${qris}, 'PADG BI 24/1/PADG/2022')`.execute(db);
}
