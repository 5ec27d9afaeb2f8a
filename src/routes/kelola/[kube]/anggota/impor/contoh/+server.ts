/** An example of a table of members, to be filled in with a spreadsheet. */
import { csvText } from '#lib/files/csv.ts';
import { memberColumns, type MemberColumn } from '#lib/groups/import-columns.ts';
import { memberColumnName } from '#lib/groups/import-text.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { m } from '#texts/messages.js';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	await requireGroup(event, 'members.edit');
	const headings = (Object.keys(memberColumns) as MemberColumn[]).map(memberColumnName);
	return new Response(csvText([headings, ['Sari Lestari', '0812-3456-7890', '', '21/11/2026']]), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${m.office_import_members_file()}.csv"`
		}
	});
};
