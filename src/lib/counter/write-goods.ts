/** Writing what happens to goods beside their sale: bought from the drawer, counted, spoilt, used by the group itself. */
import type { Id } from '#lib/kernel/id.ts';
import { total } from '#lib/kernel/rupiah.ts';
import type { BodyOf } from '#lib/sales/wire-bodies.ts';
import type { Writer } from './kept.ts';
import { type Act, telling } from './write.ts';

export interface Bought {
	readonly id: Id;
	readonly supplier: string;
	/** Quantities in thousandths of the normal unit; `cost` is of the whole line. */
	readonly lines: BodyOf<'goods-bought'>['lines'];
	readonly note: string;
}

/** Stock paid for out of the drawer. */
export function writeGoodsBought({ id, supplier, lines, note }: Bought, act: Act): Writer {
	const sum = total(lines.map(({ cost }) => cost));
	return telling({ id, kind: 'goods-bought', body: () => ({ supplier, lines, total: sum, note }) }, act);
}

export interface Adjusted {
	readonly id: Id;
	readonly why: BodyOf<'stock-adjusted'>['why'];
	/** Thousandths of the normal unit: what was counted, or what is gone. */
	readonly lines: BodyOf<'stock-adjusted'>['lines'];
	readonly note: string;
}

export function writeStockAdjusted({ id, why, lines, note }: Adjusted, act: Act): Writer {
	return telling({ id, kind: 'stock-adjusted', body: () => ({ why, lines, note }) }, act);
}
