/** The first page of the back office: how it goes, and what to look at. */
import { wideRead } from '#lib/db/read-pool.server.ts';
import { businessesOf } from '#lib/groups/queries.server.ts';
import { nextReadyStep } from '#lib/groups/readiness.ts';
import { monthOf } from '#lib/kernel/day.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { reportOr503 } from '#lib/web/found.server.ts';
import { thingsToSee } from './attention.ts';
import { lastDays } from './omzet-days.ts';
import type { PageServerLoad } from './$types';

const chartDays = 30;

export const load: PageServerLoad = async (event) => {
	const access = await requireGroup(event, 'group.read');
	const { db, group, groupId, reader, today, can } = access;
	const spans = { groupId, today, month: monthOf(today), year: today.slice(0, 4) };
	const [things, businesses, omzet, days] = await Promise.all([
		thingsToSee(access),
		businessesOf(reader, groupId),
		can('books.read') ? reportOr503(wideRead(db, 'groupOmzet', spans)) : null,
		can('books.read') ? lastDays(reader, groupId, today, chartDays) : null
	]);
	return {
		today,
		things,
		mainKind: businesses.main,
		omzet,
		days,
		readiness: group.readiness,
		nextStep: can('catalog.edit') ? nextReadyStep(group.readiness) : null,
		may: { sell: can('sale.record'), receive: can('stock.receive') }
	};
};
