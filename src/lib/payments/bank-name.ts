/** What the bank of a card machine is called. */
import { m } from '#texts/messages.js';
import type { Bank } from './card-slip.ts';

/** A bank's own name is the same in every language; null for slips of no machine that was saved. */
export function bankName(bank: Bank | null): string {
	if (bank === null) return m.aid_bank_unknown();
	if (bank === 'OTHER') return m.aid_bank_other();
	return bank === 'MANDIRI' ? 'Mandiri' : bank;
}
