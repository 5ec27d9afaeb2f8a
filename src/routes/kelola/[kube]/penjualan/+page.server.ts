/** Sales by day, the latest first. */
import { openDeeds } from '#lib/aid/deeds.server.ts';
import { terminalsInUse } from '#lib/aid/terminals.server.ts';
import { parseDay } from '#lib/kernel/day.ts';
import { isId } from '#lib/kernel/id.ts';
import { everyName } from '#lib/identity/names.server.ts';
import { omzetByDay } from '#lib/ledger/omzet-queries.server.ts';
import { type SalePlace, salesOf } from '#lib/sales/queries.server.ts';
import { countToCheck } from '#lib/sales/to-check.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import type { PageServerLoad } from './$types';

const pageSize = 50;

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, group, today, can } = await requireGroup(event, 'sale.read');
	const asked = event.url.searchParams;
	const [from, to] = [parseDay(asked.get('dari')), parseDay(asked.get('sampai'))];
	const [{ rows, next }, toCheck, late, machines] = await Promise.all([
		salesOf(reader, groupId, {
			limit: pageSize,
			after: placeFrom(asked.get('sesudah')),
			...(from === null ? {} : { from }),
			...(to === null ? {} : { to })
		}),
		countToCheck(reader, groupId),
		openDeeds(reader, groupId, today),
		terminalsInUse(reader, groupId)
	]);
	const days = [...new Set(rows.map((sale) => sale.day))];
	const [first, last] = [days.at(-1), days[0]];
	const sums = first && last && can('books.read') ? await omzetByDay(reader, groupId, first, last) : [];
	const names = await everyName(reader, rows.flatMap((sale) => sale.cashierId ?? [])); // prettier-ignore
	return {
		from,
		to,
		toCheck,
		late: late.length,
		maySeeFacts: can('aid.facts'),
		hasMachines: machines.length > 0,
		hasShifts: group.settings.shifts,
		days: days.map((day) => ({
			day,
			sum: sums.find((sum) => sum.day === day) ?? null,
			sales: rows
				.filter((sale) => sale.day === day)
				.map((sale) => ({ ...sale, cashier: (sale.cashierId && names.get(sale.cashierId)) ?? null }))
		})),
		next: next === null ? null : pageAfter(event.url, next)
	};
};

function pageAfter(url: URL, { day, seq, sequence, id }: SalePlace): string {
	const parameters = new URLSearchParams(url.searchParams);
	parameters.set('sesudah', `${day}~${seq}~${sequence}~${id}`);
	return `${url.pathname}?${parameters.toString()}`;
}

/** Where a page begins, as `pageAfter` wrote it; null for anything else. */
function placeFrom(text: string | null): SalePlace | null {
	const [dayText, seq = '', sequence = '', id = ''] = (text ?? '').split('~');
	const day = parseDay(dayText);
	const areNumbers = [seq, sequence].every((number) => /^\d{1,15}$/.test(number));
	return day === null || !areNumbers || !isId(id) ? null : { day, seq: Number(seq), sequence: Number(sequence), id };
}
