/** A field that names a registered person by their phone number. */
import * as v from 'valibot';
import { personByPhone } from '#lib/identity/people.server.ts';
import { phoneField } from '#lib/web/fields.ts';
import { theApp } from '#lib/web/app.server.ts';
import { m } from '#texts/messages.js';

/** The person who has the number. */
export const knownPhone = v.pipeAsync(
	phoneField,
	v.rawTransformAsync(async ({ dataset, addIssue, NEVER }) => {
		const person = await personByPhone(theApp().db.reader, dataset.value);
		if (person !== null) return person;
		addIssue({ message: m.platform_person_unknown() });
		return NEVER;
	})
);

/** The same, or nobody. */
export const optionalPerson = v.unionAsync([
	v.pipe(
		v.optional(v.literal(''), ''),
		v.transform(() => null)
	),
	knownPhone
]);
