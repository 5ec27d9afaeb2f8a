/** Asks the ladder itself: what ESLint says to an import from a place in the tree. */
import { ESLint } from 'eslint';
import typescript from 'typescript-eslint';
import { boundariesConfig } from '../../scripts/lint/boundaries.js';

const eslint = new ESLint({
	overrideConfigFile: true,
	overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: typescript.parser } }, ...boundariesConfig]
});

/** What the ladder answers when a file at `path` imports `source`: null when it may, else the reason. */
export async function refusalOf(
	path: string,
	source: string,
	kind: 'value' | 'type' = 'value'
): Promise<string | null> {
	const line = `import ${kind === 'type' ? 'type ' : ''}{ it } from '${source}';`;
	const [result] = await eslint.lintText(line, { filePath: path });
	return result?.messages[0]?.message ?? null;
}
