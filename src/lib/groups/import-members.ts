/** A table of members before it is taken over: who would be added, and every cell that stands in the way. */
import { cellOf, columnPlaces, HeadingsMissing, type Table, type TableRow } from '#lib/files/table.ts';
import { parsePhone, type Phone } from '#lib/identity/phone.ts';
import { type Day, parseDay } from '#lib/kernel/day.ts';
import { folded } from '#lib/kernel/text.ts';
import { type MemberColumn, memberColumns, type MemberProblem } from './import-columns.ts';
import { memberColumnName } from './import-text.ts';
import { memberNameLengthMax } from './member.ts';
import { isNikProblem, type Nik, parseNik } from './nik.ts';

export interface BadMemberCell {
	/** As the spreadsheet numbers it. */
	readonly row: number;
	readonly column: MemberColumn;
	readonly problem: MemberProblem;
}

export interface ImportedMember {
	readonly row: number;
	readonly name: string;
	readonly phone: Phone | null;
	readonly nik: Nik | null;
	/** Null: today. */
	readonly joinedOn: Day | null;
}

export interface MemberPreview {
	readonly members: readonly ImportedMember[];
	/** The table can be taken over when there are none. */
	readonly problems: readonly BadMemberCell[];
}

/** Reads a table of members; `known` are the names of those who are there, `today` is in the group's zone. Throws HeadingsMissing. */
export function previewMembers(table: Table, known: readonly string[], today: Day): MemberPreview {
	const places = columnPlaces(table, memberColumns);
	if (!places.has('name')) throw new HeadingsMissing(memberColumnName('name'));
	const problems: BadMemberCell[] = [];
	const members = table.rows.map((row) => readMember(row, places, today, problems));
	const there = new Set(known.map(folded));
	problems.push(
		...members.flatMap(({ row, name }) =>
			there.has(folded(name)) ? [{ row, column: 'name', problem: 'name-known' } as const] : []
		)
	);
	problems.push(
		...twice(members, ({ name }) => folded(name)).map(
			({ row }) => ({ row, column: 'name', problem: 'name-twice' }) as const
		)
	);
	problems.push(
		...twice(members, ({ nik }) => nik ?? '').map(({ row }) => ({ row, column: 'nik', problem: 'nik-twice' }) as const)
	);
	return { members, problems: problems.sort((a, b) => a.row - b.row) };
}

function readMember(
	row: TableRow,
	places: ReadonlyMap<MemberColumn, number>,
	today: Day,
	problems: BadMemberCell[]
): ImportedMember {
	const cell = <Value>(
		column: MemberColumn,
		problem: MemberProblem,
		read: (text: string) => Value | null
	): Value | null => {
		const text = cellOf(row, places, column);
		const value = text === '' ? null : read(text);
		if (text !== '' && value === null) problems.push({ row: row.number, column, problem });
		return value;
	};
	const name = cellOf(row, places, 'name').replace(/\s+/g, ' ');
	if (name === '') problems.push({ row: row.number, column: 'name', problem: 'name-missing' });
	if (name.length > memberNameLengthMax) problems.push({ row: row.number, column: 'name', problem: 'name-long' });
	return {
		row: row.number,
		name,
		phone: cell('phone', 'phone-wrong', readPhone),
		nik: cell('nik', 'nik-wrong', readNik),
		joinedOn: cell('joined', 'joined-wrong', (text) => readPastDay(text, today))
	};
}

/** A spreadsheet takes the zero from the front of a number. */
function readPhone(text: string): Phone | null {
	return parsePhone(text) ?? parsePhone(`0${text}`);
}

function readNik(text: string): Nik | null {
	const nik = parseNik(text.replace(/^'/, ''));
	return isNikProblem(nik) ? null : nik;
}

/** A day as people write it, 21/11/2026 or 2026-11-21, that has come already. */
function readPastDay(text: string, today: Day): Day | null {
	const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
	const iso =
		written === null ? text : [written[3], written[2]?.padStart(2, '0'), written[1]?.padStart(2, '0')].join('-');
	const read = parseDay(iso);
	return read === null || read > today ? null : read;
}

/** Members whose key another before them has; an empty key is none. */
function twice(members: readonly ImportedMember[], keyOf: (member: ImportedMember) => string): ImportedMember[] {
	return [...Map.groupBy(members, keyOf)].flatMap(([key, same]) => (key === '' ? [] : same.slice(1)));
}
