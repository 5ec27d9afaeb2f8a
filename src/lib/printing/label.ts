/** Labels: by the goods on the shelf, on the goods, and on what a group makes itself; as fields, and as paper from a roll. */
import type { Day } from '#lib/kernel/day.ts';
import { formatDay } from '#lib/look/day-text.ts';
import type { Language } from '#lib/look/language.ts';
import { m } from '#texts/messages.js';
import { type Bars, barsRaster, fitsOn } from './bars.ts';
import { type Paper, type PaperPart, type Roll, rolls } from './paper.ts';
import { centred, wrapped } from './rows.ts';

export interface PriceLabel {
	readonly name: string;
	/** `Rp13.500`. */
	readonly price: string;
	/** `per kg`. */
	readonly unit: string;
	/** What a normal unit costs, where the unit is another: `Rp52.000/kg`. */
	readonly perNormalUnit: string | null;
	readonly code: Bars;
}

/** What the law asks of the label of home-made food, as far as the group has it (domain D27, D31). */
export interface MadeGoods {
	readonly name: string;
	readonly maker: string;
	readonly address: string;
	/** `250 gram`. */
	readonly weight: string | null;
	readonly madeOn: Day | null;
	readonly bestBefore: Day | null;
	/** P-IRT, 15 digits. */
	readonly homeFoodLicence: string | null;
	/** Number of the halal certificate. */
	readonly halal: string | null;
	readonly code: Bars;
}

/** A word and what it is about, as a row of a label. */
export interface LabelRow {
	readonly label: string;
	readonly value: string;
}

/** What stands below the name; what the group has not is left out. */
export function madeRows(goods: MadeGoods, language: Language): LabelRow[] {
	const locale = { locale: language };
	const shownDay = (day: Day | null): string | null => (day === null ? null : formatDay(day, language, 'paper'));
	const rows = [
		{ label: m.printing_weight({}, locale), value: goods.weight },
		{ label: m.printing_made_on({}, locale), value: shownDay(goods.madeOn) },
		{ label: m.printing_best_before({}, locale), value: shownDay(goods.bestBefore) },
		{ label: m.printing_home_food({}, locale), value: grouped(goods.homeFoodLicence) },
		{ label: m.printing_halal({}, locale), value: goods.halal }
	];
	return rows.flatMap(({ label, value }) => (value === null || value === '' ? [] : [{ label, value }]));
}

/** Digits of a P-IRT as they stand on its certificate: thirteen, a dash, two. */
function grouped(licence: string | null): string | null {
	return licence === null ? null : licence.replace(/^(\d{13})(\d{2})$/, '$1-$2');
}

const codeDots = 64;

/** A price label from a roll. */
export function pricePaper(label: PriceLabel, roll: Roll): Paper {
	const { columns } = rolls[roll];
	const below = label.perNormalUnit === null ? label.unit : `${label.unit} (${label.perNormalUnit})`;
	return {
		title: label.name,
		roll,
		parts: [
			...rowsOf(centred(label.name, columns), 'bold'),
			...rowsOf(centred(label.price, columns), 'tall'),
			...rowsOf(centred(below, columns)),
			...codeParts(label.code, roll)
		]
	};
}

/** A label of home-made goods from a roll. */
export function madePaper(goods: MadeGoods, roll: Roll, language: Language): Paper {
	const { columns } = rolls[roll];
	return {
		title: goods.name,
		roll,
		parts: [
			...rowsOf(centred(goods.name, columns), 'tall'),
			...rowsOf(madeRows(goods, language).flatMap(({ label, value }) => wrapped(`${label}: ${value}`, columns))),
			...rowsOf(wrapped(`${goods.maker}, ${goods.address}`, columns)),
			...codeParts(goods.code, roll)
		]
	};
}

function rowsOf(rows: readonly string[], emphasis?: 'bold' | 'tall'): PaperPart[] {
	return rows.map((text) => (emphasis === undefined ? { kind: 'text', text } : { kind: 'text', text, emphasis }));
}

function codeParts(code: Bars, roll: Roll): PaperPart[] {
	const { columns, dots } = rolls[roll];
	if (!fitsOn(code, dots)) return rowsOf(centred(code.text, columns));
	return [{ kind: 'picture', picture: barsRaster(code, dots, codeDots) }, ...rowsOf(centred(code.text, columns))];
}
