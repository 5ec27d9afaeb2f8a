/** Opening balances as the steps ask for them, each for a part: empty means nothing. */
import * as v from 'valibot';
import type { Work } from '#lib/db/work.server.ts';
import { markStep } from '#lib/groups/ready.server.ts';
import type { ReadyStep } from '#lib/groups/readiness.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { openBooks } from '#lib/ledger/opening.server.ts';
import type { GroupAccess } from '#lib/web/access.server.ts';
import { optionalRupiahField } from '#lib/web/fields.ts';

/** An amount; nothing written is zero. */
export const amountOrNothing = v.pipe(
	optionalRupiahField(),
	v.transform((amount) => amount ?? rupiah(0))
);

/** An opening with nothing in it, to write single amounts over. */
const nothing = {
	cashDrawer: rupiah(0),
	cashOnHand: rupiah(0),
	bank: rupiah(0),
	owedByMembers: rupiah(0),
	owedToSuppliers: rupiah(0),
	memberSavings: rupiah(0)
};

/** Opens the books with the amounts of `step`. */
export function openedBy(step: ReadyStep) {
	return async (work: Work, amounts: Partial<typeof nothing>, { today }: GroupAccess): Promise<void> => {
		await openBooks(work, { ...nothing, ...amounts, id: work.newId(), day: today });
		await markStep(work, step, 'done');
	};
}
