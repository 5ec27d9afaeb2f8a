/** The two boxes in which a new password is typed, as a schema: both must be the same. */
import * as v from 'valibot';
import { passwordField } from '#lib/web/fields.ts';
import { m } from '#texts/messages.js';

export const newPassword = v.pipe(
	v.object({ password: passwordField, 'password-again': passwordField }),
	v.forward(
		v.check(
			(typed) => typed.password === typed['password-again'],
			() => m.identity_password_differs()
		),
		['password-again']
	)
);
