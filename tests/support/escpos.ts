/** A tiny receipt printer: takes ESC/POS bytes through a port and tells what would be on the paper. It knows nothing of ours. */
import type { Port } from '#lib/printer/port.ts';

export interface Printed {
	/** `text` as the rows came out, with how they stood out. */
	readonly rows: readonly { readonly text: string; readonly bold: boolean; readonly tall: boolean }[];
	/** Rows of dots, `#` for black, of all pictures one below the other. */
	readonly dots: readonly string[];
	readonly dotsWide: number;
	readonly codePage: number | null;
	readonly fed: number;
	readonly cuts: number;
	readonly kicks: number;
	/** Commands that such a printer does not know. */
	readonly unknown: readonly string[];
}

export function decodeEscpos(bytes: Uint8Array): Printed {
	const rows: Printed['rows'][number][] = [];
	const dots: string[] = [];
	const unknown: string[] = [];
	let [at, text, bold, tall] = [0, '', false, false];
	let [dotsWide, fed, cuts, kicks] = [0, 0, 0, 0];
	let codePage: number | null = null;
	const next = (): number => bytes[at++] ?? Number.NaN;
	const picture = (): void => {
		at++;
		const [wide, high] = [next() + 256 * next(), next() + 256 * next()];
		dotsWide = wide * 8;
		for (let row = 0; row < high; row++) {
			let line = '';
			for (let byte = 0; byte < wide; byte++) line += next().toString(2).padStart(8, '0');
			dots.push(line.replaceAll('0', '.').replaceAll('1', '#'));
		}
	};
	const escape = (): void => {
		const command = String.fromCharCode(next());
		if (command === '@') [bold, tall, text] = [false, false, ''];
		else if (command === 't') codePage = next();
		else if (command === 'E') bold = next() === 1;
		else if (command === 'd') fed += next();
		else if (command === 'p') {
			kicks++;
			at += 3;
		} else unknown.push(`ESC ${command}`);
	};
	const group = (): void => {
		const command = String.fromCharCode(next());
		if (command === '!') tall = (next() & 0x0f) > 0;
		else if (command === 'v' && next() === 0x30) picture();
		else if (command === 'V') {
			cuts++;
			if (next() >= 65) at++;
		} else unknown.push(`GS ${command}`);
	};
	let rowStands = { bold, tall };
	while (at < bytes.length) {
		const byte = next();
		if (byte === 0x1b) escape();
		else if (byte === 0x1d) group();
		else if (byte === 0x1c) at++;
		else if (byte === 0x0a) {
			rows.push({ text, ...rowStands });
			text = '';
			rowStands = { bold: false, tall: false };
		} else {
			text += new TextDecoder('windows-1252').decode(Uint8Array.of(byte));
			rowStands = { bold, tall };
		}
	}
	return { rows, dots, dotsWide, codePage, fed, cuts, kicks, unknown };
}

/** A port that keeps what it is given. */
export function paperPort(): Port & { readonly printed: () => Printed; readonly closed: () => number } {
	const taken: number[] = [];
	let closes = 0;
	return {
		write: (bytes) => {
			taken.push(...bytes);
			return Promise.resolve();
		},
		close: () => {
			closes++;
			return Promise.resolve();
		},
		printed: () => decodeEscpos(Uint8Array.from(taken)),
		closed: () => closes
	};
}
