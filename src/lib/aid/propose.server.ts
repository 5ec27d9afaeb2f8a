/** One person of an office proposes a rule of aid; it holds nowhere until another has confirmed it. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { officeById } from '#lib/identity/offices.server.ts';
import { grantsOf } from '#lib/identity/roles.server.ts';
import { type Day, daysBetween } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { regionAt } from '#lib/regions/queries.server.ts';
import { checkProposal, type FoodListProposal, ListEmpty, type Proposal, type RegimeProposal } from './proposal.ts';

/** Where and when somebody proposes: their office, and the present day there. */
export interface AtOffice {
	readonly officeId: Id;
	readonly today: Day;
}

/** Throws NotFound for an office that is not the actor's, and for a region that is none; and as `checkProposal`. */
export async function proposeRegime(work: Work, at: AtOffice, proposal: RegimeProposal): Promise<Id> {
	const { regime, programme } = proposal;
	const row = await proposed(work, at, proposal);
	await work.insert('aidRegime', [{ ...row, regime, programme }]);
	await audited(work, 'aid-regime.proposed', row, { regime });
	return row.id;
}

/** Throws the same, and ListEmpty. */
export async function proposeFoodList(work: Work, at: AtOffice, proposal: FoodListProposal): Promise<Id> {
	if (proposal.entries.length === 0) throw new ListEmpty();
	const row = await proposed(work, at, proposal);
	await work.insert('foodList', [{ ...row, entries: JSON.stringify(proposal.entries) }]);
	await audited(work, 'food-list.proposed', row, { groups: proposal.entries.length });
	return row.id;
}

/** Throws NotFound unless the actor has a role in this very office, not in one above it. */
export async function checkOfOffice({ reader, actor, now }: Work, officeId: Id): Promise<Id> {
	const { personId } = actor;
	const grants = personId === null ? [] : await grantsOf(reader, personId, now);
	const isOfOffice = grants.some((grant) => grant.scope === 'office' && grant.scopeId === officeId);
	if (personId === null || !isOfOffice) throw new NotFound('office');
	return personId;
}

async function proposed(work: Work, { officeId, today }: AtOffice, proposal: Proposal) {
	const personId = await checkOfOffice(work, officeId);
	const { regionCode } = await officeById(work.reader, officeId);
	checkProposal(proposal, regionCode, today);
	const { region, validFrom, validTo, source } = proposal;
	if (region !== '') await regionAt(work.reader, region);
	return {
		id: work.newId(), region, validFrom, validTo, source,
		// Said of a day that has not passed, it would only puzzle who reads it later.
		lateReason: daysBetween(validFrom, today) > 0 ? proposal.lateReason : null,
		officeId, proposedBy: personId, proposedAt: work.now,
		confirmedBy: null, confirmedAt: null, refusedBy: null, refusedAt: null, refusedWhy: null
	}; // prettier-ignore
}

type Row = Awaited<ReturnType<typeof proposed>>;

async function audited(
	work: Work,
	action: string,
	{ id: subjectId, region: regionCode, validFrom, validTo, officeId }: Row,
	more: Readonly<Record<string, string | number>>
): Promise<void> {
	const facts = { regionCode, validFrom, validTo, officeId, ...more };
	await recordAudit(work, { action, subjectType: 'aid-rule', subjectId, facts });
}
