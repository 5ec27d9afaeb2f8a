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

/** Wrong too often for one account; said alike of accounts that exist and those that do not. */
export class SignInLocked extends Refusal {
	readonly code = 'identity.sign-in-locked';
	readonly minutes: number;

	constructor(minutes: number) {
		super(`Too many wrong tries; wait ${minutes} minutes.`);
		this.minutes = minutes;
	}
}

/** Wrong too often from one address, whatever the accounts. */
export class AddressLocked extends Refusal {
	readonly code = 'identity.address-locked';
	readonly minutes: number;

	constructor(minutes: number) {
		super(`Too many wrong tries from this address; wait ${minutes} minutes.`);
		this.minutes = minutes;
	}
}

/** Who tries: an account, by whatever text names it, and the address it comes from. */
export interface Tryer {
	readonly account: string;
	readonly address: string;
}

/**
 * Counts a try as failed before it is made, so that many at once are counted too; `forgive` takes it back. Throws
 * SignInLocked, AddressLocked, and counts nothing then.
 */
export async function countTry(work: Work, tryer: Tryer): Promise<void> {
	const [account, address] = doorsOf(tryer);
	const [ofAccount, ofAddress] = [await triesOf(work, account.key), await triesOf(work, address.key)];
	const minutes = minutesLocked(ofAccount, work.now);
	if (minutes > 0) throw new SignInLocked(minutes);
	const minutesOfAll = minutesLocked(ofAddress, work.now);
	if (minutesOfAll > 0) throw new AddressLocked(minutesOfAll);
	await keep(work, account.key, afterFailure(ofAccount, account.limit, work.now));
	await keep(work, address.key, afterFailure(ofAddress, address.limit, work.now));
}

async function keep({ trx }: Work, key: string, tries: Tries): Promise<void> {
	await trx
		.insertInto('signInAttempt')
		.values({ key, ...tries })
		.onConflict((conflict) => conflict.column('key').doUpdateSet(tries))
		.execute();
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
