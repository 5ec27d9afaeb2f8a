/** A till of the group as its events are applied to: who it is, where its clock stands, which numbers are here. */
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { type Zone, zone } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { type GroupSettings, readSettings } from '#lib/groups/settings.ts';
import { type Numbers, numbersText, readNumbers } from './numbers.ts';
import { waitCodes } from './waits.ts';

export interface Till {
	readonly id: Id;
	readonly code: string;
	readonly enrolledAt: Instant;
	readonly revoked: boolean;
	/** Two phones wrote under it: a person must decide. */
	readonly frozen: boolean;
	readonly numbers: Numbers;
	/** The zone of its group. */
	readonly zone: Zone;
	/** What its group has switched on, and its limits. */
	readonly settings: GroupSettings;
	/** Two digits of the province that its group stands in. */
	readonly province: string;
	/** The code of the village that its group stands in. */
	readonly village: string;
	/** Whether events of the group wait for others. */
	readonly othersWait: boolean;
}

const read = prepared((db, p: { groupId: string; enrolmentId: string; waits: readonly string[] }) =>
	db
		.selectFrom('enrolment')
		.innerJoin('kube', 'kube.groupId', 'enrolment.groupId')
		.select(['enrolment.code', 'enrolment.madeAt', 'enrolment.revokedAt', 'enrolment.frozenAt', 'enrolment.numbers'])
		.select(['kube.zone', 'kube.settings', 'kube.villageCode'])
		.select((row) =>
			row
				.selectFrom('held')
				.select((each) => each.fn.countAll<number>().as('count'))
				.where('tenantId', '=', p.groupId)
				.where('code', 'in', p.waits)
				.where('releasedSeq', 'is', null)
				.as('waiting')
		)
		.where('enrolment.groupId', '=', p.groupId)
		.where('kube.groupId', '=', p.groupId)
		.where('enrolment.id', '=', p.enrolmentId)
);

const write = prepared((db, p: { groupId: string; enrolmentId: string; numbers: string; seenAt: string }) =>
	db
		.updateTable('enrolment')
		.set({ numbers: p.numbers, seenAt: p.seenAt })
		.where('groupId', '=', p.groupId)
		.where('id', '=', p.enrolmentId)
);

const settingsKnown = new Map<string, GroupSettings>();
const settingsKnownMax = 1000;

/** The same text says the same again: most groups have the usual settings, and each batch asks. */
function settingsFrom(column: string): GroupSettings {
	let settings = settingsKnown.get(column);
	if (settings !== undefined) return settings;
	if (settingsKnown.size >= settingsKnownMax) settingsKnown.clear();
	settingsKnown.set(column, (settings = readSettings(column)));
	return settings;
}

/** Throws NotFound when the group has no such till. */
export async function tillOf(work: Work, enrolmentId: Id): Promise<Till> {
	const [row] = await work.run(read, { groupId: work.groupId, enrolmentId, waits: waitCodes });
	if (row === undefined) throw new NotFound('till');
	return {
		id: enrolmentId,
		code: row.code,
		enrolledAt: instant(row.madeAt),
		revoked: row.revokedAt !== null,
		frozen: row.frozenAt !== null,
		numbers: readNumbers(row.numbers),
		zone: zone(row.zone),
		settings: settingsFrom(row.settings),
		province: row.villageCode.slice(0, 2),
		village: row.villageCode,
		othersWait: (row.waiting ?? 0) > 0
	};
}

const see = prepared((db, p: { groupId: string; enrolmentId: string; seenAt: string }) =>
	db.updateTable('enrolment').set({ seenAt: p.seenAt }).where('groupId', '=', p.groupId).where('id', '=', p.enrolmentId)
);

/** Notes that the till was heard of. */
export async function noteSeen(work: Work, enrolmentId: Id): Promise<void> {
	await work.run(see, { groupId: work.groupId, enrolmentId, seenAt: work.now });
}

/** Keeps which numbers are here now, and that the till was heard of. */
export async function keepNumbers(work: Work, till: Till, numbers: Numbers): Promise<void> {
	if (numbers !== till.numbers)
		await work.run(write, {
			groupId: work.groupId,
			enrolmentId: till.id,
			numbers: numbersText(numbers),
			seenAt: work.now
		});
}
