/** Cash between the drawer and the treasurer's hand: into the drawer, or out of it; both sides say so. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Told } from '#lib/db/told.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { negated, type Rupiah } from '#lib/kernel/rupiah.ts';
import { account } from '#lib/ledger/chart.ts';
import { postEntry } from '#lib/ledger/post.server.ts';
import type { CashDirection } from './cash-direction.ts';

export interface CashMove {
	readonly direction: CashDirection;
	readonly amount: Rupiah;
	readonly note: string;
	/** The treasurer who confirmed it on the spot; null when that is still to come. */
	readonly confirmedBy: Id | null;
}

export async function moveCash(work: Work, told: Told, move: CashMove): Promise<void> {
	const { groupId, seq } = work;
	const { direction, amount, confirmedBy } = move;
	const confirmedAt = confirmedBy === null ? null : told.happenedAt;
	await work.insert('cashMove', [{ groupId, seq, ...told, ...move, confirmedAt }]);
	const into = direction === 'in' ? amount : negated(amount);
	await postEntry(work, {
		source: { type: 'cash-moved', id: told.id },
		day: told.day,
		memo: '',
		legs: [
			{ account: account.cashDrawer, amount: into },
			{ account: account.cashOnHand, amount: negated(into) }
		]
	});
}

/** The treasurer says that it was so. Throws NotFound when there is no such move, or it was confirmed before. */
export async function confirmMove(work: Work, moveId: Id): Promise<void> {
	const { numUpdatedRows } = await work.trx
		.updateTable('cashMove')
		.set({ confirmedAt: work.now, confirmedBy: work.actor.personId })
		.where('groupId', '=', work.groupId)
		.where('id', '=', moveId)
		.where('confirmedAt', 'is', null)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new NotFound('cash move');
	await recordAudit(work, { action: 'cash.confirmed', subjectType: 'cash-move', subjectId: moveId, facts: {} });
}
