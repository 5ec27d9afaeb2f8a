/** Units as people sell by them: what each measures, and how finely it may be cut. */
import { oneUnit, type Quantity, quantity, units as whole } from '#lib/kernel/quantity.ts';

export type Measure = 'mass' | 'volume' | 'length' | 'time' | 'count';

export interface Unit {
	readonly key: UnitKey;
	readonly measures: Measure;
	/** The smallest part that may be sold, in thousandths: a gram of a kilogram, half a hand of bananas, a whole egg. */
	readonly step: Quantity;
	/** Other ways people write it, folded. */
	readonly alsoWritten: readonly string[];
}

const halves = 500;
const quarters = 250;

/** key, what it measures, step in thousandths, other ways of writing it */
const table = [
	['kg', 'mass', 1, 'kilo kilogram kgs'],
	['ons', 'mass', 10, 'hg'],
	['gram', 'mass', oneUnit, 'g gr grm'],
	['liter', 'volume', 10, 'l lt ltr litre'],
	['ml', 'volume', oneUnit, 'mililiter cc'],
	['meter', 'length', 10, 'm mtr'],
	['jam', 'time', quarters, 'hour'],
	['hari', 'time', halves, 'day'],
	['butir', 'count', oneUnit, 'btr'],
	['buah', 'count', oneUnit, 'bh pcs pc pce'],
	['biji', 'count', oneUnit, 'bj'],
	['potong', 'count', oneUnit, 'ptg'],
	['ekor', 'count', oneUnit, 'ek'],
	['ikat', 'count', halves, 'iket'],
	['sisir', 'count', halves, ''],
	['tandan', 'count', oneUnit, ''],
	['tumpuk', 'count', halves, 'tumpukan'],
	['papan', 'count', halves, ''],
	['lembar', 'count', oneUnit, 'lbr'],
	['batang', 'count', oneUnit, 'btg'],
	['bungkus', 'count', oneUnit, 'bks bgks pak pack'],
	['sachet', 'count', oneUnit, 'saset'],
	['botol', 'count', oneUnit, 'btl'],
	['kaleng', 'count', oneUnit, 'klg'],
	['gelas', 'count', oneUnit, 'gls cup'],
	['toples', 'count', oneUnit, ''],
	['porsi', 'count', halves, 'prs'],
	['kotak', 'count', oneUnit, 'ktk box'],
	['loyang', 'count', halves, ''],
	['rak', 'count', halves, 'tray'],
	['lusin', 'count', halves, 'lsn'],
	['kodi', 'count', halves, ''],
	['pasang', 'count', oneUnit, 'psg'],
	['set', 'count', oneUnit, 'stel'],
	['dus', 'count', oneUnit, 'dos karton'],
	['karung', 'count', oneUnit, 'krg sak zak'],
	['galon', 'count', oneUnit, ''],
	['jeriken', 'count', oneUnit, 'jerigen'],
	['tabung', 'count', oneUnit, 'tbg'],
	['pot', 'count', oneUnit, 'polybag'],
	['orang', 'count', oneUnit, 'org'],
	['kali', 'count', oneUnit, 'x']
] as const satisfies readonly (readonly [string, Measure, number, string])[];

export type UnitKey = (typeof table)[number][0];

export const units: readonly Unit[] = table.map(([key, measures, step, others]) => ({
	key,
	measures,
	step: quantity(step),
	alsoWritten: others.split(' ').filter((other) => other !== '')
}));

const byKey = new Map<string, Unit>(units.map((unit) => [unit.key, unit]));
const byWriting = new Map<string, Unit>(units.flatMap((unit) => unit.alsoWritten.map((other) => [other, unit])));

/** The unit that text names by its key, or null: for forms and for rows of the database. */
export function unitOf(key: string): Unit | null {
	return byKey.get(key) ?? null;
}

/** The unit that people mean by `text`, however they shorten it, or null: for imports. */
export function parseUnit(text: string): Unit | null {
	const written = text.toLowerCase().replace(/[^a-z]/g, '');
	return byKey.get(written) ?? byWriting.get(written) ?? null;
}

/** Whether `amount` is a positive number of the unit's steps. */
export function fitsStep(unit: Unit, amount: Quantity): boolean {
	return amount > 0 && amount % unit.step === 0;
}

/** Sizes that hold wherever the two units are used, in thousandths of the normal unit. */
const usual: Readonly<Partial<Record<UnitKey, Readonly<Partial<Record<UnitKey, Quantity>>>>>> = {
	kg: { ons: quantity(100), gram: quantity(1) },
	liter: { ml: quantity(1) },
	butir: { rak: whole(30), lusin: whole(12) },
	buah: { lusin: whole(12), kodi: whole(20) },
	lembar: { lusin: whole(12), kodi: whole(20) },
	hari: { jam: quantity(125) }
};

/** How much of `normal` one `unit` usually holds, or null where that differs from goods to goods (a sack, a bunch). */
export function usualFactor(unit: UnitKey, normal: UnitKey): Quantity | null {
	return unit === normal ? whole(1) : (usual[normal]?.[unit] ?? null);
}
