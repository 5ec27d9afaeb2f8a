/** The tills of a group as they are read. */
import type { Reader } from '#lib/db/open.server.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { type Numbers, readNumbers } from './numbers.ts';

export interface EnrolledTill {
	readonly id: Id;
	readonly code: string;
	readonly name: string;
	readonly personId: Id;
	readonly enrolledAt: Instant;
	readonly revokedAt: Instant | null;
	/** Since when a person must decide about it. */
	readonly frozenAt: Instant | null;
	/** When the server last heard of it. */
	readonly seenAt: Instant | null;
	/** As JWK text; null for a till of the program itself. */
	readonly publicKey: string | null;
	readonly numbers: Numbers;
}

/** How the server sees a till: `frozen` when two phones wrote under it, `revoked` when its permission was taken back. */
export type Standing = 'open' | 'frozen' | 'revoked';

export function standingOf(till: Pick<EnrolledTill, 'revokedAt' | 'frozenAt'>): Standing {
	if (till.revokedAt !== null) return 'revoked';
	return till.frozenAt === null ? 'open' : 'frozen';
}

/** A group's tills by code, revoked ones too. */
export async function tillsOf(reader: Reader, groupId: Id): Promise<EnrolledTill[]> {
	const rows = await reader.selectFrom('enrolment').selectAll().where('groupId', '=', groupId).orderBy('madeAt').execute(); // prettier-ignore
	return rows.map(tillFrom);
}

/** Throws NotFound. */
export async function tillById(reader: Reader, groupId: Id, enrolmentId: Id): Promise<EnrolledTill> {
	const row = await reader.selectFrom('enrolment').selectAll().where('groupId', '=', groupId).where('id', '=', enrolmentId).executeTakeFirst(); // prettier-ignore
	if (row === undefined) throw new NotFound('till');
	return tillFrom(row);
}

interface Row {
	readonly id: string;
	readonly code: string;
	readonly name: string;
	readonly personId: string;
	readonly madeAt: string;
	readonly revokedAt: string | null;
	readonly frozenAt: string | null;
	readonly seenAt: string | null;
	readonly publicKey: string | null;
	readonly numbers: string;
}

function tillFrom(row: Row): EnrolledTill {
	return {
		id: id(row.id),
		code: row.code,
		name: row.name,
		personId: id(row.personId),
		enrolledAt: instant(row.madeAt),
		revokedAt: row.revokedAt === null ? null : instant(row.revokedAt),
		frozenAt: row.frozenAt === null ? null : instant(row.frozenAt),
		seenAt: row.seenAt === null ? null : instant(row.seenAt),
		publicKey: row.publicKey,
		numbers: readNumbers(row.numbers)
	};
}
