/** Card machines of a group: saved once, and retired, never deleted, since old slips name them. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Reader } from '#lib/db/open.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { parseBank } from '#lib/payments/card-slip.ts';
import { type NewTerminal, type Terminal, TerminalKnown } from './terminal.ts';

/** Adds a machine to those in use. Throws TerminalKnown. */
export async function saveTerminal(work: Work, { bank, mid, tid, name }: NewTerminal): Promise<Id> {
	const inUse = await terminalsInUse(work.reader, work.groupId);
	if (inUse.some((known) => known.bank === bank && known.tid === tid)) throw new TerminalKnown(tid);
	const terminalId = work.newId();
	const made = { madeAt: work.now, madeBy: work.actor.personId, retiredAt: null };
	await work.insert('cardTerminal', [{ groupId: work.groupId, id: terminalId, bank, mid, tid, name, ...made }]);
	await audit(work, 'terminal.saved', terminalId, bank);
	return terminalId;
}

/** Takes a machine out of use; its slips still name it. Throws NotFound for one that is not in use. */
export async function retireTerminal(work: Work, terminalId: Id): Promise<void> {
	const row = await work.trx
		.updateTable('cardTerminal')
		.set({ retiredAt: work.now })
		.where('groupId', '=', work.groupId)
		.where('id', '=', terminalId)
		.where('retiredAt', 'is', null)
		.returning('bank')
		.executeTakeFirst();
	if (row === undefined) throw new NotFound('card machine');
	await audit(work, 'terminal.retired', terminalId, row.bank);
}

/** The machines in use, by name. */
export async function terminalsInUse(reader: Reader, groupId: Id): Promise<Terminal[]> {
	const rows = await reader
		.selectFrom('cardTerminal')
		.select(['id', 'bank', 'mid', 'tid', 'name'])
		.where('groupId', '=', groupId)
		.where('retiredAt', 'is', null)
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({ ...row, id: id(row.id), bank: present(parseBank(row.bank), `the bank ${row.bank}`) }));
}

async function audit(work: Work, action: string, subjectId: Id, bank: string): Promise<void> {
	await recordAudit(work, { action, subjectType: 'terminal', subjectId, facts: { bank } });
}
