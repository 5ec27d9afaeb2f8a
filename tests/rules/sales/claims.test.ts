// Who did it and who agreed, compared with what they were allowed then.
import { expect, test } from 'vitest';
import { instant } from '#lib/kernel/instant.ts';
import { claimDoubts } from '#lib/sales/claims.ts';
import { awaitedBy, waitCodes } from '#lib/sales/waits.ts';
import { testId } from './sold.ts';

const at = instant('2026-11-21T01:10:00.000Z');
const [ratna, ani, wati] = [testId(1), testId(2), testId(3)];
/** Ratna sells and voids, Ani may agree too, Wati may nothing. */
const may = (person: string, permission: string) =>
	person === ani || (person === ratna && ['sale.record', 'sale.void'].includes(permission));

// kind, who, with whose word, doubts
test.each([
	['sale', ratna, null, []],
	['sale', ratna, ani, []],
	['sale', ratna, wati, ['approver-without-role']],
	['sale', ani, ratna, ['approver-without-role']],
	['sale', ani, ani, ['approver-without-role']],
	['sale', wati, null, ['cashier-without-role']],
	['void', ani, ratna, []],
	['return', ratna, null, []],
	['goods-bought', ratna, null, ['cashier-without-role']],
	['stock-adjusted', ani, null, []]
] as const)('%s by %s with the word of %s', (kind, cashierId, approvedBy, doubts) => {
	expect(claimDoubts({ kind, cashierId, approvedBy, at }, may).map((doubt) => doubt.kind)).toEqual(doubts);
});

test('an event waits for the sale or the shift that it names, and otherwise for a person', () => {
	expect(awaitedBy('sales.sale-unknown', { saleId: 'a' })).toBe('a');
	expect(awaitedBy('drawer.shift-unknown', { shiftId: 'b' })).toBe('b');
	expect(awaitedBy('sales.already-voided', { saleId: 'a' })).toBeUndefined();
	expect(waitCodes).toContain('drawer.shift-unknown');
});
