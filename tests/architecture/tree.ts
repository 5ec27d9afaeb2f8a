/** The checkout as the architecture tests read it: its files, their text and their syntax. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Paths of everything that is or would be committed, from the root, with `/`. */
export const allFiles: readonly string[] = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
	cwd: root,
	encoding: 'utf8',
	maxBuffer: 64 * 1024 * 1024
})
	.split('\n')
	.filter((path) => path !== '' && existsSync(join(root, path)));

export function filesBelow(folder: string, ending = ''): string[] {
	return allFiles.filter((path) => path.startsWith(`${folder}/`) && path.endsWith(ending));
}

/** Files that people write code in. */
export const codeFiles: readonly string[] = allFiles.filter((path) => /\.(ts|js|mjs|svelte)$/.test(path));

export function textOf(path: string): string {
	return readFileSync(join(root, path), 'utf8');
}

export function exists(path: string): boolean {
	return existsSync(join(root, path));
}

/** The room that a path lies in, or null. */
export function roomOf(path: string): string | null {
	return /^src\/lib\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** The syntax of a script, or of the scripts of a component. */
export function syntaxOf(path: string): ts.SourceFile {
	return ts.createSourceFile(path, scriptOf(path), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

function scriptOf(path: string): string {
	const text = textOf(path);
	return path.endsWith('.svelte')
		? [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map((match) => match[1]).join('\n')
		: text;
}

/** Every node below `node`, itself first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
	yield node;
	for (const child of node.getChildren()) yield* nodesOf(child);
}

/** The files of this checkout that a file imports when it runs: types are erased, packages are others' business. */
export function importsOf(path: string): string[] {
	const found: string[] = [];
	for (const node of nodesOf(syntaxOf(path))) {
		const source = runningImport(node);
		const target = source === null ? null : targetOf(path, source);
		if (target !== null) found.push(target);
	}
	return found;
}

/** Every path in this checkout that a file imports, now or later, also for its types alone. */
export function namedBy(path: string): string[] {
	const { importedFiles } = ts.preProcessFile(scriptOf(path), true, true);
	return importedFiles.flatMap(({ fileName }) => targetOf(path, fileName) ?? []);
}

/** What a file imports by name from files of this checkout. */
export function namedImportsOf(path: string): { readonly target: string; readonly name: string }[] {
	return syntaxOf(path).statements.flatMap((statement) => {
		const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
		const target = ts.isImportDeclaration(statement) ? targetOf(path, literal(statement.moduleSpecifier) ?? '') : null;
		if (!bindings || !ts.isNamedImports(bindings) || target === null) return [];
		return bindings.elements.map((each) => ({ target, name: (each.propertyName ?? each.name).text }));
	});
}

function runningImport(node: ts.Node): string | null {
	if (ts.isImportDeclaration(node)) {
		const erased = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
		return erased ? null : literal(node.moduleSpecifier);
	}
	if (ts.isExportDeclaration(node))
		return node.isTypeOnly || !node.moduleSpecifier ? null : literal(node.moduleSpecifier);
	const [argument] =
		ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments : [];
	return argument ? literal(argument) : null;
}

function literal(node: ts.Node): string | null {
	return ts.isStringLiteral(node) ? node.text : null;
}

/** The `imports` of package.json: `#lib/*` → `./src/lib/*`, `#jobs` → `./src/jobs.ts`. */
const aliases = Object.entries((JSON.parse(textOf('package.json')) as { imports: Record<string, string> }).imports);

function targetOf(from: string, source: string): string | null {
	const [plain = ''] = source.split('?');
	if (plain.startsWith('.')) return join(dirname(from), plain);
	for (const [name, path] of aliases) {
		const start = name.replace('*', '');
		if (name === plain) return join(path);
		if (name.endsWith('*') && plain.startsWith(start)) return join(path.replace('*', plain.slice(start.length)));
	}
	return null;
}
