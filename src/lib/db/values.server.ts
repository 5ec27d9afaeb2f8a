/** What may cross into and out of the database: text, whole numbers and null; nothing that an engine would bend. */
import { assert, Bug } from '#lib/kernel/assert.ts';

type Bound = string | bigint | null;

/** A parameter as better-sqlite3 must get it: a JS number would be bound as REAL and fractions stored silently. */
export function boundForSqlite(value: unknown): Bound {
	if (typeof value === 'string') return checkedText(value);
	if (value === null) return value;
	if (typeof value === 'number') {
		assert(Number.isSafeInteger(value), `only whole numbers are stored, not ${value}`);
		return BigInt(value);
	}
	if (typeof value === 'bigint') {
		assert(Number.isSafeInteger(Number(value)), `${value} could not be read again`);
		return value;
	}
	throw new Bug(`${value instanceof Date ? 'a Date' : `a value of type ${typeof value}`} cannot be stored`);
}

/** A parameter as `pg` gets it, under the same rules. */
export function boundForPostgres(value: unknown): string | null {
	const bound = boundForSqlite(value);
	return typeof bound === 'bigint' ? bound.toString() : bound;
}

/** PostgreSQL refuses NUL, and half a surrogate pair would come back as another character. */
function checkedText(text: string): string {
	assert(text.isWellFormed() && !text.includes('\0'), 'text with NUL or half a character cannot be stored');
	return text;
}

/** A value as read; a fraction or a whole number beyond 2^53 (which arrives rounded) is a Bug. */
export function readValue(value: unknown): unknown {
	if (typeof value === 'number') assert(Number.isSafeInteger(value), `${value} was read: a fraction, or beyond 2^53`);
	return value;
}

const cache = new Map<string, string>();

/** `group_id` as the code names it, `groupId`. */
export function camelCased(column: string): string {
	const known = cache.get(column);
	if (known !== undefined) return known;
	const name = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
	cache.set(column, name);
	return name;
}

/** How a table keeps yes and no. */
export function bit(yes: boolean): 0 | 1 {
	return yes ? 1 : 0;
}
