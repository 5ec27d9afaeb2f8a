/** One customer's kasbon: what is owed, how it came to it, a reminder to send; officers change the limit. */
import * as v from 'valibot';
import { eraseCustomer } from '#lib/credit/erase.server.ts';
import { setCreditLimit } from '#lib/credit/limit.server.ts';
import { creditHistory, customerById } from '#lib/credit/queries.server.ts';
import { reminderText } from '#lib/credit/reminder.ts';
import { whatsappLink } from '#lib/identity/phone.ts';
import { priceMax } from '#lib/kernel/rupiah.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { rupiahField } from '#lib/web/fields.ts';
import { foundOr404, idOr404 } from '#lib/web/found.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, group, today, can } = await requireGroup(event, 'credit.read');
	const partyId = idOr404(event.params.customer);
	const customer = await foundOr404(customerById(reader, groupId, partyId, today));
	const reminder = reminderText({ ...customer, shop: group.name }, event.locals.language);
	return {
		customer,
		reminder,
		whatsapp: reminder === null ? null : whatsappLink(customer.phone, reminder),
		history: await creditHistory(reader, groupId, partyId),
		mayChange: can('credit.limit'),
		maySeeBooks: can('books.read')
	};
};

export const actions: Actions = {
	batas: async (event) =>
		onward(
			await answer(event, 'credit.limit', v.object({ limit: rupiahField(priceMax) }), (work, { limit }) =>
				setCreditLimit(work, { partyId: idOr404(event.params.customer), limit })
			),
			() => event.url.pathname
		),
	penghapusan: async (event) =>
		onward(
			await answer(event, 'credit.limit', v.object({}), (work) => eraseCustomer(work, idOr404(event.params.customer))),
			() => event.url.pathname
		)
};
