/** What a unit is called, in the reader's language. */
import { m } from '#texts/messages.js';
import type { UnitKey } from './units.ts';

const short: Readonly<Record<UnitKey, () => string>> = {
	kg: m.catalog_unit_kg,
	ons: m.catalog_unit_ons,
	gram: m.catalog_unit_gram,
	liter: m.catalog_unit_liter,
	ml: m.catalog_unit_ml,
	meter: m.catalog_unit_meter,
	jam: m.catalog_unit_jam,
	hari: m.catalog_unit_hari,
	butir: m.catalog_unit_butir,
	buah: m.catalog_unit_buah,
	biji: m.catalog_unit_biji,
	potong: m.catalog_unit_potong,
	ekor: m.catalog_unit_ekor,
	ikat: m.catalog_unit_ikat,
	sisir: m.catalog_unit_sisir,
	tandan: m.catalog_unit_tandan,
	tumpuk: m.catalog_unit_tumpuk,
	papan: m.catalog_unit_papan,
	lembar: m.catalog_unit_lembar,
	batang: m.catalog_unit_batang,
	bungkus: m.catalog_unit_bungkus,
	sachet: m.catalog_unit_sachet,
	botol: m.catalog_unit_botol,
	kaleng: m.catalog_unit_kaleng,
	gelas: m.catalog_unit_gelas,
	toples: m.catalog_unit_toples,
	porsi: m.catalog_unit_porsi,
	kotak: m.catalog_unit_kotak,
	loyang: m.catalog_unit_loyang,
	rak: m.catalog_unit_rak,
	lusin: m.catalog_unit_lusin,
	kodi: m.catalog_unit_kodi,
	pasang: m.catalog_unit_pasang,
	set: m.catalog_unit_set,
	dus: m.catalog_unit_dus,
	karung: m.catalog_unit_karung,
	galon: m.catalog_unit_galon,
	jeriken: m.catalog_unit_jeriken,
	tabung: m.catalog_unit_tabung,
	pot: m.catalog_unit_pot,
	orang: m.catalog_unit_orang,
	kali: m.catalog_unit_kali
};

/** Units whose short form leaves a question. */
const long: Readonly<Partial<Record<UnitKey, () => string>>> = {
	ons: m.catalog_unit_long_ons,
	gram: m.catalog_unit_long_gram,
	ml: m.catalog_unit_long_ml,
	butir: m.catalog_unit_long_butir,
	ekor: m.catalog_unit_long_ekor,
	sisir: m.catalog_unit_long_sisir,
	tandan: m.catalog_unit_long_tandan,
	loyang: m.catalog_unit_long_loyang,
	rak: m.catalog_unit_long_rak,
	lusin: m.catalog_unit_long_lusin,
	kodi: m.catalog_unit_long_kodi,
	galon: m.catalog_unit_long_galon
};

/** As it stands behind a price or a number: `kg`, `butir`. */
export function unitShort(key: UnitKey): string {
	return short[key]();
}

/** As it stands in a list to choose from: `ons (100 g)`. */
export function unitName(key: UnitKey): string {
	return (long[key] ?? short[key])();
}

/** The same for a unit that stands as text in a row of ours. */
export function shownUnit(unit: string): string {
	return isUnit(unit) ? unitShort(unit) : unit;
}

function isUnit(unit: string): unit is UnitKey {
	return unit in short;
}
