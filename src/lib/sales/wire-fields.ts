/** The fields of which a till's events are made, each with its bounds. */
import * as v from 'valibot';
import { holdsCardNumber } from '#lib/kernel/card-number.ts';
import { type Id, isId } from '#lib/kernel/id.ts';
import { type Instant, parseInstant } from '#lib/kernel/instant.ts';
import { type Quantity, quantityMax } from '#lib/kernel/quantity.ts';
import { isKeepable } from '#lib/kernel/text.ts';
import { amountMax, priceMax, type Rupiah } from '#lib/kernel/rupiah.ts';

export const idField = v.custom<Id>((value) => typeof value === 'string' && isId(value), 'an id');

export const instantField = v.custom<Instant>(
	(value) => typeof value === 'string' && parseInstant(value) === value,
	'an instant'
);

export const textField = (max: number) =>
	v.pipe(v.string(), v.maxLength(max), v.check(isKeepable, 'text that can be kept'));

/** Words that a person typed: no number of a bank card among them. */
export const typedField = (max: number) =>
	v.pipe(
		textField(max),
		v.check((text) => !holdsCardNumber(text), 'no card number')
	);

export const rupiahField = (max: number = amountMax, min = 0) =>
	v.custom<Rupiah>((value) => isWhole(value, min, max), 'whole rupiah');

export const priceField = rupiahField(priceMax);

/** Whole thousandths of a unit. */
export const quantityField = (min = 1) =>
	v.custom<Quantity>((value) => isWhole(value, min, quantityMax), 'whole thousandths');

export const wholeField = (min: number, max: number) => v.custom<number>((value) => isWhole(value, min, max), 'whole');

/** SHA-256 in base64url without padding: 43 letters. */
export const hashField = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

function isWhole(value: unknown, min: number, max: number): value is number {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max;
}
