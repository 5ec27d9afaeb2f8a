/** A group with a counter to look at: its till, its officers, its books. */
import { openDeeds } from '#lib/aid/deeds.server.ts';
import { editSettings } from '#lib/groups/edit-group.server.ts';
import { type GroupSettings, plainSettings } from '#lib/groups/settings.ts';
import { inWork } from '#lib/db/work.server.ts';
import { receiveGoods } from '#lib/inventory/receive.server.ts';
import { stockOfProduct, stockValue } from '#lib/inventory/queries.server.ts';
import { addDays, dayOf, monthOf } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { balanceOf, trialBalance } from '#lib/ledger/balances.server.ts';
import { account } from '#lib/ledger/chart.ts';
import { omzetOf } from '#lib/ledger/omzet-queries.server.ts';
import { keptSums, rebuiltSums } from '#lib/ledger/rebuild.server.ts';
import { inColumns } from '#lib/ledger/trial-balance.ts';
import { exceptionsOf } from '#lib/sales/exceptions.server.ts';
import { heldOf } from '#lib/sales/hold.server.ts';
import { expect } from 'vitest';
import type { TestDatabase } from './engines.ts';
import type { Goods, Village } from './village.ts';

/** What tests ask of Kube Melati's counter. */
export function counterOf(db: TestDatabase, world: Village) {
	const { groupId, tenant } = world.melati;
	const today = () => dayOf(db.clock(), 'Asia/Makassar');
	const balance = (code: Parameters<typeof balanceOf>[2]) => balanceOf(db.reader, groupId, code);
	return {
		today,
		balance,
		level: (goods: Goods) => stockOfProduct(db.reader, groupId, goods.productId),
		omzetToday: async () => {
			const month = monthOf(today());
			return (await omzetOf(db.reader, groupId, { today: today(), month, year: month.slice(0, 4) })).today;
		},
		/** Kinds of the exceptions about `subjectId`, but for prices, which are the tests' own. */
		doubts: async (subjectId: Id) =>
			(await exceptionsOf(db.reader, groupId))
				.filter(({ subject, kind }) => subject.id === subjectId && kind !== 'other-price')
				.map(({ kind }) => kind)
				.sort(),
		/** Why an event is held, or null. */
		heldBy: async (eventId: Id) => (await heldOf(db.reader, groupId)).find(({ id }) => id === eventId)?.code ?? null,
		receive: async (goods: Goods, thousandths: number, cost: number) => {
			const lines = [{ productId: goods.productId, quantity: quantity(thousandths), cost: rupiah(cost) }];
			const rest = { supplier: '', paidFrom: account.bank, note: '' } as const;
			await inWork(db, world.ani, tenant, (work) =>
				receiveGoods(work, { id: work.newId(), happenedAt: work.now, lines, ...rest })
			);
		},
		switchOn: (some: Partial<GroupSettings>) =>
			inWork(db, world.sari, tenant, (work) => editSettings(work, { ...plainSettings, ...some })),
		/** What always holds: stock, papers of late cards, trial balance and running sums agree with the legs. */
		laws: async () => {
			expect(await stockValue(db.reader, groupId)).toBe(await balance(account.goods));
			const sheet = inColumns(await trialBalance(db.reader, groupId, addDays(today(), -60), addDays(today(), 60)));
			expect(sheet.debit).toBe(sheet.credit);
			const late = (await openDeeds(db.reader, groupId, today())).map(({ owed }) => owed);
			expect(late.reduce((sum, owed) => sum + owed, 0)).toBe(await balance(account.owedByLateCards));
			expect(await rebuiltSums(db.reader, groupId)).toEqual(await keptSums(db.reader, groupId));
		}
	};
}

export type Counter = ReturnType<typeof counterOf>;
