/** Whether a password is that of one of the till's people: asked once, before a PIN is chosen on that phone. */
import * as v from 'valibot';
import { idShape, type PersonChecked } from '#lib/counter/answers.ts';
import { isPasswordOf } from '#lib/identity/sign-in.server.ts';
import { isAtTill } from '#lib/sales/till-people.server.ts';
import { answerJson } from '#lib/web/api.server.ts';
import { requireTillPost, saidIn } from '#lib/web/till-access.server.ts';
import type { RequestHandler } from './$types';

const passwordMax = 200;
const checkShape = v.object({ personId: idShape, password: v.pipe(v.string(), v.maxLength(passwordMax)) });

export const POST: RequestHandler = (event) =>
	answerJson(event, async (): Promise<PersonChecked> => {
		const { db, groupId, body } = await requireTillPost(event);
		const { personId, password } = saidIn(body, checkShape);
		const address = event.getClientAddress();
		const isThere = await isAtTill(db.reader, groupId, personId, db.clock());
		return { isRight: isThere && (await isPasswordOf(db, { personId, password, address })) };
	});
