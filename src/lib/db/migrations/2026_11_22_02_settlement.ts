/** The bank's settlement: when a swipe was, money that should go back, and decisions that were taken back. */
import { addColumns, type AnyDb, type Columns, createIndex } from '../distribute.server.ts';

const line = {
	group_id: 'text', file_id: 'text', line: 'integer', bank: 'text', tid: 'text', trace: 'text?', approval: 'text?',
	rrn: 'text?', amount: 'bigint', fee: 'bigint', day: 'text'
} as const satisfies Columns; // prettier-ignore

const match = {
	group_id: 'text', id: 'text', seq: 'bigint', file_id: 'text?', file_line: 'integer?', source_id: 'text?',
	slip_line: 'integer?', kind: 'text', way: 'text?', reason: 'text', person_id: 'text?', at: 'text'
} as const satisfies Columns; // prettier-ignore

const undone = { undone_at: 'text?', undone_by: 'text?', undone_why: 'text?' } as const;

export async function up(db: AnyDb): Promise<void> {
	const time = { at_time: 'text?' } as const;
	await addColumns(db, 'settlement_line', time, { columns: { ...line, ...time }, fact: true });
	const more = { is_back: 'integer?', ...undone } as const;
	await addColumns(db, 'slip_match', more, {
		columns: { ...match, ...more },
		fact: { mayChange: Object.keys(undone) }
	});
	await onceEach(db);
}

/** A line, a slip, and what should go back of a slip, each belong to one match at most that nobody took back. */
async function onceEach(db: AnyDb): Promise<void> {
	for (const columns of ['file_id_file_line', 'source_id_slip_line'])
		await db.schema.dropIndex(`slip_match_by_${columns}`).execute();
	const stands = 'undone_at is null';
	await createIndex(db, 'slip_match', ['group_id', 'file_id', 'file_line'], {
		unique: true,
		where: `file_id is not null and ${stands}`
	});
	await createIndex(db, 'slip_match', ['group_id', 'source_id', 'slip_line'], {
		unique: true,
		where: `source_id is not null and is_back is null and ${stands}`
	});
	await createIndex(db, 'slip_match', ['group_id', 'source_id', 'slip_line', 'is_back'], {
		unique: true,
		where: `is_back is not null and ${stands}`
	});
}
