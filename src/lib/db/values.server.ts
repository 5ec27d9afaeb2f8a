/** What may cross into and out of the database: text, whole numbers, bytes and null; nothing that an engine would bend. */
import { assert } from '#lib/kernel/assert.ts';

export type Bound = string | bigint | Uint8Array | null;

/** A parameter as better-sqlite3 must get it: a JS number would be bound as REAL and fractions stored silently. */
export function boundForSqlite(value: unknown): Bound {
	if (typeof value === 'string' || value === null || typeof value === 'bigint') return value;
	if (typeof value === 'number') {
		assert(Number.isSafeInteger(value), `only whole numbers are stored, not ${value}`);
		return BigInt(value);
	}
	if (value instanceof Uint8Array) return value;
	throw new TypeError(`a ${typeof value} cannot be stored`);
}

/** A parameter as `pg` gets it, under the same rules. */
export function boundForPostgres(value: unknown): unknown {
	const bound = boundForSqlite(value);
	return typeof bound === 'bigint' ? bound.toString() : bound;
}

/** A value as read; a whole number beyond 2^53 would have been rounded on the way and is a Bug. */
export function readValue(value: unknown): unknown {
	if (typeof value === 'number') assert(Number.isSafeInteger(value), 'a number beyond 2^53 was read');
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
