/** Makes a browser a till of the group, with a code of its own for its receipts. */
import * as v from 'valibot';
import { type Enrolled, idShape, serverTimeHeader } from '#lib/counter/answers.ts';
import { inWork } from '#lib/db/work.server.ts';
import { enrolTill } from '#lib/sales/enrol.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answerJson } from '#lib/web/api.server.ts';
import { bodyOf } from '#lib/web/body.server.ts';
import type { RequestHandler } from './$types';

const nameMax = 80;
const enrolmentShape = v.object({
	id: idShape,
	name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(nameMax))
});

export const POST: RequestHandler = (event) =>
	answerJson(event, async (): Promise<Enrolled> => {
		const { db, actor, tenant, person } = await requireGroup(event, 'till.enrol');
		const till = await bodyOf(event, enrolmentShape);
		event.setHeaders({ 'cache-control': 'no-store', [serverTimeHeader]: db.clock() });
		return inWork(db, actor, tenant, (work) => enrolTill(work, { ...till, personId: person.personId }));
	});
