/** Sessions: Lucia on our own tables. This file alone knows Lucia; the database holds only a hash of what the cookie holds. */
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia';
import { type Database, type Reader, readPrepared } from '#lib/db/open.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import { hashOf } from '#lib/db/receive.server.ts';
import { PLATFORM, systemActor } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Instant, instant, instantOf, later, millisecondsOf } from '#lib/kernel/instant.ts';

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<SessionAttributes, PersonAttributes>;
		DatabaseSessionAttributes: SessionAttributes;
		DatabaseUserAttributes: PersonAttributes;
	}
}

interface SessionAttributes {
	readonly device: string;
}

interface PersonAttributes {
	readonly name: string;
	readonly language: string;
}

export type Language = 'id' | 'en';

/** A session just begun: the token goes into the cookie and is kept nowhere else. */
export interface NewSession {
	readonly token: string;
	readonly expiresAt: Instant;
}

/** Who a cookie belongs to. */
export interface SignedIn {
	readonly personId: Id;
	readonly name: string;
	readonly language: Language;
	/** The hash under which the session is stored: names it, opens nothing. */
	readonly sessionId: string;
	readonly expiresAt: Instant;
	/** Whether the session was prolonged just now, so that the cookie must be set again. */
	readonly renewed: boolean;
}

/** A session lasts so long after it was last used. */
const sessionDays = 30;
const dayMs = 86_400_000;

/** Begins a session of `personId` on a browser that calls itself `device`. */
export async function createSession(db: Database, personId: Id, device: string): Promise<NewSession> {
	const session = await luciaOf(db).lucia.createSession(personId, { device });
	return { token: session.id, expiresAt: instantOf(session.expiresAt.getTime()) };
}

/** Who the token belongs to; null for one that is unknown, ended or too old. Prolongs it at most once a day. */
export async function readSession(db: Database, token: string): Promise<SignedIn | null> {
	const { lucia, adapter } = luciaOf(db);
	const { session, user } = await lucia.validateSession(token);
	if (session === null) return null;
	const { fresh, expiresAt } = session.fresh ? session : await prolong(adapter, session);
	return {
		personId: id(user.id),
		name: user.name,
		language: user.language === 'en' ? 'en' : 'id',
		sessionId: hashOf(token),
		expiresAt: instantOf(expiresAt.getTime()),
		renewed: fresh
	};
}

/** Ends the session of this browser; an unknown token is no matter. */
export async function endSession(db: Database, token: string): Promise<void> {
	await luciaOf(db).lucia.invalidateSession(token);
}

/** Ends all sessions of a person within the work, except one when named. */
export async function endSessionsOf(work: Work, personId: Id, { but = '' } = {}): Promise<void> {
	await work.trx.deleteFrom('session').where('personId', '=', personId).where('id', '<>', but).execute();
}

/** Ends one of a person's own sessions, by the hash that `sessionsOf` gives. */
export async function endOneSession(work: Work, personId: Id, sessionId: string): Promise<void> {
	await work.trx.deleteFrom('session').where('personId', '=', personId).where('id', '=', sessionId).execute();
}

/** Forgets sessions that ended by themselves. */
export async function forgetOldSessions(db: Database): Promise<void> {
	await luciaOf(db).lucia.deleteExpiredSessions();
}

/** Where a person is signed in. */
export interface OwnSession {
	readonly sessionId: string;
	readonly device: string;
	readonly since: Instant;
	/** The day of its last use, to the day. */
	readonly lastUsed: Instant;
}

/** A person's sessions, the one last used first. */
export async function sessionsOf(reader: Reader, personId: Id, now: Instant): Promise<OwnSession[]> {
	const rows = await reader
		.selectFrom('session')
		.select(['id', 'device', 'madeAt', 'expiresAt'])
		.where('personId', '=', personId)
		.where('expiresAt', '>', now)
		.orderBy('expiresAt', 'desc')
		.execute();
	return rows.map((row) => ({
		sessionId: row.id,
		device: row.device,
		since: instant(row.madeAt),
		lastUsed: later(instant(row.expiresAt), -sessionDays * dayMs)
	}));
}

/** Lucia prolongs in the second half of a session's life; people expect thirty days from the last time. */
async function prolong(
	adapter: Adapter,
	session: { id: string; expiresAt: Date }
): Promise<{ fresh: boolean; expiresAt: Date }> {
	const full = Date.now() + sessionDays * dayMs;
	if (full - session.expiresAt.getTime() < dayMs) return { fresh: false, expiresAt: session.expiresAt };
	const expiresAt = new Date(full);
	await adapter.updateSessionExpiration(session.id, expiresAt);
	return { fresh: true, expiresAt };
}

const owned = prepared((db, p: { id: string }) =>
	db
		.selectFrom('session')
		.innerJoin('person', 'person.id', 'session.personId')
		.select(['session.personId', 'session.expiresAt', 'session.device', 'person.name', 'person.language'])
		.where('session.id', '=', p.id)
		.where('person.erasedAt', 'is', null)
);

const actor = systemActor('sessions');

/** Lucia's way to our tables; every id it hands us is hashed before it is looked up or stored. */
class SessionAdapter implements Adapter {
	readonly #db: Database;

	constructor(db: Database) {
		this.#db = db;
	}

	async getSessionAndUser(sessionId: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
		const [row] = await readPrepared(this.#db, owned, { id: hashOf(sessionId) });
		if (row === undefined) return [null, null];
		const { personId, device, name, language } = row;
		const expiresAt = new Date(millisecondsOf(instant(row.expiresAt)));
		return [
			{ id: sessionId, userId: personId, expiresAt, attributes: { device } },
			{ id: personId, attributes: { name, language } }
		];
	}

	/** Lists go by `sessionsOf`: the ids that Lucia would have are not known here. */
	getUserSessions(): Promise<DatabaseSession[]> {
		return Promise.resolve([]);
	}

	async setSession({ id: sessionId, userId, expiresAt, attributes }: DatabaseSession): Promise<void> {
		await this.#write((work) =>
			work.insert('session', [
				{
					id: hashOf(sessionId),
					personId: userId,
					expiresAt: instantOf(expiresAt.getTime()),
					madeAt: work.now,
					device: attributes.device
				}
			])
		);
	}

	async updateSessionExpiration(sessionId: string, expiresAt: Date): Promise<void> {
		await this.#write(({ trx }) =>
			trx
				.updateTable('session')
				.set({ expiresAt: instantOf(expiresAt.getTime()) })
				.where('id', '=', hashOf(sessionId))
				.execute()
		);
	}

	async deleteSession(sessionId: string): Promise<void> {
		await this.#write(({ trx }) => trx.deleteFrom('session').where('id', '=', hashOf(sessionId)).execute());
	}

	async deleteUserSessions(userId: string): Promise<void> {
		await this.#write((work) => endSessionsOf(work, id(userId)));
	}

	async deleteExpiredSessions(): Promise<void> {
		await this.#write(({ trx }) => trx.deleteFrom('session').where('expiresAt', '<=', instantOf(Date.now())).execute());
	}

	async #write(fn: (work: Work) => Promise<unknown>): Promise<void> {
		await inWork(this.#db, actor, PLATFORM, fn);
	}
}

interface Sessions {
	readonly lucia: Lucia<SessionAttributes, PersonAttributes>;
	readonly adapter: Adapter;
}

const known = new WeakMap<Database, Sessions>();

function luciaOf(db: Database): Sessions {
	let sessions = known.get(db);
	if (sessions === undefined) {
		const adapter = new SessionAdapter(db);
		const lucia = new Lucia(adapter, {
			sessionExpiresIn: new TimeSpan(sessionDays, 'd'),
			getSessionAttributes: (attributes) => attributes,
			getUserAttributes: (attributes) => attributes
		});
		known.set(db, (sessions = { lucia, adapter }));
	}
	return sessions;
}
