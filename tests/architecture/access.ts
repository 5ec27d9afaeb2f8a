/** Routes ask *may they* first: the first thing a load, action or endpoint does is a call of `#lib/web/access.server.ts`. */
import ts from 'typescript';
import { filesBelow, nodesOf, syntaxOf } from './tree.ts';

const accessFile = 'src/lib/web/access.server.ts';
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'fallback'];
/** What SvelteKit calls by itself. */
const entries = new Set(['load', 'actions', 'entries', ...methods]);

/** What counts as asking: the exported functions of access. */
const questions = new Set(
	syntaxOf(accessFile).statements.flatMap((statement) =>
		ts.isFunctionDeclaration(statement) && isExported(statement) && statement.name ? [statement.name.text] : []
	)
);

export function unaskedRoutes(): string[] {
	return filesBelow('src/routes', '.ts')
		.filter((path) => /\+(page|layout)\.server\.ts$|\+server\.ts$/.test(path))
		.flatMap((path) =>
			handlersOf(syntaxOf(path))
				.filter(({ act }) => act === null || !asksFirst(act))
				.map(
					({ name }) => `${path}: ${name} must first call a permission of ${accessFile} (${[...questions].join(', ')})`
				)
		);
}

type Act = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression | ts.MethodDeclaration;

interface Handler {
	readonly name: string;
	/** The function itself; null when it comes from elsewhere. */
	readonly act: Act | null;
}

function handlersOf(file: ts.SourceFile): Handler[] {
	return file.statements.filter(isExported).flatMap((statement) => {
		if (ts.isFunctionDeclaration(statement) && statement.name) return handler(statement.name.text, statement);
		if (!ts.isVariableStatement(statement)) return [];
		return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
			handler(name.getText(), initializer)
		);
	});
}

function handler(name: string, value: ts.Node | undefined): Handler[] {
	if (!entries.has(name) || name === 'entries') return [];
	const plain = unwrapped(value);
	if (name !== 'actions') return [{ name, act: plain && isAct(plain) ? plain : asked(plain) }];
	if (!plain || !ts.isObjectLiteralExpression(plain)) return [{ name, act: null }];
	return plain.properties.map((property) => {
		const act = ts.isPropertyAssignment(property) ? unwrapped(property.initializer) : property;
		return { name: `action ${property.name?.getText() ?? '…'}`, act: act && isAct(act) ? act : asked(act) };
	});
}

/** `export const POST = answering('books.post', …)`: a call of a permission that gives the handler counts as its own first line. */
function asked(value: ts.Node | undefined): Act | null {
	if (!value || !ts.isCallExpression(value) || !questions.has(value.expression.getText())) return null;
	return ts.factory.createArrowFunction(undefined, undefined, [], undefined, undefined, value);
}

function unwrapped(value: ts.Node | undefined): ts.Node | undefined {
	return value && (ts.isSatisfiesExpression(value) || ts.isAsExpression(value)) ? value.expression : value;
}

function isAct(node: ts.Node): node is Act {
	return (
		ts.isFunctionDeclaration(node) ||
		ts.isArrowFunction(node) ||
		ts.isFunctionExpression(node) ||
		ts.isMethodDeclaration(node)
	);
}

function isExported(statement: ts.Statement): boolean {
	return (
		ts.canHaveModifiers(statement) &&
		(ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
	);
}

/** Whether the first statement, or the expression that is the whole function, calls a permission. */
function asksFirst(act: Act): boolean {
	const first = act.body && ts.isBlock(act.body) ? act.body.statements[0] : act.body;
	if (!first) return false;
	return [...nodesOf(first)].some((node) => ts.isCallExpression(node) && questions.has(node.expression.getText()));
}
