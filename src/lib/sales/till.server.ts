/** A till of the group as its events are applied to: who it is, where its clock stands, which numbers are here. */
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { type Zone, zone } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { type Numbers, numbersText, readNumbers } from './numbers.ts';

export interface Till {
	readonly id: Id;
	readonly code: string;
	readonly enrolledAt: Instant;
	readonly revoked: boolean;
	readonly numbers: Numbers;
	/** The zone of its group. */
	readonly zone: Zone;
	/** Whether events of the group wait for the sales that they tell of. */
	readonly othersWait: boolean;
}

/** Events that are held because the sale they tell of has not come. */
export const waitsForSale = 'sales.sale-unknown';

const read = prepared((db, p: { groupId: string; enrolmentId: string; waits: string }) =>
	db
		.selectFrom('enrolment')
		.innerJoin('kube', 'kube.groupId', 'enrolment.groupId')
		.select(['enrolment.code', 'enrolment.madeAt', 'enrolment.revokedAt', 'enrolment.numbers', 'kube.zone'])
		.select((row) =>
			row
				.selectFrom('held')
				.select((each) => each.fn.countAll<number>().as('count'))
				.where('tenantId', '=', p.groupId)
				.where('code', '=', p.waits)
				.where('releasedSeq', 'is', null)
				.as('waiting')
		)
		.where('enrolment.groupId', '=', p.groupId)
		.where('kube.groupId', '=', p.groupId)
		.where('enrolment.id', '=', p.enrolmentId)
);

const write = prepared((db, p: { groupId: string; enrolmentId: string; numbers: string }) =>
	db
		.updateTable('enrolment')
		.set({ numbers: p.numbers })
		.where('groupId', '=', p.groupId)
		.where('id', '=', p.enrolmentId)
);

/** Throws NotFound when the group has no such till. */
export async function tillOf(work: Work, enrolmentId: Id): Promise<Till> {
	const [row] = await work.run(read, { groupId: work.groupId, enrolmentId, waits: waitsForSale });
	if (row === undefined) throw new NotFound('till');
	return {
		id: enrolmentId,
		code: row.code,
		enrolledAt: instant(row.madeAt),
		revoked: row.revokedAt !== null,
		numbers: readNumbers(row.numbers),
		zone: zone(row.zone),
		othersWait: (row.waiting ?? 0) > 0
	};
}

/** Keeps which numbers are here now. */
export async function keepNumbers(work: Work, till: Till, numbers: Numbers): Promise<void> {
	if (numbers !== till.numbers)
		await work.run(write, { groupId: work.groupId, enrolmentId: till.id, numbers: numbersText(numbers) });
}
