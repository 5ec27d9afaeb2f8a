/** Signing in by phone number or e-mail address, and a password. */
import type { Database, Reader } from '#lib/db/open.server.ts';
import { PLATFORM, systemActor } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import { type Login, loginKey, parseLogin } from './login.ts';
import { isPassword } from './password.server.ts';
import { createSession, type NewSession } from './sessions.server.ts';
import { countTry, forgive } from './tries.server.ts';

/** Wrong, without saying whether the account or the password. */
export class SignInWrong extends Refusal {
	readonly code = 'identity.sign-in-wrong';

	constructor() {
		super('The phone number or the password is wrong.');
	}
}

export interface SignIn {
	/** A phone number or an e-mail address, as typed. */
	readonly login: string;
	readonly password: string;
	/** Where it comes from. */
	readonly address: string;
	/** What the browser calls itself. */
	readonly device: string;
}

export interface Entered extends NewSession {
	readonly personId: Id;
}

const actor = systemActor('sign-in');

export interface PasswordTry {
	readonly personId: Id;
	readonly password: string;
	/** Where it comes from. */
	readonly address: string;
}

/** Whether a password is this person's, under the limits of signing in. Throws SignInLocked, AddressLocked. */
export async function isPasswordOf(db: Database, { personId, password, address }: PasswordTry): Promise<boolean> {
	const person = await db.reader
		.selectFrom('person')
		.select('passwordHash')
		.where('id', '=', personId)
		.where('erasedAt', 'is', null)
		.executeTakeFirst();
	const tryer = { account: personId, address };
	await inWork(db, actor, PLATFORM, (work) => countTry(work, tryer));
	const isRight = await isPassword(person?.passwordHash ?? null, password);
	if (isRight) await inWork(db, actor, PLATFORM, (work) => forgive(work, tryer));
	return isRight;
}

/** Begins a session. Throws SignInWrong, SignInLocked, AddressLocked; none tells whether such a person exists. */
export async function signIn(db: Database, { login, password, address, device }: SignIn): Promise<Entered> {
	const person = await accountOf(db.reader, parseLogin(login));
	const tryer = { account: person?.id ?? loginKey(login), address };
	await inWork(db, actor, PLATFORM, (work) => countTry(work, tryer));
	const isRight = await isPassword(person?.passwordHash ?? null, password);
	if (person === null || !isRight) throw new SignInWrong();
	await inWork(db, actor, PLATFORM, (work) => forgive(work, tryer));
	const personId = id(person.id);
	return { personId, ...(await createSession(db, personId, device)) };
}

interface Account {
	readonly id: string;
	readonly passwordHash: string | null;
}

async function accountOf(reader: Reader, login: Login | null): Promise<Account | null> {
	if (login === null) return null;
	const accounts = reader.selectFrom('person').select(['id', 'passwordHash']).where('erasedAt', 'is', null);
	const found =
		'phone' in login ? accounts.where('phone', '=', login.phone) : accounts.where('email', '=', login.email);
	return (await found.executeTakeFirst()) ?? null;
}
