/** The first person of an installation, who lets in all others. */
import type { Seals } from '#lib/db/seal.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { id, type Id } from '#lib/kernel/id.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import { type EntryCode, makeEntryCode } from './entry-codes.server.ts';
import type { Office } from './offices.server.ts';
import { registerPerson } from './people.server.ts';
import type { Phone } from './phone.ts';
import { grantRole } from './roles.server.ts';

/** Someone administers this installation already; a link comes from them, not from the machine. */
export class AdministratorThere extends Refusal {
	readonly code = 'identity.administrator-there';

	constructor() {
		super('This installation has an administrator, who makes the links for others.');
	}
}

export interface FirstAdministrator {
	readonly name: string;
	readonly phone: Phone;
	/** The office that the person runs as well. */
	readonly office: Pick<Office, 'id' | 'regionCode'>;
}

/** Registers the first administrator and gives their one-time link. Throws AdministratorThere, PhoneTaken. */
export async function inviteFirstAdministrator(
	work: Work,
	seals: Seals,
	first: FirstAdministrator
): Promise<EntryCode> {
	if ((await administratorOf(work)) !== null) throw new AdministratorThere();
	const { name, phone, office } = first;
	const personId = await registerPerson(work, { name, phone });
	const platform = { scope: 'platform', scopeId: 'platform', regionCode: '' } as const;
	await grantRole(work, { personId, role: 'administrator', ...platform });
	const place = { scope: 'office', scopeId: office.id, regionCode: office.regionCode } as const;
	await grantRole(work, { personId, role: 'office-admin', ...place });
	return makeEntryCode(work, seals, { personId });
}

/** Another link for the first administrator, as long as no administrator has ever come in. Throws AdministratorThere. */
export async function inviteAgain(work: Work, seals: Seals): Promise<EntryCode> {
	const first = await administratorOf(work);
	if (first?.passwordHash !== null) throw new AdministratorThere();
	return makeEntryCode(work, seals, { personId: first.personId });
}

/** The administrator who came in, or else the first that was invited; null when there is none. */
async function administratorOf({ trx }: Work): Promise<{ personId: Id; passwordHash: string | null } | null> {
	const rows = await trx
		.selectFrom('roleGrant')
		.innerJoin('person', 'person.id', 'roleGrant.personId')
		.select(['personId', 'passwordHash'])
		.where('role', '=', 'administrator')
		.where('validTo', 'is', null)
		.orderBy('validFrom')
		.execute();
	const row = rows.find(({ passwordHash }) => passwordHash !== null) ?? rows[0];
	return row === undefined ? null : { personId: id(row.personId), passwordHash: row.passwordHash };
}
