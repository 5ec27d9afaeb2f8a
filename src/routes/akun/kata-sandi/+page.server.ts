/** Changing one's own password. */
import * as v from 'valibot';
import { changePassword } from '#lib/identity/password.server.ts';
import { requireSignedIn } from '#lib/web/access.server.ts';
import { answerForm } from '#lib/web/answer.server.ts';
import { passwordField } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { newPassword } from '../../masuk/new-password.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Form = v.intersect([v.object({ 'current-password': passwordField }), newPassword]);

export const load: PageServerLoad = (event) => {
	requireSignedIn(event);
};

export const actions: Actions = {
	default: async (event) => {
		const { db, actor, person } = requireSignedIn(event);
		const { personId, sessionId } = person;
		const done = await answerForm(event, Form, ({ 'current-password': current, password: next }) =>
			changePassword(db, actor, { personId, sessionId, current, next, address: event.getClientAddress() })
		);
		return onward(done, () => '/akun');
	}
};
