/** The rows of goods or of a whole sale that came back. */
import type { Told } from '#lib/db/told.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import type { TenderPart } from './refund.ts';
import type { ReturnedLine } from './return-plan.ts';

interface Back {
	readonly kind: 'void' | 'return';
	readonly saleId: Id;
	readonly reason: string;
	readonly note: string;
	readonly total: Rupiah;
	readonly lines: readonly ReturnedLine[];
	readonly refunds: readonly (TenderPart & { readonly reference?: string | null })[];
	/** A return's own receipt, its rounding, and what became of the goods. */
	readonly receiptNumber?: string;
	readonly rounding?: Rupiah;
	readonly goods?: 'shelf' | 'lost';
}

export async function writeReturn(work: Work, told: Told, back: Back): Promise<void> {
	const { groupId, seq } = work;
	const { kind, saleId, reason, note, total } = back;
	const { receiptNumber = null, rounding = null, goods = null } = back;
	await work.insert('saleReturn', [
		{ groupId, seq, ...told, kind, saleId, reason, note, total, receiptNumber, rounding, goods }
	]);
	await work.insert('saleReturnLine', back.lines.map(({ sold, quantity, normalQuantity, net, cost, owed }, line) => ({
		groupId, returnId: told.id, line, saleLine: sold.line, quantity, normalQuantity, amount: net, cost, owed
	}))); // prettier-ignore
	await work.insert('refund', back.refunds.map(({ tender, amount, reference = null }, line) => ({
		groupId, returnId: told.id, line, tender, amount, reference
	}))); // prettier-ignore
}
