/** Dated values that law and offices set: read for a day, never written into code. */
import { assert } from '#lib/kernel/assert.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Reader } from './open.server.ts';

/** The value of `key` on `day`, as parsed JSON; a day without one is a Bug, since every key is seeded from its first day. */
export async function ruleValueOn(reader: Reader, key: string, day: Day): Promise<unknown> {
	const row = await reader
		.selectFrom('ruleValue')
		.select('value')
		.where('key', '=', key)
		.where('validFrom', '<=', day)
		.where((row) => row.or([row('validTo', 'is', null), row('validTo', '>=', day)]))
		.orderBy('validFrom', 'desc')
		.limit(1)
		.executeTakeFirst();
	assert(row !== undefined, `${key} has no value on ${day}`);
	return JSON.parse(row.value);
}
