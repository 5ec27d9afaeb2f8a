/** A bank service as it is typed at the counter: what is asked for each kind, and what is wrong with it. */
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { type RupiahProblem, parseRupiah } from '#lib/look/money.ts';
import type { AgentService, BodyOf } from '#lib/sales/wire-bodies.ts';

export interface AgentTyped {
	readonly service: AgentService;
	readonly principal: string;
	readonly fee: string;
	readonly feeBy: 'cash' | 'bank';
	readonly reference: string;
}

export type AgentRead = Pick<BodyOf<'agent-service'>, 'service' | 'principal' | 'fee' | 'feeBy' | 'reference'>;
export interface AgentProblems {
	readonly principal?: RupiahProblem | 'zero';
	readonly fee?: RupiahProblem;
}

/** Aid is handed out whole: whoever pays it out may take nothing for it. */
export function isFree(service: AgentService): boolean {
	return service === 'aid-cash-out';
}

/** Services by which cash leaves the drawer; by the others a customer pays in. */
function paysOut(service: AgentService): boolean {
	return service === 'cash-out' || service === 'aid-cash-out';
}

export function readAgent(typed: AgentTyped): AgentRead | AgentProblems {
	const { service, feeBy } = typed;
	const principal = parseRupiah(typed.principal);
	const fee = isFree(service) || typed.fee.trim() === '' ? rupiah(0) : parseRupiah(typed.fee);
	if (typeof principal === 'string') return { principal };
	if (principal === 0) return { principal: 'zero' };
	if (typeof fee === 'string') return { fee };
	const reference = typed.reference.trim();
	return {
		service,
		principal,
		fee,
		feeBy: isFree(service) ? 'cash' : feeBy,
		reference: reference === '' ? null : reference
	};
}

/** What the customer hands over (positive) or is given (negative) across the counter. */
export function acrossCounter({ service, principal, fee, feeBy }: AgentRead): Rupiah {
	return rupiah((paysOut(service) ? 0 - principal : principal) + (feeBy === 'cash' ? fee : 0));
}
