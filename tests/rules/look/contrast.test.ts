/** Whatever stands on whatever is legible in both themes: WCAG 2.2 AA, 4.5 : 1 for text and 3 : 1 for shapes. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { luminance, tokensOf, type Tokens } from './tokens.ts';

const root = new URL('../../../', import.meta.url);
const themes = Object.entries(tokensOf(readFileSync(new URL('src/app.css', root), 'utf8')));

const grounds = ['ground', 'surface', 'sunken'];
const tints = ['leaf-tint', 'turmeric-tint', 'brick-tint'];
const colours = ['leaf', 'turmeric', 'brick'];

const texts: [string, string][] = [
	...grounds.flatMap((ground) => ['ink', 'soft', 'leaf-text', 'turmeric-text', 'brick-text'].map((text) => [text, ground] as [string, string])),
	...tints.flatMap((tint) => ['ink', 'soft', 'leaf-text'].map((text) => [text, tint] as [string, string])),
	...colours.flatMap((colour) => [[`${colour}-text`, `${colour}-tint`], [`on-${colour}`, colour]] as [string, string][]),
	['on-leaf', 'leaf-deep'],
	['on-leaf', 'roof'],
	['on-brick', 'brick-deep']
]; // prettier-ignore

const shapes: [string, string][] = [
	...grounds.map((ground) => ['edge', ground] as [string, string]),
	...grounds.map((ground) => ['focus', ground] as [string, string]),
	...['leaf', 'brick', 'whole', 'part', 'series-1', 'series-2', 'series-3'].map((shape) => [shape, 'surface'] as [string, string]),
	['leaf', 'ground'],
	['on-leaf', 'roof'],
	['part', 'whole']
]; // prettier-ignore

describe.each(themes)('in the %s theme', (_, tokens) => {
	test.each(texts)('%s is legible on %s', (text, ground) => {
		expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5);
	});

	test.each(shapes)('%s can be told from %s', (shape, ground) => {
		expect(contrast(tokens, shape, ground)).toBeGreaterThanOrEqual(3);
	});
});

test('the dark theme has a value of its own for every colour', () => {
	const [light, dark] = themes.map(([, tokens]) => [...tokens.keys()]);
	expect(dark).toEqual(light);
});

test('no component puts a text on a ground that is not checked here', () => {
	const checked = new Set(texts.map(([text, ground]) => `text-${text} bg-${ground}`));
	expect([...pairsInComponents()].filter((pair) => !checked.has(pair))).toEqual([]);
});

/** Every text colour that stands beside a ground in one list of classes. */
function pairsInComponents(): Set<string> {
	const folder = new URL('src/lib/look/', root);
	const files = readdirSync(folder).filter((file) => file.endsWith('.svelte'));
	const lists = files.flatMap(
		(file) => readFileSync(new URL(file, folder), 'utf8').match(/'[^'\n]*'|"[^"\n]*"/g) ?? []
	);
	const known = new Set(themes.flatMap(([, tokens]) => [...tokens.keys()]));
	const used = (list: string, kind: string) =>
		[...list.matchAll(new RegExp(`(?<![\\w:-])${kind}-([a-z0-9-]+)(?![\\w/-])`, 'g'))].flatMap(([, name]) =>
			name !== undefined && known.has(name) ? [name] : []
		);
	return new Set(
		lists.flatMap((list) =>
			used(list, 'text').flatMap((text) => used(list, 'bg').map((ground) => `text-${text} bg-${ground}`))
		)
	);
}

function contrast(tokens: Tokens, one: string, other: string): number {
	const [light = 0, dark = 0] = [luminance(tokens, one), luminance(tokens, other)].sort((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}
