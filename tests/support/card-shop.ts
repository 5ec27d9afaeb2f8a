/** A group with a card machine: what it sells by card, what the bank's files tell, and what is open between both. */
import { saveTerminal } from '#lib/aid/terminals.server.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';
import { balanceOf } from '#lib/ledger/balances.server.ts';
import { account } from '#lib/ledger/chart.ts';
import { decisionsMade } from '#lib/payments/settlement-decisions.server.ts';
import { guessMapping } from '#lib/payments/settlement-guess.ts';
import { importSettlement, readingsOf } from '#lib/payments/settlement-import.server.ts';
import { settlementLists } from '#lib/payments/settlement-lists.ts';
import { openLines, openSlips, takenFiles } from '#lib/payments/settlement-open.server.ts';
import { counterOf } from './counter.ts';
import type { TestDatabase } from './engines.ts';
import { tillOf, type Told } from './till.ts';
import { village } from './village.ts';

export const tid = '10451234';

type Row = readonly [trace: string, amount: number, date?: string];

export type CardShop = Awaited<ReturnType<typeof cardShop>>;

/** Kube Melati of the village, with rice at Rp10.000 for a card; Kube Kenanga has a machine of its own. */
export async function cardShop(db: TestDatabase) {
	const v = await village(db);
	const { groupId, tenant } = v.melati;
	const inMelati = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, v.ani, tenant, fn);
	const inKenanga = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, v.lina, v.kenanga.tenant, fn);
	await counterOf(db, v).receive(v.beras, 1_000_000, 10_000_000);
	const machine: Id = await inMelati((work) => saveTerminal(work, { bank: 'BRI', mid: '', tid, name: 'EDC' }));
	await inKenanga((work) => saveTerminal(work, { bank: 'BRI', mid: '', tid: '30451234', name: 'EDC' }));
	const till = await tillOf(db, v.melati, v.ratna);
	const lists = async () => {
		const [lines, slips] = [await openLines(db.reader, groupId), await openSlips(db.reader, groupId)];
		return settlementLists(lines, slips, await takenFiles(db.reader, groupId));
	};
	return {
		v,
		inMelati,
		inKenanga,
		machine,
		till,
		lists,
		inTransit: () => balanceOf(db.reader, groupId, account.cardInTransit),
		/** A sale of so many kilos of rice, paid by a card whose slip has `number`. */
		async sold(number: string, kilos: number): Promise<Told> {
			const card = { kind: 'slip', terminalId: machine, number } as const;
			const sale = till.sell([[v.beras, 'kg', kilos * 1000, 10_000]], { payments: [['card', kilos * 10_000, card]] });
			await till.send(sale);
			return sale;
		},
		/** The bank's file of these swipes is taken. */
		take(rows: readonly Row[]) {
			const cells = rows.map(([trace, amount, date = '21/11/2026 09:00']) => [date, tid, trace, amount, 0].join(';'));
			const text = ['Tanggal;TID;Trace;Nominal;MDR', ...cells, ''].join('\n');
			const mapping = guessMapping(readingsOf(text));
			return inMelati((work) => importSettlement(work, { bank: 'BRI', name: 'bri.csv', text, mapping }));
		},
		/** What should go back of the slip `number`. */
		async backOf(number: string) {
			const found = (await lists()).toReverse.find((slip) => slip.number === number);
			return present(found, `what should go back of ${number}`);
		},
		async lineOf(trace: string) {
			const found = (await openLines(db.reader, groupId)).find((line) => line.trace === trace);
			return present(found, `the line ${trace}`);
		},
		/** The latest decision. */
		async latest() {
			const { decisions } = await decisionsMade(db.reader, groupId, { limit: 1 });
			return present(decisions[0], 'a decision');
		}
	};
}
