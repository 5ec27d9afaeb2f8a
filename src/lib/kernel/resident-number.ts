/** A resident's number (NIK) in what people type: asked for in a field of its own, which seals it, and kept nowhere else (R72). */

/** Six figures of a region, the day of birth (40 more for a woman), month, year, and four that count. */
const form = /^[1-9]\d{5}(?:0[1-9]|[1256]\d|[37][01]|4[1-9])(?:0[1-9]|1[0-2])\d{6}$/;

/** Whether `text` holds 16 figures in a row that read as a NIK does, written in one piece or in groups. */
export function holdsNik(text: string): boolean {
	const found = [...(text.match(/\d+/g) ?? []), ...(text.match(/\d+(?:[ .-]\d+)*/g) ?? [])];
	return found.some((figures) => form.test(figures.replaceAll(/\D/g, '')));
}
