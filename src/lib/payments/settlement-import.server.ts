/** Taking a bank's settlement file: once, whole or not at all; only its swipes are kept, never its text (R25). */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { SettlementFileTable } from '#lib/db/aid-tables.ts';
import type { Reader } from '#lib/db/open.server.ts';
import { hashOf } from '#lib/db/receive.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { csvText } from '#lib/files/csv.ts';
import { rowsIn } from '#lib/files/read-table.server.ts';
import { type Day, day, dayOf } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import { rupiah, total } from '#lib/kernel/rupiah.ts';
import { zoneOf } from '#lib/ledger/zone.server.ts';
import type { Bank } from './card-slip.ts';
import { matchOpen } from './settlement-book.server.ts';
import type { Readings } from './settlement-guess.ts';
import { mappingFrom, separators, type SettlementMapping } from './settlement-mapping.ts';
import { readSettlement, type SettlementKnown, type Swipe, swipeKey } from './settlement-read.ts';

/** Something is wrong in the file; looking at it first says what and where. */
export class SettlementWrong extends Refusal {
	readonly code = 'payments.settlement-wrong';
	/** How many things. */
	readonly problems: number;
	/** The first row with one, as a spreadsheet numbers it. */
	readonly row: number;

	constructor(problems: number, row: number) {
		super(`${problems} things are wrong in the file, the first in row ${row}.`);
		this.problems = problems;
		this.row = row;
	}
}

/** The same file was taken before. */
export class SettlementTaken extends Refusal {
	readonly code = 'payments.settlement-taken';
	/** When: the day in the group's zone. */
	readonly on: string;

	constructor(on: string) {
		super(`The file was taken on ${on}.`);
		this.on = on;
	}
}

export interface NewSettlement {
	readonly bank: Bank;
	/** The file's own name; empty where its text was pasted. */
	readonly name: string;
	readonly text: string;
	readonly mapping: SettlementMapping;
}

export interface TakenSettlement {
	readonly fileId: Id;
	/** Swipes that are new, and those that an earlier file had told of. */
	readonly lines: number;
	readonly known: number;
	/** How many slips found their line. */
	readonly matched: number;
}

const nameMax = 120;

/** Takes a file. Throws CardNumberInTable, SettlementWrong, SettlementTaken. */
export async function importSettlement(
	work: Work,
	{ bank, name, text, mapping }: NewSettlement
): Promise<TakenSettlement> {
	const rows = rowsIn(text, separators[mapping.separator]);
	const zone = await zoneOf(work);
	const hash = hashOf(csvText(rows.map(({ cells }) => cells)));
	const before = await takenAt(work, hash);
	if (before !== null) throw new SettlementTaken(dayOf(before, zone));
	const terminals = await settlementTerminals(work.reader, work.groupId);
	const today = dayOf(work.now, zone);
	const { swipes, problems } = readSettlement(rows, mapping, { bank, terminals, today });
	const [first] = problems;
	if (first !== undefined) throw new SettlementWrong(problems.length, first.row);
	const fileId = work.newId();
	const days = swipes.map(({ day }) => day).sort();
	const span = { firstDay: days.at(0) ?? today, lastDay: days.at(-1) ?? today };
	const fresh = await unknownSwipes(work, bank, swipes, span);
	const counts = { lines: fresh.length, known: swipes.length - fresh.length };
	const sum = total(fresh.map(({ amount }) => amount));
	await keepFile(work, { id: fileId, bank, name: name.slice(0, nameMax), hash, total: sum, ...counts, ...span });
	await keepLines(work, { fileId, bank }, fresh);
	await keepMapping(work, bank, mapping);
	const facts = { bank, lines: counts.lines, total: sum };
	await recordAudit(work, { action: 'settlement.imported', subjectType: 'settlement', subjectId: fileId, facts });
	return { fileId, ...counts, matched: await matchOpen(work) };
}

/** The same text cut at each sign, for a guess at how it is written. */
export function readingsOf(text: string): Readings {
	const { semicolon, comma, tab, pipe } = separators;
	return {
		semicolon: rowsIn(text, semicolon),
		comma: rowsIn(text, comma),
		tab: rowsIn(text, tab),
		pipe: rowsIn(text, pipe)
	};
}

/** The machines that the group has or had: what a file is held against. */
export async function settlementTerminals(reader: Reader, groupId: Id): Promise<SettlementKnown['terminals']> {
	return reader
		.selectFrom('cardTerminal')
		.select(['bank', 'tid'])
		.distinct()
		.where('groupId', '=', groupId)
		.orderBy('bank')
		.orderBy('tid')
		.execute();
}

/** How the group's last file of `bank` was written, or null before the first. */
export async function savedMapping(reader: Reader, groupId: Id, bank: Bank): Promise<SettlementMapping | null> {
	const row = await reader
		.selectFrom('settlementMapping')
		.select('mapping')
		.where('groupId', '=', groupId)
		.where('bank', '=', bank)
		.executeTakeFirst();
	return row === undefined ? null : mappingFrom(row.mapping);
}

async function takenAt({ trx, groupId }: Work, hash: string): Promise<Instant | null> {
	const row = await trx
		.selectFrom('settlementFile')
		.select('importedAt')
		.where('groupId', '=', groupId)
		.where('hash', '=', hash)
		.executeTakeFirst();
	return row === undefined ? null : instant(row.importedAt);
}

/** Swipes that no earlier file told of: files overlap by days. */
async function unknownSwipes(
	{ trx, groupId }: Work,
	bank: Bank,
	swipes: readonly Swipe[],
	{ firstDay, lastDay }: { readonly firstDay: Day; readonly lastDay: Day }
): Promise<Swipe[]> {
	const held = await trx
		.selectFrom('settlementLine')
		.select(['tid', 'trace', 'approval', 'rrn', 'amount', 'day'])
		.where('groupId', '=', groupId)
		.where('bank', '=', bank)
		.where('day', '>=', firstDay)
		.where('day', '<=', lastDay)
		.execute();
	const keys = new Set(held.map((line) => swipeKey({ ...line, amount: rupiah(line.amount), day: day(line.day) })));
	return swipes.filter((swipe) => !keys.has(swipeKey(swipe)));
}

type FileRow = Omit<SettlementFileTable, 'groupId' | 'seq' | 'importedBy' | 'importedAt'>;

async function keepFile(work: Work, file: FileRow): Promise<void> {
	const { groupId, seq, actor, now } = work;
	await work.insert('settlementFile', [{ groupId, seq, ...file, importedBy: actor.personId, importedAt: now }]);
}

async function keepLines(
	work: Work,
	{ fileId, bank }: { readonly fileId: Id; readonly bank: Bank },
	swipes: readonly Swipe[]
): Promise<void> {
	const rows = swipes.map(({ row: line, ...swipe }) => ({ groupId: work.groupId, fileId, line, bank, ...swipe }));
	await work.insert('settlementLine', rows);
}

async function keepMapping({ trx, groupId, now }: Work, bank: Bank, mapping: SettlementMapping): Promise<void> {
	const written = { mapping: JSON.stringify(mapping), savedAt: now };
	await trx
		.insertInto('settlementMapping')
		.values({ groupId, bank, ...written })
		.onConflict((conflict) => conflict.columns(['groupId', 'bank']).doUpdateSet(written))
		.execute();
}
