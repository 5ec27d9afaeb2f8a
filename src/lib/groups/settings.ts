/** What a group has switched on beyond selling: small by default, more when it grows. */
import * as v from 'valibot';
import { priceMax } from '#lib/kernel/rupiah.ts';

const off = v.optional(v.boolean(), false);

const whole = (max: number, usual: number) =>
	v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(max)), usual);

/** A column of an older version lacks newer switches: they are off. */
export const settingsForm = v.object({
	/** Open and close the till with counted cash. */
	shifts: off,
	/** Count the drawer note by note. */
	denominations: off,
	/** Everyone at the counter types a PIN of their own. */
	pins: off,
	/** A second person confirms a void. */
	secondPerson: off,
	/** Pages about tax. */
	tax: off,
	/** The bank's business is done at the counter, for a fee. */
	agent: off,
	/** Receipts carry signed codes, from which a sale can be entered again. */
	receiptCodes: off,
	/** The group has a bank's card machine: cards are a way to pay. */
	card: off,
	/** How the scale writes goods and grams into a code, such as `21IIIIIWWWWWC`; empty where no scale prints codes. */
	weightCode: v.optional(v.pipe(v.string(), v.maxLength(13)), ''),
	/** Rupiah that a new customer of kasbon may owe at most. */
	creditLimit: whole(priceMax, 150_000),
	/** Percent that a cashier may take off a sale without another's word. */
	cashierDiscount: whole(100, 10)
});

export type GroupSettings = Readonly<v.InferOutput<typeof settingsForm>>;

export function readSettings(column: string): GroupSettings {
	return v.parse(settingsForm, JSON.parse(column));
}

export const plainSettings: GroupSettings = v.parse(settingsForm, {});
