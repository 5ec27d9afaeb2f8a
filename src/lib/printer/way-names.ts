/** What the ways to a printer and their troubles are called, in the reader's language. */
import { m } from '#texts/messages.js';
import type { PrinterTrouble } from './port.ts';
import type { ScaleTrouble } from './scale.ts';
import type { Way } from './way.ts';

const names: Readonly<Record<Way, () => string>> = {
	bluetooth: m.printing_way_bluetooth,
	serial: m.printing_way_serial,
	usb: m.printing_way_usb,
	rawbt: m.printing_way_rawbt,
	system: m.printing_way_system,
	share: m.printing_way_share
};

const hints: Readonly<Record<Way, () => string>> = {
	bluetooth: m.printing_way_bluetooth_hint,
	serial: m.printing_way_serial_hint,
	usb: m.printing_way_usb_hint,
	rawbt: m.printing_way_rawbt_hint,
	system: m.printing_way_system_hint,
	share: m.printing_way_share_hint
};

const troubles: Readonly<Record<PrinterTrouble, () => string>> = {
	'not-chosen': m.printing_trouble_not_chosen,
	'not-reached': m.printing_trouble_not_reached,
	'not-a-printer': m.printing_trouble_not_a_printer,
	gone: m.printing_trouble_gone
};

export function wayName(way: Way): string {
	return names[way]();
}

/** For whom the way is. */
export function wayHint(way: Way): string {
	return hints[way]();
}

/** What happened, and what to do. */
const scaleTroubles: Readonly<Record<ScaleTrouble, () => string>> = {
	'not-chosen': m.printing_scale_not_chosen,
	'not-reached': m.printing_scale_not_reached,
	silent: m.printing_scale_silent,
	restless: m.printing_scale_restless,
	empty: m.printing_scale_empty,
	'below-zero': m.printing_scale_below_zero,
	'too-heavy': m.printing_scale_too_heavy
};

export function scaleTroubleText(trouble: ScaleTrouble): string {
	return scaleTroubles[trouble]();
}

export function troubleText(trouble: PrinterTrouble): string {
	return troubles[trouble]();
}
