/** One line of the bank's file that is open: paired with a slip by hand, or settled without one, with a reason. */
import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { daysBetween } from '#lib/kernel/day.ts';
import { isId } from '#lib/kernel/id.ts';
import type { OpenSlip } from '#lib/payments/settlement-match.ts';
import { resolveLine, resolvePair } from '#lib/payments/settlement-resolve.server.ts';
import { withFirstSwipes } from '#lib/payments/settlement-twice.server.ts';
import { lineWays, pairWays } from '#lib/payments/settlement-ways.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { needed, oneOf } from '#lib/web/fields.ts';
import { idOr404, numberOr404 } from '#lib/web/found.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { m } from '#texts/messages.js';
import { openBetween } from '../../../lists.server.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

const reasonMax = 300;
const daysApartMax = 3;
const slipsShownMax = 20;

const AloneForm = v.object({ way: oneOf(lineWays), reason: needed(reasonMax) });
const PairForm = v.object({
	slip: v.pipe(
		v.optional(v.string(), ''),
		v.transform((text) => text.split(' ')),
		v.check(([source = '', line = '']) => isId(source) && /^\d{1,4}$/.test(line), () => m.web_field_choose()),
		v.transform(([source = '', line = '', back]) => ({ sourceId: idOr404(source), line: Number(line), isBack: back === 'kembali' }))
	),
	way: oneOf(pairWays),
	reason: needed(reasonMax)
}); // prettier-ignore

export const load: PageServerLoad = async (event) => {
	const { reader, groupId } = await requireGroup(event, 'settlement.import');
	const key = keyOf(event.params);
	const { withoutSale, differs, withoutEdc, toReverse, waiting } = await openBetween(reader, groupId);
	const pair = differs.find(({ line }) => line.fileId === key.fileId && line.line === key.line) ?? null;
	const line = pair?.line ?? withoutSale.find(({ fileId, line: at }) => fileId === key.fileId && at === key.line);
	if (line === undefined) error(404, m.web_not_found());
	const isNear = ({ isBack, day }: OpenSlip) => isBack || Math.abs(daysBetween(day, line.day)) <= daysApartMax;
	const apart = (slip: OpenSlip) => Math.abs(slip.amount - line.amount);
	const slips = [...withoutEdc, ...waiting, ...toReverse]
		.filter((slip) => slip.amount > 0 === line.amount > 0 && isNear(slip))
		.sort((one, other) => apart(one) - apart(other));
	const [alone] = pair === null ? await withFirstSwipes(reader, groupId, [line]) : [];
	return {
		line,
		first: alone?.first ?? null,
		pair,
		slips: (pair === null ? slips : [pair.slip]).slice(0, slipsShownMax)
	};
};

export const actions: Actions = {
	pasangan: async (event) =>
		onward(
			await answer(event, 'settlement.import', PairForm, (work, pair) =>
				resolvePair(work, { line: keyOf(event.params), ...pair })
			),
			() => `/kelola/${event.params.kube}/edc`
		),
	penyelesaian: async (event) =>
		onward(
			await answer(event, 'settlement.import', AloneForm, (work, alone) =>
				resolveLine(work, { key: keyOf(event.params), ...alone })
			),
			() => `/kelola/${event.params.kube}/edc`
		)
};

function keyOf({ file, line }: RouteParams) {
	return { fileId: idOr404(file), line: numberOr404(line) };
}
