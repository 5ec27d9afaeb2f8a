/**
 * Routes ask *may they* first: the first thing a load, action or endpoint does is a call of `#lib/web/access.server.ts`, or
 * of `till-access.server.ts` for what a till signed.
 */
import ts from 'typescript';
import { filesBelow, syntaxOf } from './tree.ts';

const accessFile = 'src/lib/web/access.server.ts';
const tillFile = 'src/lib/web/till-access.server.ts';
const answerFile = 'src/lib/web/answer.server.ts';
/** What SvelteKit calls by itself. */
const entries = new Set(['load', 'actions', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'fallback']);

/** What counts as asking: `require…` of access, and `answer`, which asks by its second argument. */
const questions = new Set([
	...exportedFunctions(accessFile).filter((name) => name.startsWith('require')),
	...exportedFunctions(tillFile).filter((name) => name.startsWith('require')),
	...exportedFunctions(answerFile).filter((name) => name === 'answer')
]);

function exportedFunctions(path: string): string[] {
	return syntaxOf(path).statements.flatMap((statement) =>
		ts.isFunctionDeclaration(statement) && isExported(statement) && statement.name ? [statement.name.text] : []
	);
}

export function unaskedRoutes(): string[] {
	return filesBelow('src/routes', '.ts')
		.filter((path) => /\+(page|layout)\.server\.ts$|\+server\.ts$/.test(path))
		.flatMap((path) =>
			handlersOf(syntaxOf(path))
				.filter(({ act }) => act === null || !asksFirst(act))
				.map(({ name }) => `${path}: ${name} must first ask: ${[...questions].join(', ')}`)
		);
}

type Act = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression | ts.MethodDeclaration;

interface Handler {
	readonly name: string;
	/** The function itself; null when it comes from elsewhere. */
	readonly act: Act | null;
}

function handlersOf(file: ts.SourceFile): Handler[] {
	return file.statements.flatMap((statement) => {
		if (ts.isExportDeclaration(statement)) return passedOn(statement);
		if (!isExported(statement)) return [];
		if (ts.isFunctionDeclaration(statement) && statement.name) return handler(statement.name.text, statement);
		if (!ts.isVariableStatement(statement)) return [];
		return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
			handler(name.getText(), initializer)
		);
	});
}

/** `export { POST } from …`: the route itself asks nothing. */
function passedOn({ exportClause }: ts.ExportDeclaration): Handler[] {
	if (!exportClause || !ts.isNamedExports(exportClause)) return [{ name: 'export *', act: null }];
	return exportClause.elements.flatMap(({ name }) => handler(name.text, undefined));
}

function handler(name: string, value: ts.Node | undefined): Handler[] {
	if (!entries.has(name)) return [];
	const plain = unwrapped(value);
	if (name !== 'actions') return [{ name, act: plain && isAct(plain) ? plain : null }];
	if (!plain || !ts.isObjectLiteralExpression(plain)) return [{ name, act: null }];
	return plain.properties.map((property) => {
		const act = ts.isPropertyAssignment(property) ? unwrapped(property.initializer) : property;
		return { name: `action ${property.name?.getText() ?? '…'}`, act: act && isAct(act) ? act : null };
	});
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

/** Whether the first statement of `act`, or the expression that is all of it, asks; so does a function given in it. */
function asksFirst(act: Act): boolean {
	const first = act.body && ts.isBlock(act.body) ? act.body.statements[0] : act.body;
	return first !== undefined && asks(first);
}

function asks(node: ts.Node): boolean {
	if (isAct(node)) return asksFirst(node);
	if (ts.isCallExpression(node) && questions.has(node.expression.getText())) return true;
	return node.getChildren().some(asks);
}
