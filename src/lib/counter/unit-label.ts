/** What the unit of a kept line is called, in the reader's language. */
import { unitShort } from '#lib/catalog/unit-name.ts';
import { unitOf } from '#lib/catalog/units.ts';

/** The name of a unit by its key; a key that this program does not know reads as it is. */
export function unitLabel(key: string): string {
	const unit = unitOf(key);
	return unit === null ? key : unitShort(unit.key);
}
