/** The form of a member: a name, and what one may know besides. */
import * as v from 'valibot';
import { memberNameLengthMax } from '#lib/groups/member.ts';
import { isNikProblem, parseNik } from '#lib/groups/nik.ts';
import { nikProblemText } from '#lib/groups/nik-problem.ts';
import { parsePhone } from '#lib/identity/phone.ts';
import { needed, optionalText } from '#lib/web/fields.ts';
import { m } from '#texts/messages.js';

const phoneMax = 30;
const nikMax = 30;

/** A phone number of Indonesia, or none. */
export const optionalPhone = v.pipe(
	optionalText(phoneMax),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		if (dataset.value === '') return null;
		const phone = parsePhone(dataset.value);
		if (phone !== null) return phone;
		addIssue({ message: m.office_phone_wrong() });
		return NEVER;
	})
);

/** A NIK, or none. */
const optionalNik = v.pipe(
	optionalText(nikMax),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		if (dataset.value === '') return null;
		const nik = parseNik(dataset.value);
		if (!isNikProblem(nik)) return nik;
		addIssue({ message: nikProblemText(nik) });
		return NEVER;
	})
);

export const memberEntries = { name: needed(memberNameLengthMax), phone: optionalPhone, nik: optionalNik };
