/** Text on a strip of paper as wide as so many letters: wrapped, centred, and amounts at the right edge, never cut. */

/** `text` in rows of at most `width`; a word longer than a row is broken. */
export function wrapped(text: string, width: number): string[] {
	const rows: string[] = [];
	let row = '';
	for (const word of text
		.split(/\s+/)
		.filter((each) => each !== '')
		.flatMap((each) => broken(each, width))) {
		const longer = row === '' ? word : `${row} ${word}`;
		if (lengthOf(longer) <= width) row = longer;
		else {
			rows.push(row);
			row = word;
		}
	}
	return row === '' ? rows : [...rows, row];
}

/** `text` in the middle of its rows. */
export function centred(text: string, width: number): string[] {
	return wrapped(text, width).map((row) => `${' '.repeat(Math.floor((width - lengthOf(row)) / 2))}${row}`);
}

/** `label` at the left and `amount` at the right edge: in one row where both fit, else the amount below. */
export function beside(label: string, amount: string, width: number): string[] {
	const gap = width - lengthOf(label) - lengthOf(amount);
	if (gap >= 1) return [`${label}${' '.repeat(gap)}${amount}`];
	return [
		...wrapped(label, width),
		...wrapped(amount, width).map((row) => `${' '.repeat(width - lengthOf(row))}${row}`)
	];
}

export function ruled(width: number): string {
	return '-'.repeat(width);
}

function broken(word: string, width: number): string[] {
	const letters = Array.from(word);
	const parts: string[] = [];
	for (let from = 0; from < letters.length; from += width) parts.push(letters.slice(from, from + width).join(''));
	return parts;
}

function lengthOf(text: string): number {
	return Array.from(text).length;
}
