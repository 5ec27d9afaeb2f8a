/** The phones that sell for the group, how far each is known, and taking that from one that was lost or sold. */
import * as v from 'valibot';
import { everyName } from '#lib/identity/names.server.ts';
import { revokeTill } from '#lib/sales/enrol.server.ts';
import { lastReceipt } from '#lib/sales/last-receipt.server.ts';
import { holesIn } from '#lib/sales/numbers.ts';
import { standingOf, tillsOf } from '#lib/sales/tills.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { idField } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { reader, groupId } = await requireGroup(event, 'till.enrol');
	const tills = await tillsOf(reader, groupId);
	const names = await everyName(reader, tills.map((till) => till.personId)); // prettier-ignore
	return {
		tills: await Promise.all(
			tills.map(async (till) => ({
				id: till.id,
				code: till.code,
				name: till.name,
				enrolledAt: till.enrolledAt,
				seenAt: till.seenAt,
				standing: standingOf(till),
				person: names.get(till.personId) ?? null,
				receipts: await lastReceipt(reader, groupId, till.id),
				holes: holesIn(till.numbers).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`))
			}))
		)
	};
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(event, 'till.enrol', v.object({ id: idField }), (work, { id }) => revokeTill(work, id)),
			() => event.url.pathname
		)
};
