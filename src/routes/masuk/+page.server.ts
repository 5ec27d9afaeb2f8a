/** Signing in by phone number or e-mail address. */
import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { signIn } from '#lib/identity/sign-in.server.ts';
import { requirePublic } from '#lib/web/access.server.ts';
import { answerForm } from '#lib/web/answer.server.ts';
import { ownPath } from '#lib/web/choice.server.ts';
import { needed, optionalText, passwordField } from '#lib/web/fields.ts';
import { homeOf } from './home.ts';
import { letIn, visitorOf } from './way-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Form = v.object({ login: needed(254), password: passwordField, ke: optionalText() });

export const load: PageServerLoad = (event) => {
	requirePublic(event);
	const target = event.url.searchParams.get('ke');
	const { signedIn, grants } = event.locals;
	if (signedIn !== null) redirect(303, target === null ? homeOf(grants) : ownPath(target, event.url));
	return { target: target ?? '' };
};

export const actions: Actions = {
	default: (event) => {
		const { db } = requirePublic(event);
		return answerForm(event, Form, async ({ login, password, ke }) => {
			const entered = await signIn(db, { login, password, ...visitorOf(event) });
			return letIn(event, entered, ke === '' ? null : ownPath(ke, event.url));
		});
	}
};
