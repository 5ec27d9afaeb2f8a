/** Splits what a notice says, so that what happened can stand out from why and what to do. */

/** The first sentence of `text` and whatever follows it. A dot inside `Rp12.500` or a number ends no sentence. */
export function firstSentence(text: string): { first: string; rest: string } {
	const end = /[.?!](?=\s+\S)/.exec(text);
	if (end === null) return { first: text, rest: '' };
	return { first: text.slice(0, end.index + 1), rest: text.slice(end.index + 1).trim() };
}
