/** What the columns of a table of members are called, and what is wrong with a cell, in the reader's language. */
import { m } from '#texts/messages.js';
import type { MemberColumn, MemberProblem } from './import-columns.ts';

const columns: Readonly<Record<MemberColumn, () => string>> = {
	name: m.groups_import_column_name,
	phone: m.groups_import_column_phone,
	nik: m.groups_import_column_nik,
	joined: m.groups_import_column_joined
};

const problems: Readonly<Record<MemberProblem, () => string>> = {
	'name-missing': m.groups_import_name_missing,
	'name-long': m.groups_import_name_long,
	'name-twice': m.groups_import_name_twice,
	'name-known': m.groups_import_name_known,
	'phone-wrong': m.groups_import_phone_wrong,
	'nik-wrong': m.groups_import_nik_wrong,
	'nik-twice': m.groups_import_nik_twice,
	'joined-wrong': m.groups_import_joined_wrong
};

export function memberColumnName(column: MemberColumn): string {
	return columns[column]();
}

export function memberProblemText(problem: MemberProblem): string {
	return problems[problem]();
}
