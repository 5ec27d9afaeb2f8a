/** Tables of members. */
import { describe, expect, test } from 'vitest';
import { readTable } from '#lib/files/read-table.server.ts';
import { foldedHeading, HeadingsMissing } from '#lib/files/table.ts';
import { type MemberColumn, memberColumns } from '#lib/groups/import-columns.ts';
import { previewMembers } from '#lib/groups/import-members.ts';
import { memberColumnName, memberProblemText } from '#lib/groups/import-text.ts';
import { day } from '#lib/kernel/day.ts';

const today = day('2026-11-21');
const preview = (text: string, known: readonly string[] = []) => previewMembers(readTable(text), known, today);

test('a table of members is read, however phone numbers and days are written', () => {
	const { members, problems } = preview(
		`Nama;No. HP;NIK;Tanggal masuk
Bu  Sari;0812 3456 7890;7271 0845 0585 0001;1/2/2020
Pak Umar;81234567891;;2021-03-04
Bu Ani;'+62 812-3456-7892;;`
	);
	expect(problems).toEqual([]);
	expect(members).toEqual([
		{ row: 2, name: 'Bu Sari', phone: '+6281234567890', nik: '7271084505850001', joinedOn: '2020-02-01' },
		{ row: 3, name: 'Pak Umar', phone: '+6281234567891', nik: null, joinedOn: '2021-03-04' },
		{ row: 4, name: 'Bu Ani', phone: '+6281234567892', nik: null, joinedOn: null }
	]);
});

describe('a cell that stands in the way is named', () => {
	test.each([
		[';0812;;', ['2 name name-missing', '2 phone phone-wrong']],
		[`${'k'.repeat(81)};;;`, ['2 name name-long']],
		['BU RATNA;;;', ['2 name name-known']],
		['Bu Wati;;7.27108E+15;', ['2 nik nik-wrong']],
		['Bu Wati;;;31/02/2020', ['2 joined joined-wrong']],
		['Bu Wati;;;22/11/2026', ['2 joined joined-wrong']],
		['Bu Wati;;7271084505850001;\nbu wati;;;\nBu Lina;;7271084505850001;', ['3 name name-twice', '4 nik nik-twice']]
	])('%j', (rows, expected) => {
		const { problems } = preview(`Nama;HP;NIK;Tanggal masuk\n${rows}`, ['Bu Ratna']);
		expect(problems.map(({ row, column, problem }) => `${row} ${column} ${problem}`)).toEqual(expected);
		expect(problems.map(({ problem }) => memberProblemText(problem)).filter((text) => text === '')).toEqual([]);
	});
});

test('a table without names is refused, and every heading of ours is understood', () => {
	expect(() => preview('Siapa;HP\nBu Sari;0812')).toThrow(new HeadingsMissing('Nama'));
	const columns = Object.keys(memberColumns) as MemberColumn[];
	const strange = columns.filter((column) => !(memberColumns[column] as readonly string[]).includes(foldedHeading(memberColumnName(column)))); // prettier-ignore
	expect(strange).toEqual([]);
});
