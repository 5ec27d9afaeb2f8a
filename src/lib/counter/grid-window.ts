/** Which rows of a long grid are worth drawing: those in sight and a few around them. */

export interface Sight {
	/** How far the grid is scrolled, and how high the hole is through which it is seen, in pixels. */
	readonly scrolled: number;
	readonly height: number;
	/** From the top of one row to the top of the next. */
	readonly rowHeight: number;
	readonly columns: number;
	readonly count: number;
}

/** The part of a list that is drawn, and how many rows stand empty above and below it. */
export interface Window {
	readonly from: number;
	/** The first that is not drawn any more. */
	readonly to: number;
	readonly rowsAbove: number;
	readonly rowsBelow: number;
}

/** Rows drawn beyond what is seen, so that a flick of the thumb meets goods and not emptiness. */
const spareRows = 4;

/** The part of a list that is drawn. It moves in steps of `spareRows`, so that scrolling seldom changes it. */
export function windowOf({ scrolled, height, rowHeight, columns, count }: Sight): Window {
	const rows = Math.ceil(count / columns);
	const top = Math.min(Math.floor(Math.max(0, scrolled) / rowHeight), Math.max(0, rows - 1));
	const seen = Math.ceil(height / rowHeight) + 1;
	const first = Math.max(0, (Math.floor(top / spareRows) - 1) * spareRows);
	const last = Math.min(rows, (Math.ceil((top + seen) / spareRows) + 1) * spareRows);
	return { from: first * columns, to: Math.min(count, last * columns), rowsAbove: first, rowsBelow: rows - last };
}

/** Where an arrow key leads from `index`; the same place where there is nothing that way. */
export function neighbour(index: number, key: string, columns: number, count: number): number {
	const steps: Readonly<Record<string, number>> = {
		ArrowLeft: -1,
		ArrowRight: 1,
		ArrowUp: -columns,
		ArrowDown: columns
	};
	const next = index + (steps[key] ?? 0);
	return next >= 0 && next < count ? next : index;
}
