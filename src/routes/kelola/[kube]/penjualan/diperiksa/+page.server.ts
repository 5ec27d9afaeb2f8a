/** What a till sent that a person should look at: events that are held, and sales that differ from the lists. */
import * as v from 'valibot';
import { questionsOf } from './questions.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { idField, needed } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { confirmHandover } from '#lib/sales/confirm-handover.server.ts';
import { resolveException } from '#lib/sales/exceptions.server.ts';
import { unfreezeTill } from '#lib/sales/freeze.server.ts';
import { releaseFrozen, releaseHeld } from '#lib/sales/release.server.ts';
import type { Actions, PageServerLoad } from './$types';

const resolutionMax = 300;
const GoOnForm = v.object({ id: idField, till: idField, resolution: needed(resolutionMax) });

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, can } = await requireGroup(event, 'sale.read');
	return {
		...(await questionsOf(reader, groupId)),
		mayDecide: can('sale.void'),
		mayLetGoOn: can('till.enrol'),
		mayConfirm: can('cash.confirm')
	};
};

export const actions: Actions = {
	pelepasan: async (event) =>
		onward(
			await answer(event, 'sale.void', v.object({ id: idField }), (work, { id }) => releaseHeld(work, id)),
			() => event.url.pathname
		),
	penerimaan: async (event) =>
		onward(
			await answer(event, 'cash.confirm', v.object({ id: idField }), (work, { id }) => confirmHandover(work, id)),
			() => event.url.pathname
		),
	lanjutan: async (event) => {
		const { db, actor, groupId } = await requireGroup(event, 'till.enrol');
		const done = await answer(event, 'till.enrol', GoOnForm, async (work, { till, resolution }) => {
			await unfreezeTill(work, { enrolmentId: till, resolution });
			return till;
		});
		if (typeof done === 'string') await releaseFrozen(db, actor, groupId, done);
		return onward(done, () => event.url.pathname);
	},
	penyelesaian: async (event) =>
		onward(
			await answer(event, 'sale.void', v.object({ id: idField, resolution: needed(resolutionMax) }), (work, input) =>
				resolveException(work, input)
			),
			() => event.url.pathname
		)
};
