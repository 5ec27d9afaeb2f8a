/** Several goods sold as one (*paket*): aid never pays them, under no rule (R20 of `docs/field.md`). */

const bundleWords = /\b(?:paket|pakét|bundel|bundle|parsel)\b/i;

/** Whether a name says that several goods are sold as one. Goods so named are taken for a bundle whatever else is said of them. */
export function isNamedBundle(name: string): boolean {
	return bundleWords.test(name);
}

/** Whether goods are a bundle, by their name or because the group said so (1). */
export function isBundle(name: string, said: number | null): boolean {
	return said === 1 || isNamedBundle(name);
}
