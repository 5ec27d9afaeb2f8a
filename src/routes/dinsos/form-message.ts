/** A form that founds a tenant, as a message that may arrive twice: by a double click, or sent again. */
import type { Message } from '#lib/db/receive.server.ts';
import type { Id } from '#lib/kernel/id.ts';

/** `kiriman` is the hidden id of the form, `typed` what it says. */
export function formMessage(kiriman: Id, typed: object): Message {
	return { id: kiriman, kind: 'form', body: JSON.stringify(typed) };
}
