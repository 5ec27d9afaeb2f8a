/** Reads the colours of both themes from the stylesheet, and measures their light. */

/** Colours by name, as six hexadecimal figures. */
export type Tokens = ReadonlyMap<string, string>;

const colour = /--color-(?<name>[a-z0-9-]+): #(?<hex>[0-9a-f]{6});/g;

/** The colours of `css`: those of `@theme`, and those that the dark variant puts in their place. */
export function tokensOf(css: string): { light: Tokens; dark: Tokens } {
	const [light = '', dark = ''] = css.split('@variant dark');
	return { light: coloursIn(light), dark: coloursIn(dark) };
}

function coloursIn(css: string): Tokens {
	return new Map([...css.matchAll(colour)].map(({ groups }) => [groups?.['name'] ?? '', groups?.['hex'] ?? '']));
}

/** The relative luminance of a colour, as WCAG 2.2 defines it. */
export function luminance(tokens: Tokens, name: string): number {
	const hex = tokens.get(name);
	if (hex === undefined) throw new Error(`There is no colour ${name}.`);
	const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) =>
		linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)
	);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
	return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
