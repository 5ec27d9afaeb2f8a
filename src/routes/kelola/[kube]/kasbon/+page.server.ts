/** Customers with kasbon, who owes most first. */
import { sumAges } from '#lib/credit/ageing.ts';
import { customersOf } from '#lib/credit/queries.server.ts';
import { total } from '#lib/kernel/rupiah.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { pageOf } from '../pages.ts';
import type { PageServerLoad } from './$types';

const pageSize = 50;

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, today } = await requireGroup(event, 'credit.read');
	const customers = await customersOf(reader, groupId, today);
	return {
		page: pageOf(customers, event.url, pageSize),
		owing: customers.filter(({ owed }) => owed > 0).length,
		owed: total(customers.map((customer) => customer.owed)),
		ages: sumAges(customers.map((customer) => customer.ages))
	};
};
