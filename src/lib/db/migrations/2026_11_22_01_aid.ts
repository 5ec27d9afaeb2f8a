/** Aid and card machines: rules by region and day, machines, slips, papers of late cards, the bank's settlement. */
import { sql } from 'kysely';
import { addColumns, type AnyDb, type Columns, createIndex, createTable } from '../distribute.server.ts';

const byGroup = { by: 'group_id' } as const;

/** What one person proposes and another confirms. */
const proposed = {
	id: 'text', region: 'text', valid_from: 'text', valid_to: 'text?', source: 'text', late_reason: 'text?',
	office_id: 'text?', proposed_by: 'text?', proposed_at: 'text', confirmed_by: 'text?', confirmed_at: 'text?',
	refused_by: 'text?', refused_at: 'text?', refused_why: 'text?'
} as const satisfies Columns; // prettier-ignore

/** What the second person adds; the rest stays as it was proposed. */
const decided = { mayChange: ['confirmed_by', 'confirmed_at', 'refused_by', 'refused_at', 'refused_why'] } as const;

/** What every fact that a till tells says of where it came from. */
const told = {
	group_id: 'text', id: 'text', seq: 'bigint', enrolment_id: 'text?', sequence: 'bigint', shift_id: 'text?',
	actor_id: 'text?', approved_by: 'text?', device_at: 'text', happened_at: 'text', day: 'text'
} as const satisfies Columns; // prettier-ignore

export async function up(db: AnyDb): Promise<void> {
	await rules(db);
	await cards(db);
	await counted(db);
	await settlement(db);
	await addColumns(db, 'product', { is_bundle: 'integer?' });
}

async function rules(db: AnyDb): Promise<void> {
	await createTable(db, 'aid_regime', {
		spread: 'reference',
		fact: decided,
		columns: { ...proposed, regime: 'text', programme: 'text' },
		key: ['id']
	});
	await createTable(db, 'food_list', {
		spread: 'reference',
		fact: decided,
		columns: { ...proposed, entries: 'text' },
		key: ['id']
	});
	await knownRules(db);
}

/**
 * What has held in the whole country: e-wallet for food only, cash by the post office, then money on the family's own
 * account; and the list of food groups of the ministry's technical guidelines, fresh food only.
 */
async function knownRules(db: AnyDb): Promise<void> {
	const at = '2026-11-22T00:00:00.000Z';
	const regimes = [
		['0190a000-0000-7000-8000-000000000001', '2017-02-23', '2022-01-31', 'COMMODITY_ONLY', 'BPNT', 'Perpres 63/2017; Pedoman Umum Program Sembako 2020'],
		['0190a000-0000-7000-8000-000000000002', '2022-02-01', '2023-03-01', 'CASH_POST', 'Program Sembako', 'Kepdirjen PFM 29/6/SK/HK.01/2/2022'],
		['0190a000-0000-7000-8000-000000000003', '2023-03-02', null, 'SAVINGS', 'Program Sembako', 'Surat Mensos S-171/MS/BS.00.01/2/2023']
	] as const; // prettier-ignore
	for (const [id, from, to, regime, programme, source] of regimes)
		await sql`insert into aid_regime
			(id, region, valid_from, valid_to, source, proposed_by, proposed_at, confirmed_by, confirmed_at, refused_at, regime, programme)
			values (${id}, '', ${from}, ${to}, ${source}, null, ${at}, null, ${at}, null, ${regime}, ${programme})`.execute(db);
	const fresh = (...groups: string[]) => JSON.stringify(groups.map((foodGroup) => ({ foodGroup, isFreshOnly: true })));
	const lists = [
		['0190a000-0000-7000-8000-000000000011', '2018-01-01', '2019-12-31', fresh('carbohydrate', 'animal-protein'), 'Pedoman Umum BPNT 2018'],
		['0190a000-0000-7000-8000-000000000012', '2020-01-01', null, fresh('carbohydrate', 'animal-protein', 'plant-protein', 'vitamins'), 'Petunjuk teknis Ditjen PFM, Program Sembako 2020']
	] as const; // prettier-ignore
	for (const [id, from, to, entries, source] of lists)
		await sql`insert into food_list
			(id, region, valid_from, valid_to, source, proposed_by, proposed_at, confirmed_by, confirmed_at, refused_at, entries)
			values (${id}, '', ${from}, ${to}, ${source}, null, ${at}, null, ${at}, null, ${entries})`.execute(db);
	const deferral = JSON.stringify({ days: 3 });
	await sql`insert into rule_value (key, valid_from, valid_to, value, source)
		values ('edc.deferral', '2017-02-23', null, ${deferral}, 'Kebiasaan setempat, Solo 2019')`.execute(db);
	const handover = JSON.stringify({ minutes: 15 });
	await sql`insert into rule_value (key, valid_from, valid_to, value, source)
		values ('aid.handover', '2017-02-23', null, ${handover}, 'Penggesekan di muka, temuan lapangan')`.execute(db);
	const facts = { uniformSales: 10, uniformPercent: 70, rapidCards: 8, rapidMinutes: 4, dearPercent: 5 };
	await sql`insert into rule_value (key, valid_from, valid_to, value, source)
		values ('aid.facts', '2017-02-23', null, ${JSON.stringify(facts)}, 'Temuan lapangan, ambang awal')`.execute(db);
}

async function cards(db: AnyDb): Promise<void> {
	await createTable(db, 'card_terminal', {
		spread: byGroup,
		columns: {
			group_id: 'text', id: 'text', bank: 'text', mid: 'text', tid: 'text', name: 'text', made_at: 'text', made_by: 'text?',
			retired_at: 'text?'
		}, // prettier-ignore
		key: ['group_id', 'id']
	});
	await createTable(db, 'slip_photo', {
		spread: byGroup,
		fact: true,
		columns: { group_id: 'text', sale_id: 'text', file_id: 'text', seq: 'bigint' },
		key: ['group_id', 'sale_id', 'file_id']
	});
	await createTable(db, 'card_slip', {
		spread: byGroup,
		fact: true,
		columns: {
			group_id: 'text', source_id: 'text', line: 'integer', seq: 'bigint', sale_id: 'text?', kind: 'text', tender: 'text',
			bank: 'text?', tid: 'text?', number: 'text', amount: 'bigint', day: 'text', happened_at: 'text'
		}, // prettier-ignore
		key: ['group_id', 'source_id', 'line']
	});
	await createIndex(db, 'card_slip', ['group_id', 'day', 'number']);
	await createIndex(db, 'card_slip', ['group_id', 'number']);
	await createTable(db, 'card_deed', {
		spread: byGroup,
		fact: {
			mayChange: ['taken_back', 'settled_by', 'settled_at', 'written_off_by', 'written_off_at', 'written_off_why']
		},
		columns: {
			group_id: 'text', sale_id: 'text', line: 'integer', seq: 'bigint', number: 'text', tender: 'text', amount: 'bigint',
			day: 'text', due_day: 'text', taken_back: 'bigint', settled_by: 'text?', settled_at: 'text?', written_off_by: 'text?',
			written_off_at: 'text?', written_off_why: 'text?'
		}, // prettier-ignore
		key: ['group_id', 'sale_id', 'line']
	});
	await createIndex(db, 'card_deed', ['group_id', 'due_day', 'seq']);
	await createTable(db, 'sale_aid', {
		spread: byGroup,
		fact: true,
		columns: {
			group_id: 'text', sale_id: 'text', seq: 'bigint', regime: 'text', list_id: 'text?', right_list_id: 'text?',
			eligible: 'bigint', paid: 'bigint', answers: 'text'
		}, // prettier-ignore
		key: ['group_id', 'sale_id']
	});
}

async function counted(db: AnyDb): Promise<void> {
	await createTable(db, 'sale_handover', {
		spread: byGroup,
		fact: { mayChange: ['handed_at'] },
		columns: { group_id: 'text', sale_id: 'text', seq: 'bigint', paid_at: 'text', handed_at: 'text?' },
		key: ['group_id', 'sale_id']
	});
	await createTable(db, 'card_failure', {
		spread: byGroup,
		fact: true,
		columns: { ...told, bank: 'text?', why: 'text' },
		key: ['group_id', 'id']
	});
	await createIndex(db, 'card_failure', ['group_id', 'day', 'seq']);
	await createTable(db, 'receipt_missed', {
		spread: byGroup,
		fact: true,
		columns: { ...told, sale_id: 'text', why: 'text' },
		key: ['group_id', 'id']
	});
	await createIndex(db, 'receipt_missed', ['group_id', 'day', 'seq']);
}

async function settlement(db: AnyDb): Promise<void> {
	await createTable(db, 'settlement_mapping', {
		spread: byGroup,
		columns: { group_id: 'text', bank: 'text', mapping: 'text', saved_at: 'text' },
		key: ['group_id', 'bank']
	});
	await createTable(db, 'settlement_file', {
		spread: byGroup,
		fact: true,
		columns: {
			group_id: 'text', id: 'text', seq: 'bigint', bank: 'text', name: 'text', hash: 'text', lines: 'integer',
			known: 'integer', total: 'bigint', first_day: 'text', last_day: 'text', imported_by: 'text?', imported_at: 'text'
		}, // prettier-ignore
		key: ['group_id', 'id'],
		also: (table) => table.addUniqueConstraint('settlement_file_once', ['group_id', 'hash'] as never)
	});
	await createTable(db, 'settlement_line', {
		spread: byGroup,
		fact: true,
		columns: {
			group_id: 'text', file_id: 'text', line: 'integer', bank: 'text', tid: 'text', trace: 'text?', approval: 'text?',
			rrn: 'text?', amount: 'bigint', fee: 'bigint', day: 'text'
		}, // prettier-ignore
		key: ['group_id', 'file_id', 'line']
	});
	await createIndex(db, 'settlement_line', ['group_id', 'day']);
	await createTable(db, 'slip_match', {
		spread: byGroup,
		fact: true,
		columns: {
			group_id: 'text', id: 'text', seq: 'bigint', file_id: 'text?', file_line: 'integer?', source_id: 'text?',
			slip_line: 'integer?', kind: 'text', way: 'text?', reason: 'text', person_id: 'text?', at: 'text'
		}, // prettier-ignore
		key: ['group_id', 'id']
	});
	await createIndex(db, 'slip_match', ['group_id', 'file_id', 'file_line'], {
		unique: true,
		where: 'file_id is not null'
	});
	await createIndex(db, 'slip_match', ['group_id', 'source_id', 'slip_line'], { unique: true, where: 'source_id is not null' }); // prettier-ignore
}
