/** Money that the bank had paid when its sale was taken back: settled with a reason where no file takes it back. */
import * as v from 'valibot';
import { resolveBack } from '#lib/payments/settlement-resolve.server.ts';
import { backWays } from '#lib/payments/settlement-ways.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { needed, oneOf } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { slipKeyOr404, slipPage } from '../../../slip-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const reasonMax = 300;
const WayForm = v.object({ way: oneOf(backWays), reason: needed(reasonMax) });

export const load: PageServerLoad = async (event) => {
	const access = await requireGroup(event, 'settlement.import');
	return slipPage(access, event.params, ({ toReverse }) => toReverse);
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
