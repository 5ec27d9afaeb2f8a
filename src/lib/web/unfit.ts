/** What no field may hold, whatever its form: signs that no database keeps, numbers of bank cards, and NIKs (R25, R72, R77). */
import { holdsCardNumber } from '#lib/kernel/card-number.ts';
import { isId } from '#lib/kernel/id.ts';
import { holdsNik } from '#lib/kernel/resident-number.ts';
import { isKeepable } from '#lib/kernel/text.ts';

export type Unfit = 'signs' | 'card' | 'nik';

/**
 * Fields whose long numbers belong there: a resident's NIK, which a room seals; the text of a QRIS, which names a
 * merchant and not a card; a table, whose cells are looked at one by one when it is read.
 */
const ownNumbers: ReadonlySet<string> = new Set(['nik', 'qris', 'table']);

/** The number of a halal certificate; every tenth one would pass for a card. */
const halalNumber = /^ID ?\d{17}$/i;

/** Why `text` may not come in by the field `name`, or null. */
export function unfit(name: string, text: string): Unfit | null {
	if (!isKeepable(text)) return 'signs';
	if (ownNumbers.has(name) || isId(text) || halalNumber.test(text.trim())) return null;
	if (holdsCardNumber(text)) return 'card';
	return holdsNik(text) ? 'nik' : null;
}
