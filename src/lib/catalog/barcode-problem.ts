/** What is wrong with a barcode, in the reader's language. */
import { m } from '#texts/messages.js';
import type { BarcodeProblem } from './barcode.ts';

const problems: Readonly<Record<BarcodeProblem, () => string>> = {
	'not-digits': m.catalog_barcode_problem_not_digits,
	'wrong-length': m.catalog_barcode_problem_wrong_length,
	'wrong-check-digit': m.catalog_barcode_problem_wrong_check_digit
};

export function barcodeProblemText(problem: BarcodeProblem): string {
	return problems[problem]();
}
