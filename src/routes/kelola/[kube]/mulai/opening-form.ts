/** Opening balances as forms ask for them: empty means nothing. */
import * as v from 'valibot';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { optionalRupiahField } from '#lib/web/fields.ts';

/** An amount; nothing written is zero. */
export const amountOrNothing = v.pipe(
	optionalRupiahField(),
	v.transform((amount) => amount ?? rupiah(0))
);

/** An opening with nothing in it, to write single amounts over. */
export const nothing = {
	cashDrawer: rupiah(0),
	cashOnHand: rupiah(0),
	bank: rupiah(0),
	owedByMembers: rupiah(0),
	owedToSuppliers: rupiah(0),
	memberSavings: rupiah(0)
};
