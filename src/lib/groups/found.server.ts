/** Founding a group: its tenant, its address, its first decision, and those who begin it. */
import { recordAudit } from '#lib/audit/record.server.ts';
import { foundOnce } from '#lib/db/found-once.server.ts';
import type { Database } from '#lib/db/open.server.ts';
import type { Message } from '#lib/db/receive.server.ts';
import type { Seals } from '#lib/db/seal.server.ts';
import { type Actor, groupTenant } from '#lib/db/tenant.ts';
import { bit } from '#lib/db/values.server.ts';
import { inFoundingWork, type Work } from '#lib/db/work.server.ts';
import { Bug, present } from '#lib/kernel/assert.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import { type Region, regionAt } from '#lib/regions/queries.server.ts';
import { addMembers, type NewMember } from './add-member.server.ts';
import { type Minutes, recordFirst } from './decide.server.ts';
import { hoursColumn, writeBusinesses } from './edit-group.server.ts';
import type { Businesses } from './group.ts';
import { seatOfficers } from './officers.server.ts';
import type { OpeningHours } from './opening-hours.ts';
import { seatPendamping } from './pendamping.server.ts';
import { notBegun } from './readiness.ts';
import type { Office } from './register.ts';
import { groupSearchText } from './search-text.ts';
import { plainSettings } from './settings.ts';
import { slugsFor } from './slug.ts';
import type { GroupStatus } from './status.ts';

export interface Founder extends NewMember {
	readonly office?: Office | undefined;
}

export interface Founding {
	readonly name: string;
	/** A village or kelurahan. */
	readonly villageCode: string;
	readonly address: string;
	readonly businesses: Businesses;
	readonly isShop: boolean;
	readonly foundedOn?: Day | null;
	readonly phone?: string | null;
	readonly story?: string;
	readonly openingHours?: OpeningHours | null;
	readonly status: Extract<GroupStatus, 'forming' | 'active'>;
	readonly decision: Minutes;
	readonly members?: readonly Founder[];
	readonly pendampingId?: Id | null;
}

export interface Founded {
	readonly groupId: Id;
	readonly slug: string;
	/** In the order in which they were named. */
	readonly memberIds: readonly Id[];
}

/** A group stands in a village, not in something larger. */
export class NotAVillage extends Refusal {
	readonly code = 'groups.not-a-village';

	constructor() {
		super('A group stands in a village or kelurahan.');
	}
}

const villageLevel = 4;

/**
 * Founds a group; for a message that may arrive twice, once. Throws NotAVillage, NotFound (no such village or pendamping),
 * GroupFull, OneOfficeEach, FamilyTaken, ConflictOfInterest, PhoneTaken, DecidedLater, OtherContent.
 */
export async function foundGroup(
	db: Database,
	actor: Actor,
	founding: Founding,
	seals: Seals,
	message: Message | null = null
): Promise<Founded> {
	const begin = (work: Work): Promise<Founded> => beginGroup(work, founding, seals);
	if (message === null) return inFoundingWork(db, actor, groupTenant(db.newId()), begin);
	return foundOnce(db, actor, groupTenant(message.id), message, begin);
}

async function beginGroup(work: Work, founding: Founding, seals: Seals): Promise<Founded> {
	const { groupId } = work;
	const village = await regionAt(work.reader, founding.villageCode);
	if (village.level !== villageLevel) throw new NotAVillage();
	const slug = await claimSlug(work, founding.name, village.name);
	await writeGroup(work, founding, village, slug);
	const facts = { status: founding.status };
	const decisionId = await recordFirst(work, village.zone, 'founding', founding.decision, facts);
	await recordAudit(work, { action: 'group.founded', subjectType: 'group', subjectId: groupId, facts });
	const memberIds = await seatFounders(work, seals, founding, decisionId);
	return { groupId, slug, memberIds };
}

/** Takes the first address that no group has or had. */
async function claimSlug(work: Work, name: string, villageName: string): Promise<string> {
	for (const slug of slugsFor(name, villageName)) {
		const taken = await work.trx
			.insertInto('kubeSlug')
			.values({ slug, groupId: work.groupId })
			.onConflict((conflict) => conflict.column('slug').doNothing())
			.returning('slug')
			.executeTakeFirst();
		if (taken !== undefined) return slug;
	}
	throw new Bug(`no address is left for ${name}`);
}

async function writeGroup(work: Work, founding: Founding, village: Region, slug: string): Promise<void> {
	const {
		name,
		address,
		isShop,
		foundedOn = null,
		phone = null,
		story = '',
		openingHours = null,
		status,
		businesses
	} = founding;
	await work.insert('kube', [
		{
			groupId: work.groupId,
			slug,
			name,
			searchText: groupSearchText(name, village.name, businesses),
			villageCode: village.code,
			address,
			zone: village.zone,
			status,
			isShop: bit(isShop),
			foundedOn,
			phone,
			story,
			logoFileId: null,
			openingHours: hoursColumn(openingHours),
			settings: JSON.stringify(plainSettings),
			readiness: JSON.stringify(notBegun),
			madeAt: work.now
		}
	]);
	await writeBusinesses(work, businesses);
}

async function seatFounders(work: Work, seals: Seals, founding: Founding, decisionId: Id): Promise<readonly Id[]> {
	const { members = [], pendampingId = null } = founding;
	const memberIds = members.length === 0 ? [] : await addMembers(work, seals, members);
	const officers = members.flatMap(({ office }, index) =>
		office === undefined ? [] : [[office, present(memberIds[index], 'a founder')] as const]
	);
	if (new Set(officers.map(([office]) => office)).size < officers.length) throw new TwoForOneOffice();
	await seatOfficers(work, Object.fromEntries(officers), decisionId);
	if (pendampingId !== null) await seatPendamping(work, pendampingId, decisionId);
	return memberIds;
}

/** Two founders named for the same office. */
export class TwoForOneOffice extends Refusal {
	readonly code = 'groups.two-for-one-office';

	constructor() {
		super('Each office has one person.');
	}
}
