/** Card numbers in what people type: never asked for, never kept (R25 of `docs/field.md`). */

const digitsMin = 16;
const digitsMax = 19;
/** Figures in one piece, and the same in groups as they stand on a card. */
const runs = [/\d+/g, /\d+(?:[ -]\d+)*/g];

/** Whether `text` holds 16 to 19 figures in a row whose last one checks the others, as on every bank card. */
export function holdsCardNumber(text: string): boolean {
	const found = runs.flatMap((run) => text.match(run) ?? []).map((figures) => figures.replace(/\D/g, ''));
	return found.some((figures) => figures.length >= digitsMin && figures.length <= digitsMax && passesLuhn(figures));
}

/** `text` with a dot for each figure of what may be a card number; the words around it stay. */
export function withoutCardNumbers(text: string): string {
	return runs.reduce(
		(left, run) => left.replace(run, (figures) => (holdsCardNumber(figures) ? figures.replace(/\d/g, '•') : figures)),
		text
	);
}

/** ISO/IEC 7812-1, annex B: every second figure from the right counts double, and all sum to whole tens. */
function passesLuhn(figures: string): boolean {
	const sum = Array.from(figures)
		.reverse()
		.reduce((before, figure, place) => before + worth(Number(figure), place), 0);
	return sum % 10 === 0;
}

function worth(figure: number, place: number): number {
	const counted = place % 2 === 1 ? figure * 2 : figure;
	return counted > 9 ? counted - 9 : counted;
}
