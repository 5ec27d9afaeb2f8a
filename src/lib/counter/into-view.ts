/** Shows what has just come of something, although its sheet was scrolled down while it was filled in. */
export function intoView(node: HTMLElement): void {
	node.scrollIntoView({ block: 'end' });
}
