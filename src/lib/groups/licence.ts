/** A group's licences: the forms of their numbers, and how long they hold (domain D26, D27, D31). */
import { addDays, type Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';

/** Business number, home-food licence, halal certificate. */
export const licenceKinds = ['nib', 'p-irt', 'halal'] as const;
export type LicenceKind = (typeof licenceKinds)[number];

/** What is wrong with a number, as `<kind>-form`. */
export type LicenceProblem = `${LicenceKind}-form`;

/** NIB 13 digits; P-IRT 15 digits; halal `ID` and 17 digits (BPJPH) or the 14 to 16 digits of an older MUI certificate. */
const forms: Readonly<Record<LicenceKind, RegExp>> = {
	nib: /^\d{13}$/,
	'p-irt': /^\d{15}$/,
	halal: /^(ID\d{17}|\d{14,16})$/
};

/** A licence's number without the dots, dashes and words that people write with it, or what is wrong with it. */
export function parseLicenceNumber(kind: LicenceKind, text: string): string {
	const bare = text
		.toUpperCase()
		.replace(/^P-?IRT/, '')
		.replace(/[^A-Z0-9]/g, '');
	return forms[kind].test(bare) ? bare : `${kind}-form`;
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

/** A P-IRT is renewed six months before it ends; people are told of every licence that early. */
const noticeDays = 183;

export type LicenceState = 'valid' | 'ends-soon' | 'ended';

/** How a licence stands on `today`; its `expiresOn` is the last day it holds, null when it does not end. */
export function licenceState({ expiresOn }: Pick<Licence, 'expiresOn'>, today: Day): LicenceState {
	if (expiresOn === null) return 'valid';
	if (expiresOn < today) return 'ended';
	return expiresOn < addDays(today, noticeDays) ? 'ends-soon' : 'valid';
}
