/** A group's licences: the forms of their numbers, and how long they hold (domain D26, D27, D31). */
import { addDays, type Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';

/** Business number, home-food licence, halal certificate, and the yearly check of the scale (*tera ulang*, UU 2/1981). */
export const licenceKinds = ['nib', 'p-irt', 'halal', 'tera'] as const;
export type LicenceKind = (typeof licenceKinds)[number];

/** What is wrong with a number, as `<kind>-form`. */
export type LicenceProblem = `${LicenceKind}-form`;

/**
 * NIB 13 digits; P-IRT 15 digits; halal `ID` and 17 digits (BPJPH) or the 14 to 16 digits of an older MUI certificate; the paper
 * of a scale's check is numbered by each regency in its own way.
 */
const forms: Readonly<Record<LicenceKind, RegExp>> = {
	nib: /^\d{13}$/,
	'p-irt': /^\d{15}$/,
	halal: /^(ID\d{17}|\d{14,16})$/,
	tera: /^[A-Z0-9]{3,30}$/
};

/** A licence's number without the dots, dashes and words that people write with it, or what is wrong with it; that of a scale's check stays as its regency writes it. */
export function parseLicenceNumber(kind: LicenceKind, text: string): string {
	const bare = text
		.toUpperCase()
		.replace(/^P-?IRT/, '')
		.replace(/[^A-Z0-9]/g, '');
	if (!forms[kind].test(bare)) return `${kind}-form`;
	return kind === 'tera' ? text.trim().replace(/\s+/g, ' ').toUpperCase() : bare;
}

export function isLicenceProblem(parsed: string): parsed is LicenceProblem {
	return licenceKinds.some((kind) => parsed === `${kind}-form`);
}

export function parseLicenceKind(text: string): LicenceKind | null {
	return licenceKinds.find((kind) => kind === text) ?? null;
}

export interface NewLicence {
	readonly kind: LicenceKind;
	/** As `parseLicenceNumber` gives it. */
	readonly number: string;
	/** In whose name it is. */
	readonly holder: string;
	readonly issuedOn?: Day | null;
	/** The last day it holds. */
	readonly expiresOn?: Day | null;
	/** The product it is for; null when for all the group makes. */
	readonly productId?: Id | null;
	readonly fileId?: Id | null;
}

export interface Licence extends Required<NewLicence> {
	readonly id: Id;
}

/** A P-IRT is renewed six months before it ends; people are told of every licence that early, and of a scale's check when it is time to go. */
const noticeDays = (kind: LicenceKind): number => (kind === 'tera' ? 30 : 183);

export type LicenceState = 'valid' | 'ends-soon' | 'ended';

/** How a licence stands on `today`; its `expiresOn` is the last day it holds, null when it does not end. */
export function licenceState({ kind, expiresOn }: Pick<Licence, 'kind' | 'expiresOn'>, today: Day): LicenceState {
	if (expiresOn === null) return 'valid';
	if (expiresOn < today) return 'ended';
	return expiresOn < addDays(today, noticeDays(kind)) ? 'ends-soon' : 'valid';
}
