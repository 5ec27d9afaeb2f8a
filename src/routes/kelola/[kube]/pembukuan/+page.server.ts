/** The journal, newest day first, of all days or of a stretch. */
import { parseDay } from '#lib/kernel/day.ts';
import { isId } from '#lib/kernel/id.ts';
import { type JournalPlace, journalOf } from '#lib/ledger/journal.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import type { PageServerLoad } from './$types';

const pageSize = 25;

export const load: PageServerLoad = async (event) => {
	const { reader, groupId } = await requireGroup(event, 'books.read');
	const asked = event.url.searchParams;
	const [from, to] = [parseDay(asked.get('dari')), parseDay(asked.get('sampai'))];
	const { rows, next } = await journalOf(reader, groupId, {
		limit: pageSize,
		after: placeFrom(asked.get('sesudah')),
		...(from === null ? {} : { from }),
		...(to === null ? {} : { to })
	});
	return { entries: rows, from, to, next: next === null ? null : pageAfter(event.url, next) };
};

function pageAfter(url: URL, { day, seq, id }: JournalPlace): string {
	const parameters = new URLSearchParams(url.searchParams);
	parameters.set('sesudah', `${day}~${seq}~${id}`);
	return `${url.pathname}?${parameters.toString()}`;
}

/** Where a page begins, as `pageAfter` wrote it; null for anything else. */
function placeFrom(text: string | null): JournalPlace | null {
	const [dayText, seqText = '', id = ''] = (text ?? '').split('~');
	const day = parseDay(dayText);
	return day === null || !/^\d{1,15}$/.test(seqText) || !isId(id) ? null : { day, seq: Number(seqText), id };
}
