/** What licences are called, and what is wrong with a number, in the reader's language. */
import { m } from '#texts/messages.js';
import type { LicenceKind, LicenceProblem } from './licence.ts';

const names: Readonly<Record<LicenceKind, () => string>> = {
	nib: m.groups_licence_nib,
	'p-irt': m.groups_licence_p_irt,
	halal: m.groups_licence_halal,
	tera: m.groups_licence_tera
};

const problems: Readonly<Record<LicenceProblem, () => string>> = {
	'nib-form': m.groups_licence_problem_nib_form,
	'p-irt-form': m.groups_licence_problem_p_irt_form,
	'halal-form': m.groups_licence_problem_halal_form,
	'tera-form': m.groups_licence_problem_tera_form
};

export function licenceName(kind: LicenceKind): string {
	return names[kind]();
}

export function licenceProblemText(problem: LicenceProblem): string {
	return problems[problem]();
}
