/** All that the program can be told or can keep: columns, fields of forms and of what tills send, and endpoints. */
import ts from 'typescript';
import { filesBelow, nodesOf, syntaxOf, textOf } from './tree.ts';

/** `table.column` of every table, from the list that both engines are held to. */
export function columnsKept(): string[] {
	let table = '';
	return textOf('tests/db/schema/tables.txt')
		.split('\n')
		.flatMap((line) => {
			table = /^(\w+) \(/.exec(line)?.[1] ?? table;
			const column = /^ {2}(\w+)(?: number)?\??$/.exec(line)?.[1];
			return column === undefined ? [] : [`${table}.${column}`];
		})
		.sort();
}

/** The name of every field that a page offers, and every key that a form, an endpoint or a till's event is read by. */
export function fieldsAsked(): string[] {
	const offered = [...filesBelow('src/routes', '.svelte'), ...filesBelow('src/lib', '.svelte')].flatMap(namesOffered);
	const read = [...filesBelow('src/routes', '.ts'), ...filesBelow('src/lib', '.ts')].flatMap(shapeKeys);
	return [...new Set([...offered, ...read])].sort();
}

function namesOffered(path: string): string[] {
	const found = withoutPictures(textOf(path)).matchAll(/\bname=(?:"([^"]+)"|\{`?([^}]*?)`?\})/g);
	return [...found].map(([, plain, made]) => plain ?? `{${made ?? ''}}`);
}

/** The fields of one page: those that its own files offer or read. `page` is its address as the tree writes it. */
export function fieldsOfPage(page: string): string[] {
	const folder = `src/routes${page === '/' ? '' : page}`;
	const isOwn = (path: string) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/');
	const svelte = filesBelow('src/routes', '.svelte').filter(isOwn).flatMap(namesOffered);
	return [...new Set([...svelte, ...filesBelow('src/routes', '.ts').filter(isOwn).flatMap(shapeKeys)])].filter((name) =>
		/^[\w-]+$/.test(name)
	);
}

/** Drawings are named too, and ask nothing. */
function withoutPictures(text: string): string {
	return text.replaceAll(/<(Icon|Picture|GoodsPicture)\s+name=/g, '<$1 ');
}

/** The keys of each `v.object({ … })` and of the groups of fields that forms share. */
function shapeKeys(path: string): string[] {
	return [...nodesOf(syntaxOf(path))].flatMap((node) => {
		if (
			!ts.isCallExpression(node) ||
			!/^v\.(object|strictObject|looseObject|objectAsync)$/.test(node.expression.getText())
		)
			return [];
		const [shape] = node.arguments;
		if (shape === undefined || !ts.isObjectLiteralExpression(shape)) return [];
		return shape.properties.flatMap((property) => {
			if (property.name === undefined) return [];
			return ts.isStringLiteral(property.name) ? [property.name.text] : [property.name.getText()];
		});
	});
}

const methods = /export const (GET|POST|PUT|PATCH|DELETE)\b/g;

/** `METHOD /address` of every endpoint, and `POST /address?/action` of every action of a page. */
export function endpoints(): string[] {
	return filesBelow('src/routes', '.ts')
		.flatMap((path) => {
			const address = path.replace(/^src\/routes/, '').replace(/\/\+.*$/, '') || '/';
			if (path.endsWith('+server.ts') && !path.endsWith('page.server.ts') && !path.endsWith('layout.server.ts'))
				return [...withoutPictures(textOf(path)).matchAll(methods)].map(([, method]) => `${method ?? ''} ${address}`);
			return path.endsWith('+page.server.ts') ? actionsOf(path).map((action) => `POST ${address}?/${action}`) : [];
		})
		.sort();
}

function actionsOf(path: string): string[] {
	return [...nodesOf(syntaxOf(path))].flatMap((node) => {
		if (!ts.isVariableDeclaration(node) || node.name.getText() !== 'actions') return [];
		const made = node.initializer;
		if (made === undefined || !ts.isObjectLiteralExpression(made)) return [];
		return made.properties.flatMap((property) => property.name?.getText() ?? []);
	});
}
