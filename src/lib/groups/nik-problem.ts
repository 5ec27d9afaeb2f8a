/** What is wrong with a NIK, in the reader's language. */
import { m } from '#texts/messages.js';
import type { NikProblem } from './nik.ts';

const problems: Readonly<Record<NikProblem, () => string>> = {
	'not-sixteen-digits': m.groups_nik_problem_not_sixteen_digits,
	'no-such-region': m.groups_nik_problem_no_such_region,
	'no-such-birth-date': m.groups_nik_problem_no_such_birth_date,
	'no-such-number': m.groups_nik_problem_no_such_number
};

export function nikProblemText(problem: NikProblem): string {
	return problems[problem]();
}
