/** Money that the bank had paid when its sale was taken back: settled with a reason where no file takes it back. */
import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { resolveBack } from '#lib/payments/settlement-resolve.server.ts';
import { backWays } from '#lib/payments/settlement-ways.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { needed, oneOf } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { m } from '#texts/messages.js';
import { openBetween } from '../../../lists.server.ts';
import { slipKeyOr404 } from '../../../slip-key.server.ts';
import type { Actions, PageServerLoad } from './$types';

const reasonMax = 300;
const WayForm = v.object({ way: oneOf(backWays), reason: needed(reasonMax) });

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, can } = await requireGroup(event, 'settlement.import');
	const key = slipKeyOr404(event.params);
	const { toReverse } = await openBetween(reader, groupId);
	const slip = toReverse.find(({ sourceId, line }) => sourceId === key.sourceId && line === key.line);
	if (slip === undefined) error(404, m.web_not_found());
	return { slip, maySeeSales: can('sale.read'), maySeePhotos: can('slips.add') };
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(event, 'settlement.import', WayForm, (work, form) =>
				resolveBack(work, { key: slipKeyOr404(event.params), ...form })
			),
			() => `/kelola/${event.params.kube}/edc`
		)
};
