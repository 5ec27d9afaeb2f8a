/** The routes of the tree, and which of them an address belongs to. */
import { globSync } from 'node:fs';

export interface Route {
	/** As in the tree: `kelola/[kube]/stok`. */
	readonly id: string;
	readonly pattern: RegExp;
}

/** Every route that shows a page, the plainest first, so that `baru` wins over `[number]`. */
export const routes: readonly Route[] = globSync('src/routes/**/+page.svelte')
	.map((path) => path.replace(/^src\/routes\//, '').replace(/\/?\+page\.svelte$/, ''))
	.map((id) => ({ id, pattern: patternOf(id) }))
	.sort((one, other) => parametersOf(one.id) - parametersOf(other.id));

function patternOf(id: string): RegExp {
	const parts = id.split('/').filter((part) => part !== '' && !part.startsWith('('));
	const body = parts.map((part) => (part.startsWith('[') ? '/[^/]+' : `/${part.replaceAll('.', '\\.')}`)).join('');
	return new RegExp(`^${body === '' ? '/' : body}$`);
}

function parametersOf(id: string): number {
	return id.split('[').length;
}

/** The route of a path, or undefined for what is no page (a picture, a download). */
export function routeOf(path: string): Route | undefined {
	return routes.find((route) => route.pattern.test(path));
}
