/** Closing months, and the log of who closed and reopened which. */
import * as v from 'valibot';
import { addDays, firstDayOf, type Month, monthOf, nextMonth } from '#lib/kernel/day.ts';
import { closedThroughOf, closeMonth, closingsOf } from '#lib/ledger/periods.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { monthField, needed } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import type { Actions, PageServerLoad } from './$types';

const reasonMax = 200;
/** How far back months are offered where none was ever closed. */
const offeredMax = 12;

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, today, can } = await requireGroup(event, 'books.read');
	const [closed, closings] = await Promise.all([closedThroughOf(reader, groupId), closingsOf(reader, groupId)]);
	const last = monthOf(addDays(firstDayOf(monthOf(today)), -1));
	return { closed, closings, closable: monthsUpTo(last, closed), mayClose: can('books.close') };
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(event, 'books.close', v.object({ month: monthField, reason: needed(reasonMax) }), (work, input) =>
				closeMonth(work, input)
			),
			() => event.url.pathname
		)
};

/** Months over and not closed, the latest first. */
function monthsUpTo(last: Month, closed: Month | null): Month[] {
	const months: Month[] = [];
	let month = last;
	while (months.length < offeredMax && (closed === null || month > closed)) {
		months.push(month);
		month = monthOf(addDays(firstDayOf(month), -1));
	}
	return closed === null ? months : months.filter((each) => each >= nextMonth(closed));
}
