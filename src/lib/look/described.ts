/** Ids that tie a box to the words around it. */

export function hintId(id: string): string {
	return `${id}-hint`;
}

export function errorId(id: string): string {
	return `${id}-error`;
}

/** The value of `aria-describedby`: the hint, what is wrong, both, or nothing. */
export function describedBy(id: string, hint: string | undefined, error: string | undefined): string | undefined {
	const ids = [hint && hintId(id), error && errorId(id)].filter(Boolean);
	return ids.length === 0 ? undefined : ids.join(' ');
}
