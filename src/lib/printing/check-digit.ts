/** The last digit of a code on goods, which proves the others (GS1 General Specifications, section 7.9). */

/** The digit that `digits` are followed by: weights 3 and 1 from the right, made up to a multiple of ten. */
export function checkDigit(digits: string): number {
	const sum = Array.from(digits)
		.reverse()
		.reduce((sofar, digit, index) => sofar + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
	return (10 - (sum % 10)) % 10;
}
