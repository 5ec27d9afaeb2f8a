/** The zone whose calendar days a group's books keep. */
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { type Zone, zone } from '#lib/kernel/day.ts';
import { NotFound } from '#lib/kernel/refusal.ts';

const ofGroup = prepared((db, p: { groupId: string }) =>
	db.selectFrom('kube').select('zone').where('groupId', '=', p.groupId)
);

/** Throws NotFound for a group that has not been made yet. */
export async function zoneOf(work: Work): Promise<Zone> {
	const [row] = await work.run(ofGroup, { groupId: work.groupId });
	if (row === undefined) throw new NotFound('group');
	return zone(row.zone);
}
