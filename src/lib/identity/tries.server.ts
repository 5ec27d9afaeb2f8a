/** Failures of signing in, kept in the database: a restart forgives nothing. */
import { hashOf } from '#lib/db/receive.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { instant } from '#lib/kernel/instant.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import {
	accountLimit,
	addressKey,
	addressLimit,
	afterFailure,
	type Limit,
	minutesLocked,
	type Tries
} from './tries.ts';

/** Wrong too often; said alike of accounts that exist and those that do not. */
export class SignInLocked extends Refusal {
	readonly code = 'identity.sign-in-locked';
	readonly minutes: number;

	constructor(minutes: number) {
		super(`Too many wrong tries; wait ${minutes} minutes.`);
		this.minutes = minutes;
	}
}

/** Who tries: an account, by whatever text names it, and the address it comes from. */
export interface Tryer {
	readonly account: string;
	readonly address: string;
}

/**
 * Counts a try as failed before it is made, so that many at once are counted too; `forgive` takes it back. Gives how many
 * minutes to wait when the account or the address is locked, and counts nothing then.
 */
export async function countTry(work: Work, tryer: Tryer): Promise<number> {
	const doors = doorsOf(tryer);
	const known = [await triesOf(work, doors[0].key), await triesOf(work, doors[1].key)];
	const minutes = Math.max(...known.map((tries) => minutesLocked(tries, work.now)));
	if (minutes > 0) return minutes;
	for (const [index, { key, limit }] of doors.entries()) {
		const after = afterFailure(known[index] ?? null, limit, work.now);
		await work.trx
			.insertInto('signInAttempt')
			.values({ key, ...after })
			.onConflict((conflict) => conflict.column('key').doUpdateSet(after))
			.execute();
	}
	return 0;
}

/** The try was right: the account's failures are forgotten, the address's go down by this one. */
export async function forgive(work: Work, tryer: Tryer): Promise<void> {
	await forgiveAccount(work, tryer.account);
	const [, address] = doorsOf(tryer);
	await work.trx
		.updateTable('signInAttempt')
		.set((row) => ({ failures: row('failures', '-', 1), lockedUntil: null }))
		.where('key', '=', address.key)
		.where('failures', '>', 0)
		.execute();
}

/** Forgets the failures of an account: its owner came in by another door. */
export async function forgiveAccount({ trx }: Work, account: string): Promise<void> {
	await trx.deleteFrom('signInAttempt').where('key', '=', accountKey(account)).execute();
}

/** Drops what is forgotten anyway. */
export async function forgetOldTries({ trx, now }: Work): Promise<void> {
	await trx.deleteFrom('signInAttempt').where('windowEndsAt', '<=', now).execute();
}

interface Door {
	readonly key: string;
	readonly limit: Limit;
}

function doorsOf({ account, address }: Tryer): [Door, Door] {
	return [
		{ key: accountKey(account), limit: accountLimit },
		{ key: hashOf(`address ${addressKey(address)}`), limit: addressLimit }
	];
}

function accountKey(account: string): string {
	return hashOf(`account ${account}`);
}

async function triesOf({ trx }: Work, key: string): Promise<Tries | null> {
	const row = await trx.selectFrom('signInAttempt').selectAll().where('key', '=', key).executeTakeFirst();
	if (row === undefined) return null;
	const { failures, windowEndsAt, lockedUntil } = row;
	return {
		failures,
		windowEndsAt: instant(windowEndsAt),
		lockedUntil: lockedUntil === null ? null : instant(lockedUntil)
	};
}
