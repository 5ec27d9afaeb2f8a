/** The texts: both languages say the same things, and every refusal has its sentence. */
import ts from 'typescript';
import { allFiles, codeFiles, filesBelow, nodesOf, roomOf, syntaxOf, textOf } from './tree.ts';

type Language = 'id' | 'en';
type Texts = Readonly<Record<string, unknown>>;

/** Areas by file name: `common`, `counter` … */
const areas = filesBelow('messages/id', '.json').map((path) => path.replace(/^.*\/|\.json$/g, ''));

function textsOf(language: Language, area: string): Texts {
	const path = `messages/${language}/${area}.json`;
	const read: unknown = allFiles.includes(path) ? JSON.parse(textOf(path)) : {};
	return typeof read === 'object' && read !== null ? { ...read } : {};
}

/** `{name}` in all forms of a text, sorted. */
function placeholders(text: unknown): string {
	const found = JSON.stringify(text).matchAll(/\{\s*([a-zA-Z]\w*)\s*\}/g);
	return [...new Set([...found].map((match) => match[1]))].sort().join(', ');
}

export function unequalTexts(): string[] {
	return areas.flatMap((area) => {
		const [own, english] = [textsOf('id', area), textsOf('en', area)];
		const keys = [...new Set([...Object.keys(own), ...Object.keys(english)])];
		return keys.flatMap((key) => differences(area, key, own[key], english[key]));
	});
}

function differences(area: string, key: string, own: unknown, english: unknown): string[] {
	const at = `${area}.json ${key}`;
	if (own === undefined || own === '') return [`${at}: write it in messages/id`];
	if (english === undefined || english === '') return [`${at}: write it in messages/en`];
	if (placeholders(own) === placeholders(english)) return [];
	return [
		`${at}: use the same placeholders in both languages (id: ${placeholders(own)}; en: ${placeholders(english)})`
	];
}

export function misplacedTexts(): string[] {
	const prefixOf = (area: string) => (area === 'refusals' ? 'refusal_' : `${area}_`);
	return areas.flatMap((area) =>
		Object.keys(textsOf('id', area)).flatMap((key) => {
			const home = areas.find((other) => key.startsWith(prefixOf(other)));
			return home === undefined || home === area ? [] : [`${area}.json ${key}: write it in ${home}.json`];
		})
	);
}

/** Texts that no page says: each is called as `m.key`, since what is called otherwise would be carried by every page. */
export function unusedTexts(): string[] {
	const code = codeFiles.filter((path) => path.startsWith('src/') || path.startsWith('scripts/'));
	const said = new Set(code.flatMap((path) => [...textOf(path).matchAll(/\bm\.(\w+)/g)].map((match) => match[1])));
	return areas
		.filter((area) => area !== 'refusals')
		.flatMap((area) =>
			Object.keys(textsOf('id', area))
				.filter((key) => key !== '$schema' && !said.has(key))
				.map((key) => `${area}.json ${key}: nothing says this; remove it`)
		);
}

interface RefusalCode {
	readonly code: string;
	readonly path: string;
}

/** The `readonly code = '…'` of every class that extends a Refusal. */
function refusalCodes(): RefusalCode[] {
	return filesBelow('src/lib', '.ts').flatMap((path) =>
		[...nodesOf(syntaxOf(path))].flatMap((node) => {
			if (!ts.isPropertyDeclaration(node) || node.name.getText() !== 'code' || !node.initializer) return [];
			return ts.isStringLiteralLike(node.initializer) ? [{ code: node.initializer.text, path }] : [];
		})
	);
}

const keyOf = (code: string) => `refusal_${code.replaceAll(/[.-]/g, '_')}`;

export function wrongRefusals(): string[] {
	const texts = textsOf('id', 'refusals');
	const codes = refusalCodes();
	return codes.flatMap(({ code, path }) => {
		const at = `${path}: refusal ${code}`;
		if (!/^[a-z]+\.[a-z]+(-[a-z]+)*$/.test(code)) return [`${at}: write it as room.some-reason`];
		if (!code.startsWith(`${roomOf(path) ?? ''}.`)) return [`${at}: begin it with its room, ${roomOf(path) ?? 'none'}`];
		if (codes.filter((each) => each.code === code).length > 1) return [`${at}: give each class a code of its own`];
		return keyOf(code) in texts ? [] : [`${at}: add ${keyOf(code)} to messages/{id,en}/refusals.json`];
	});
}

export function orphanedRefusals(): string[] {
	const known = new Set([...refusalCodes().map(({ code }) => keyOf(code)), 'refusal_unknown']);
	return Object.keys(textsOf('id', 'refusals'))
		.filter((key) => key !== '$schema' && !known.has(key))
		.map((key) => `refusals.json ${key}: no refusal says this; remove it`);
}
