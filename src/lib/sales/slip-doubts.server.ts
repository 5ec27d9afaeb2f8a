/** Slips that tills told of, with the bank and terminal of their machine; and which of them were told before (R17). */
import { knownSlips, machinesOf, type Slip, writeSlips } from '#lib/aid/slips.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Doubt } from './doubts.ts';
import type { Subject } from './exceptions.server.ts';
import type { ByCard } from './wire-bodies.ts';

/** A slip, or a coupon, as a till tells of it. */
export interface ToldSlip extends Omit<Slip, 'bank' | 'tid' | 'number'> {
	readonly card: Exclude<ByCard, { readonly kind: 'deed' }>;
	/** The receipt that it paid; null for a second swipe. */
	readonly receipt: string | null;
	readonly subject: Subject;
}

export interface DoubtAbout {
	readonly subject: Subject;
	readonly doubt: Doubt;
}

/** Keeps slips, all of them, and tells which a person should look at. Three statements, whatever their number. */
export async function keepSlips(work: Work, told: readonly ToldSlip[]): Promise<DoubtAbout[]> {
	if (told.length === 0) return [];
	const machines = await machinesOf(work, told.map(({ card }) => terminalOf(card))); // prettier-ignore
	const known = await knownSlips(work, told.map(({ card }) => card.number)); // prettier-ignore
	const slips: Slip[] = [];
	const found: DoubtAbout[] = [];
	for (const { card, receipt, subject, ...rest } of told) {
		const terminalId = terminalOf(card);
		const machine = terminalId === null ? undefined : machines.get(terminalId);
		const slip = { ...rest, number: card.number, bank: machine?.bank ?? null, tid: machine?.tid ?? null };
		slips.push(slip);
		if (terminalId !== null && machine === undefined)
			found.push({ subject, doubt: { kind: 'unknown-terminal', facts: { number: card.number } } });
		const before = known.meet(slip, receipt);
		if (before !== undefined)
			found.push({ subject, doubt: { kind: 'slip-twice', facts: { number: card.number, receipt: before } } });
	}
	await writeSlips(work, slips);
	return found;
}

function terminalOf(card: ToldSlip['card']): Id | null {
	return card.kind === 'slip' ? card.terminalId : null;
}
