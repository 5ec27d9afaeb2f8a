/** One decision about a swipe: what it booked, and taking it back. */
import * as v from 'valibot';
import { everyName } from '#lib/identity/names.server.ts';
import { entryOfEvent } from '#lib/ledger/journal.server.ts';
import { decisionById } from '#lib/payments/settlement-decisions.server.ts';
import { undoDecision } from '#lib/payments/settlement-undo.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { needed } from '#lib/web/fields.ts';
import { foundOr404, idOr404 } from '#lib/web/found.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import type { Actions, PageServerLoad } from './$types';

const reasonMax = 300;
const UndoForm = v.object({ reason: needed(reasonMax) });

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, can } = await requireGroup(event, 'books.read');
	const matchId = idOr404(event.params.match);
	const decision = await foundOr404(decisionById(reader, groupId, matchId));
	const { by, undone } = decision;
	const entryOf = (type: string) => entryOfEvent(reader, groupId, type, matchId).catch(() => null);
	const [names, entry, reversal] = await Promise.all([
		everyName(
			reader,
			[by, undone?.by ?? null].flatMap((personId) => personId ?? [])
		),
		entryOf('card-settled'),
		undone === null ? null : entryOf('reversal')
	]);
	return {
		decision,
		by: (by && names.get(by)) ?? null,
		undoneBy: (undone?.by && names.get(undone.by)) ?? null,
		entries: [entry, reversal].flatMap((one) => one ?? []),
		mayUndo: undone === null && can('settlement.import'),
		maySeeSales: can('sale.read')
	};
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(event, 'settlement.import', UndoForm, (work, { reason }) =>
				undoDecision(work, { matchId: idOr404(event.params.match), reason })
			),
			() => `/kelola/${event.params.kube}/edc`
		)
};
