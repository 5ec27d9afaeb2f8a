/** What is to be printed on a roll: rows of text, pictures and empty rows, whatever the way to the printer. */
import type { Raster } from './raster.ts';

/** Rolls of 58 and 80 mm: letters in a row, and dots at eight a millimetre. */
export const rolls = {
	58: { columns: 32, dots: 384 },
	80: { columns: 48, dots: 576 }
} as const;
export type Roll = keyof typeof rolls;

/** How a row stands out: twice as high keeps the row's letters where they are. */
export type Emphasis = 'bold' | 'tall';

export type PaperPart =
	| { readonly kind: 'text'; readonly text: string; readonly emphasis?: Emphasis }
	/** In the middle of the paper. */
	| { readonly kind: 'picture'; readonly picture: Raster }
	| { readonly kind: 'feed'; readonly rows: number };

export interface Paper {
	/** What it is, in the list of what waits to be printed: `Struk B-000123`. */
	readonly title: string;
	readonly roll: Roll;
	readonly parts: readonly PaperPart[];
}

/** Rows of text as parts; those that begin with one of `strong` stand out. */
export function textParts(rows: readonly string[], strong: Readonly<Record<string, Emphasis>> = {}): PaperPart[] {
	const marks = Object.entries(strong);
	return rows.map((text) => {
		const emphasis = marks.find(([start]) => text.trimStart().startsWith(start))?.[1];
		return emphasis === undefined ? { kind: 'text', text } : { kind: 'text', text, emphasis };
	});
}

/** The words of the paper, for a message; pictures are left out. */
export function paperText({ parts }: Paper): string {
	return parts
		.flatMap((part) => {
			if (part.kind === 'text') return [part.text];
			return part.kind === 'feed' ? [''] : [];
		})
		.join('\n')
		.trimEnd();
}
