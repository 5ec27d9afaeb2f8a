/** What of a group's licences counts now: which stands on the label of its goods, and until when its scale is checked. */
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Licence, type LicenceKind, licenceState } from './licence.ts';

/** The number of a licence that holds today: the product's own before one for all that the group makes; null for none. */
export function heldNumber(kind: LicenceKind, licences: readonly Licence[], productId: Id, today: Day): string | null {
	const held = licences.filter((licence) => licence.kind === kind && licenceState(licence, today) !== 'ended');
	const own = held.find((licence) => licence.productId === productId);
	return (own ?? held.find((licence) => licence.productId === null))?.number ?? null;
}

/** The last day on which the group's scale counts as checked; null when it never told of a check. */
export function scaleCheckedUntil(licences: readonly Licence[]): Day | null {
	const days = licences.flatMap(({ kind, expiresOn }) => (kind === 'tera' && expiresOn !== null ? [expiresOn] : []));
	return days.reduce<Day | null>((latest, day) => (latest === null || latest < day ? day : latest), null);
}
