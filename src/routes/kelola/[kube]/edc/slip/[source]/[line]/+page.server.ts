/** One slip of the till of which the bank’s files do not tell: settled with a reason. */
import * as v from 'valibot';
import { resolveSlip } from '#lib/payments/settlement-resolve.server.ts';
import { slipWays } from '#lib/payments/settlement-ways.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { needed, oneOf } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { slipKeyOr404, slipPage } from '../../../slip-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const reasonMax = 300;
const WayForm = v.object({ way: oneOf(slipWays), reason: needed(reasonMax) });

export const load: PageServerLoad = async (event) => {
	const access = await requireGroup(event, 'settlement.import');
	return slipPage(access, event.params, ({ withoutEdc, waiting }) => [...withoutEdc, ...waiting]);
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(event, 'settlement.import', WayForm, (work, form) =>
				resolveSlip(work, { key: slipKeyOr404(event.params), ...form })
			),
			() => `/kelola/${event.params.kube}/edc`
		)
};
