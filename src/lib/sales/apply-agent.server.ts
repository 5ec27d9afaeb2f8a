/** The bank's business done at the counter (R11): the fee is income of the agent channel, the principal only passes through. */
import type { Told } from '#lib/db/told.ts';
import type { Work } from '#lib/db/work.server.ts';
import { negated } from '#lib/kernel/rupiah.ts';
import { account } from '#lib/ledger/chart.ts';
import { type Leg, tidy } from '#lib/ledger/entry.ts';
import { addToOmzet } from '#lib/ledger/omzet.server.ts';
import { postEntry } from '#lib/ledger/post.server.ts';
import type { Doubt } from './doubts.ts';
import { type AgentService, type BodyOf } from './wire-bodies.ts';

/** Services by which cash goes out and the bank's money comes in; by the others it is the other way round. */
const paysOut: ReadonlySet<AgentService> = new Set<AgentService>(['cash-out', 'aid-cash-out']);

export async function applyAgentService(work: Work, told: Told, body: BodyOf<'agent-service'>): Promise<Doubt[]> {
	const { groupId, seq } = work;
	const { receiptNumber, service, principal, fee, feeBy, reference } = body;
	await work.insert('agentService', [
		{ groupId, seq, ...told, receiptNumber, service, principal, fee, feeBy, reference }
	]);
	const source = { type: 'agent-service', id: told.id } as const;
	const posted = await postEntry(work, { source, day: told.day, memo: receiptNumber, legs: agentLegs(body) });
	if (fee > 0)
		await addToOmzet(work, [{ day: posted.day, channel: 'agent', omzet: fee, gross: fee, cost: 0, sales: 0 }]);
	return service === 'aid-cash-out' && fee > 0 ? [{ kind: 'aid-fee', facts: { fee } }] : [];
}

/** The legs of a service: principal between drawer and bank, the fee where it came in. */
function agentLegs({ service, principal, fee, feeBy }: BodyOf<'agent-service'>): Leg[] {
	const intoDrawer = paysOut.has(service) ? negated(principal) : principal;
	return tidy([
		{ account: account.cashDrawer, amount: intoDrawer },
		{ account: account.bank, amount: negated(intoDrawer) },
		{ account: feeBy === 'cash' ? account.cashDrawer : account.bank, amount: fee },
		{ account: account.agentFee, amount: negated(fee) }
	]);
}
