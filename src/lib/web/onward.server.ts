/** After a form is done: on to the page that shows it, so that loading that page again sends nothing again. */
import { type ActionFailure, isActionFailure, redirect } from '@sveltejs/kit';
import type { Unanswered } from './answer.server.ts';

/** The parameter by which the next page knows that something was saved. */
export const savedParameter = 'tersimpan';

/** Goes on to where `done` leads, which then says that it is saved; gives back what was not done. */
export function onward<Value>(
	done: Value | ActionFailure<Unanswered>,
	where: (value: Value) => string
): ActionFailure<Unanswered> {
	if (isUndone(done)) return done;
	const address = where(done);
	redirect(303, `${address}${address.includes('?') ? '&' : '?'}${savedParameter}`);
}

function isUndone(done: unknown): done is ActionFailure<Unanswered> {
	return isActionFailure(done);
}
