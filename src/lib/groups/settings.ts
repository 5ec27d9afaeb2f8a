/** What a group has switched on beyond selling: small by default, more when it grows. */
import * as v from 'valibot';

const off = v.optional(v.boolean(), false);

/** A column of an older version lacks newer switches: they are off. */
export const settingsForm = v.object({
	/** Open and close the till with counted cash. */
	shifts: off,
	/** Count the drawer note by note. */
	denominations: off,
	/** A second person confirms a void. */
	secondPerson: off,
	/** Pages about tax. */
	tax: off
});

export type GroupSettings = Readonly<v.InferOutput<typeof settingsForm>>;

export function readSettings(column: string): GroupSettings {
	return v.parse(settingsForm, JSON.parse(column));
}

export const plainSettings: GroupSettings = v.parse(settingsForm, {});
