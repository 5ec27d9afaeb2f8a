/** What no field may hold, whatever its form: signs that no database keeps, and numbers of bank cards (R25, R77). */
import { holdsCardNumber } from '#lib/kernel/card-number.ts';
import { isId } from '#lib/kernel/id.ts';
import { isKeepable } from '#lib/kernel/text.ts';

export type Unfit = 'signs' | 'card';

/**
 * Fields whose long numbers belong there: a resident's NIK, which a room seals; the text of a QRIS, which names a
 * merchant and not a card; a table, whose cells are looked at one by one when it is read.
 */
const ownNumbers: ReadonlySet<string> = new Set(['nik', 'qris', 'table']);

/** Why `text` may not come in by the field `name`, or null. */
export function unfit(name: string, text: string): Unfit | null {
	if (!isKeepable(text)) return 'signs';
	return !ownNumbers.has(name) && !isId(text) && holdsCardNumber(text) ? 'card' : null;
}
