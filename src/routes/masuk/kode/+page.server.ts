/** Coming in by eight digits that someone read aloud. */
import * as v from 'valibot';
import { enter } from '#lib/identity/enter.server.ts';
import { parseEntryCode } from '#lib/identity/entry-code.ts';
import { requirePublic } from '#lib/web/access.server.ts';
import { answerForm } from '#lib/web/answer.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { phoneField } from '#lib/web/fields.ts';
import { m } from '#texts/messages.js';
import { newPassword } from '../new-password.server.ts';
import { letIn, visitorOf } from '../way-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

const code = v.pipe(
	v.optional(v.string(), ''),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const parsed = parseEntryCode(dataset.value);
		if (parsed !== null) return parsed;
		addIssue({ message: m.identity_code_wrong_form() });
		return NEVER;
	})
);
const Form = v.intersect([v.object({ phone: phoneField, code }), newPassword]);

export const load: PageServerLoad = (event) => {
	requirePublic(event);
};

export const actions: Actions = {
	default: (event) => {
		const { db } = requirePublic(event);
		return answerForm(event, Form, async ({ phone, code: typed, password }) =>
			letIn(event, await enter(db, theApp().seals, { key: { phone, code: typed }, password, ...visitorOf(event) }))
		);
	}
};
