/** Passwords at rest: argon2id, computed outside of any work, because it takes its time on purpose. */
import { hash, type Options, verify } from '@node-rs/argon2';
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Database } from '#lib/db/open.server.ts';
import { type Actor, PLATFORM } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import type { Brand } from '#lib/kernel/brand.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound, Refusal } from '#lib/kernel/refusal.ts';
import { checkPassword, passwordMaxBytes } from './password.ts';
import { endSessionsOf } from './sessions.server.ts';
import { countTry, forgive } from './tries.server.ts';

/** What argon2id made of a password, with its salt and costs. */
export type PasswordHash = Brand<string, 'PasswordHash'>;

/** OWASP's least costs for argon2id, which is the library's default: 19 MiB, two passes, one lane. */
const costs: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of nothing that anyone knows, with the same costs: unknown accounts take as long as known ones. */
const decoy = '$argon2id$v=19$m=19456,t=2,p=1$a7IpWXjZYrnhGL9Uaekk2w$q+Xnk9XuVNhPObrLRGkfzxomRjjKHs6ZHzmSqObShcA';

/** The current password that was typed is not the person's. */
export class PasswordWrong extends Refusal {
	readonly code = 'identity.password-wrong';

	constructor() {
		super('The current password is another.');
	}
}

/** Throws the refusals of `checkPassword`. `own` holds words that the password may not be: name, phone, e-mail. */
export async function hashPassword(password: string, own: readonly string[] = []): Promise<PasswordHash> {
	checkPassword(password, own);
	return (await hash(password, costs)) as PasswordHash;
}

/** Whether `password` is the one behind `stored`; takes the same time when there is none. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
	const bounded = Buffer.from(password, 'utf8').subarray(0, passwordMaxBytes + 1);
	const isRight = await verify(stored ?? decoy, bounded, costs);
	return isRight && stored !== null;
}

/** Gives a person this password. Throws NotFound. */
export async function setPassword(work: Work, personId: Id, passwordHash: PasswordHash): Promise<void> {
	const changed = await work.trx
		.updateTable('person')
		.set({ passwordHash })
		.where('id', '=', personId)
		.where('erasedAt', 'is', null)
		.returning('id')
		.executeTakeFirst();
	if (changed === undefined) throw new NotFound('person');
	await recordAudit(work, { action: 'password.set', subjectType: 'person', subjectId: personId, facts: {} });
}

export interface PasswordChange {
	readonly personId: Id;
	readonly current: string;
	readonly next: string;
	/** The session that asks, which goes on; all others end. */
	readonly sessionId: string;
	/** Where it comes from. */
	readonly address: string;
}

/**
 * A person's own change of password. Throws PasswordWrong, SignInLocked (a borrowed phone must not be a place to guess),
 * AddressLocked, and the refusals of `checkPassword`.
 */
export async function changePassword(db: Database, actor: Actor, change: PasswordChange): Promise<void> {
	const { personId, current, next, sessionId, address } = change;
	const tryer = { account: `change ${personId}`, address };
	await inWork(db, actor, PLATFORM, (work) => countTry(work, tryer));
	const person = await db.reader
		.selectFrom('person')
		.select(['passwordHash', 'name', 'phone', 'email'])
		.where('id', '=', personId)
		.executeTakeFirst();
	if (!(await isPassword(person?.passwordHash ?? null, current))) throw new PasswordWrong();
	const passwordHash = await hashPassword(next, ownWords(person));
	await inWork(db, actor, PLATFORM, async (work) => {
		await setPassword(work, personId, passwordHash);
		await endSessionsOf(work, personId, { but: sessionId });
		await forgive(work, tryer);
	});
}

/** What a person's password may not be, because others know it. */
export function ownWords(
	person: { readonly name: string; readonly phone: string | null; readonly email: string | null } | undefined
): string[] {
	return [person?.name, person?.phone, person?.email].filter((word) => typeof word === 'string');
}
