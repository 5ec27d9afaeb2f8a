/** Importing members from a spreadsheet: looked at first, then all or nothing. */
import * as v from 'valibot';
import { readTable } from '#lib/files/read-table.server.ts';
import { memberColumns, type MemberColumn } from '#lib/groups/import-columns.ts';
import { previewMembers } from '#lib/groups/import-members.ts';
import { importMembers } from '#lib/groups/import-members.server.ts';
import { memberColumnName, memberProblemText } from '#lib/groups/import-text.ts';
import { membersOf } from '#lib/groups/people.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer, answerForm } from '#lib/web/answer.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { type CheckedTable, TableForm, tableFrom, tableText } from '../../table-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await requireGroup(event, 'members.edit');
	return { columns: (Object.keys(memberColumns) as MemberColumn[]).map(memberColumnName) };
};

export const actions: Actions = {
	periksa: async (event) => {
		const { reader, groupId, db, today } = await requireGroup(event, 'members.edit');
		return answerForm(event, TableForm, async (sent): Promise<{ checked: CheckedTable }> => {
			const table = await tableFrom(sent);
			const known = (await membersOf(reader, groupId, db.clock())).filter((member) => member.leftOn === null);
			const names = known.map((member) => member.name);
			const { members, problems } = previewMembers(table, names, today);
			const wrong = new Set(problems.map((problem) => problem.row));
			const rows = members.map(({ row, name }) => ({ row, name, outcome: wrong.has(row) ? 'wrong' : 'new' }));
			const shown = problems.map(({ row, column, problem }) => ({
				row,
				column: memberColumnName(column),
				text: memberProblemText(problem)
			}));
			return { checked: { text: tableText(table), rows, problems: shown } };
		});
	},
	simpan: async (event) =>
		onward(
			await answer(event, 'members.edit', v.object({ table: v.string() }), (work, { table }) =>
				importMembers(work, theApp().seals, readTable(table))
			),
			() => `/kelola/${event.params.kube}/anggota`
		)
};
