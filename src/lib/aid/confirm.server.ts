/** The second person of the office decides over a proposed rule of aid: never its proposer, and once. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { type Day, day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { AlreadyDecided, checkStart, OwnProposal } from './proposal.ts';
import { checkOfOffice } from './propose.server.ts';

export interface Decided {
	readonly ruleId: Id;
	readonly officeId: Id;
	/** The present day at the office. */
	readonly today: Day;
}

/**
 * Lets the rule hold. Repeated by the same person it changes nothing. Throws NotFound, OwnProposal, AlreadyDecided, and
 * StartPassed when its day went by while it waited.
 */
export async function confirmRule(work: Work, { ruleId, officeId, today }: Decided): Promise<void> {
	const { table, rule, personId } = await openRule(work, ruleId, officeId);
	if (rule.confirmedBy === personId) return;
	checkOpen(rule);
	checkStart({ validFrom: day(rule.validFrom), lateReason: rule.lateReason }, today);
	await work.trx
		.updateTable(table)
		.set({ confirmedBy: personId, confirmedAt: work.now })
		.where('id', '=', ruleId)
		.execute();
	await audited(work, table, 'confirmed', ruleId);
}

/** Puts the rule away for good, with the reason. Throws NotFound, OwnProposal, AlreadyDecided. */
export async function refuseRule(work: Work, { ruleId, officeId }: Decided, why: string): Promise<void> {
	const { table, rule, personId } = await openRule(work, ruleId, officeId);
	if (rule.refusedBy === personId) return;
	checkOpen(rule);
	await work.trx
		.updateTable(table)
		.set({ refusedBy: personId, refusedAt: work.now, refusedWhy: why })
		.where('id', '=', ruleId)
		.execute();
	await audited(work, table, 'refused', ruleId);
}

const tables = ['aidRegime', 'foodList'] as const;
type RuleTable = (typeof tables)[number];

interface Rule {
	readonly validFrom: string;
	readonly lateReason: string | null;
	readonly proposedBy: string | null;
	readonly confirmedBy: string | null;
	readonly confirmedAt: string | null;
	readonly refusedBy: string | null;
	readonly refusedAt: string | null;
}

/** The rule as it stands, and who asks; works of the platform are serial, so it stands so until this one ends. */
async function openRule(work: Work, ruleId: Id, officeId: Id) {
	const personId = await checkOfOffice(work, officeId);
	for (const table of tables) {
		const rule = await ruleIn(work, table, ruleId, officeId);
		if (rule === undefined) continue;
		if (rule.proposedBy === personId) throw new OwnProposal();
		return { table, rule, personId };
	}
	throw new NotFound('rule');
}

async function ruleIn({ trx }: Work, table: RuleTable, ruleId: Id, officeId: Id): Promise<Rule | undefined> {
	return trx
		.selectFrom(table)
		.select(['validFrom', 'lateReason', 'proposedBy', 'confirmedBy', 'confirmedAt', 'refusedBy', 'refusedAt'])
		.where('id', '=', ruleId)
		.where('officeId', '=', officeId)
		.executeTakeFirst();
}

function checkOpen({ confirmedAt, refusedAt }: Rule): void {
	if (confirmedAt !== null || refusedAt !== null) throw new AlreadyDecided();
}

async function audited(work: Work, table: RuleTable, what: 'confirmed' | 'refused', subjectId: Id): Promise<void> {
	const subject = table === 'aidRegime' ? 'aid-regime' : 'food-list';
	await recordAudit(work, { action: `${subject}.${what}`, subjectType: 'aid-rule', subjectId, facts: {} });
}
