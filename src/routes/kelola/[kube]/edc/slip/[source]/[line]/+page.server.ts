/** One slip of the till of which the bank's files do not tell: settled with a reason. */
import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { resolveSlip } from '#lib/payments/settlement-resolve.server.ts';
import { slipWays } from '#lib/payments/settlement-ways.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { needed, oneOf } from '#lib/web/fields.ts';
import { idOr404 } from '#lib/web/found.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { m } from '#texts/messages.js';
import { openBetween } from '../../../lists.server.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

const reasonMax = 300;
const SlipForm = v.object({ way: oneOf(slipWays), reason: needed(reasonMax) });

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, can } = await requireGroup(event, 'settlement.import');
	const key = keyOf(event.params);
	const { withoutEdc, waiting } = await openBetween(reader, groupId);
	const slip = [...withoutEdc, ...waiting].find(({ sourceId, line }) => sourceId === key.sourceId && line === key.line);
	if (slip === undefined) error(404, m.web_not_found());
	return { slip, maySeeSales: can('sale.read'), maySeePhotos: can('slips.add') };
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(event, 'settlement.import', SlipForm, (work, form) =>
				resolveSlip(work, { key: keyOf(event.params), ...form })
			),
			() => `/kelola/${event.params.kube}/edc`
		)
};

/** Lines of slips count from nought. */
function keyOf({ source, line }: RouteParams) {
	if (!/^\d{1,4}$/.test(line)) error(404, m.web_not_found());
	return { sourceId: idOr404(source), line: Number(line) };
}
