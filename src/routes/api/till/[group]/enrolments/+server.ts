/**
 * Makes a browser a till of the group, with a code of its own for its receipts: by an officer who is signed in there, or by
 * the invitation that an officer's phone shows.
 */
import * as v from 'valibot';
import { type Enrolled, idShape, serverTimeHeader } from '#lib/counter/answers.ts';
import { inWork } from '#lib/db/work.server.ts';
import { isId } from '#lib/kernel/id.ts';
import { enrolByInvitation } from '#lib/sales/enrol-by-invitation.server.ts';
import { enrolTill } from '#lib/sales/enrol.server.ts';
import { publicKeyShape } from '#lib/sales/till-key.ts';
import { InvitationWrong } from '#lib/sales/till-refusals.ts';
import { requireGroup, requirePublic } from '#lib/web/access.server.ts';
import { answerJson } from '#lib/web/api.server.ts';
import { bodyOf } from '#lib/web/body.server.ts';
import type { RequestHandler } from './$types';

const nameMax = 80;
const tokenMax = 100;
const enrolmentShape = v.object({
	id: idShape,
	name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(nameMax)),
	publicKey: publicKeyShape,
	invitation: v.optional(v.nullable(v.object({ id: idShape, token: v.pipe(v.string(), v.maxLength(tokenMax)) })), null)
});

export const POST: RequestHandler = (event) =>
	answerJson(event, async (): Promise<Enrolled> => {
		const { db } = requirePublic(event);
		event.setHeaders({ 'cache-control': 'no-store', [serverTimeHeader]: db.clock() });
		const { invitation, ...till } = await bodyOf(event, enrolmentShape);
		if (invitation !== null) {
			if (!isId(event.params.group)) throw new InvitationWrong();
			return enrolByInvitation(db, event.params.group, { ...till, invitation }, event.getClientAddress());
		}
		const { actor, tenant, person } = await requireGroup(event, 'till.enrol');
		return inWork(db, actor, tenant, (work) => enrolTill(work, { ...till, personId: person.personId }));
	});
