/** People: one row a person for the whole installation, whatever roles they have. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Reader } from '#lib/db/open.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { NotFound, Refusal } from '#lib/kernel/refusal.ts';
import type { Email } from './email.ts';
import type { Phone } from './phone.ts';
import type { Language } from './sessions.server.ts';

export interface Person {
	readonly id: Id;
	readonly name: string;
	readonly phone: Phone | null;
	readonly email: Email | null;
	readonly language: Language;
	/** Whether they have chosen a password, and so have been here. */
	readonly hasPassword: boolean;
}

export interface NewPerson {
	readonly name: string;
	readonly phone: Phone | null;
	readonly email?: Email | null;
	readonly language?: Language;
}

export class PhoneTaken extends Refusal {
	readonly code = 'identity.phone-taken';

	constructor() {
		super('Another person signs in with this phone number.');
	}
}

export class EmailTaken extends Refusal {
	readonly code = 'identity.email-taken';

	constructor() {
		super('Another person signs in with this e-mail address.');
	}
}

/** Writes down a new person and gives their id. Throws PhoneTaken, EmailTaken. */
export async function registerPerson(work: Work, person: NewPerson): Promise<Id> {
	const { name, phone, email = null, language = 'id' } = person;
	const personId = work.newId();
	const row = { id: personId, name, phone, email, passwordHash: null, language, madeAt: work.now, erasedAt: null };
	const made = await work.trx
		.insertInto('person')
		.values(row)
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.executeTakeFirst();
	if (made === undefined) throw await takenBy(work, phone);
	await recordAudit(work, { action: 'person.registered', subjectType: 'person', subjectId: personId, facts: {} });
	return personId;
}

/** The refusal for a phone number or e-mail address that is someone's already. */
async function takenBy(work: Work, phone: Phone | null): Promise<Refusal> {
	if (phone === null) return new EmailTaken();
	return (await personByPhone(work.reader, phone)) === null ? new EmailTaken() : new PhoneTaken();
}

/** Throws NotFound for an unknown or erased person. */
export async function personById(reader: Reader, personId: Id): Promise<Person> {
	const row = await people(reader).where('id', '=', personId).executeTakeFirst();
	if (row === undefined) throw new NotFound('person');
	return personOf(row);
}

export async function personByPhone(reader: Reader, phone: Phone): Promise<Person | null> {
	const row = await people(reader).where('phone', '=', phone).executeTakeFirst();
	return row === undefined ? null : personOf(row);
}

/** A change of what a person says of themselves; the phone number changes only by an entry code. */
export interface PersonChange {
	readonly name?: string;
	readonly email?: Email | null;
	readonly language?: Language;
}

/** Changes a person's own data. Throws EmailTaken, NotFound. */
export async function editPerson(work: Work, personId: Id, change: PersonChange): Promise<void> {
	const { email } = change;
	if (typeof email === 'string') {
		const other = await people(work.reader).where('email', '=', email).where('id', '<>', personId).executeTakeFirst();
		if (other !== undefined) throw new EmailTaken();
	}
	const changed = await work.trx
		.updateTable('person')
		.set(change)
		.where('id', '=', personId)
		.where('erasedAt', 'is', null)
		.returning('id')
		.executeTakeFirst();
	if (changed === undefined) throw new NotFound('person');
	const facts = { fields: Object.keys(change).sort().join(' ') };
	await recordAudit(work, { action: 'person.edited', subjectType: 'person', subjectId: personId, facts });
}

function people(reader: Reader) {
	return reader
		.selectFrom('person')
		.select(['id', 'name', 'phone', 'email', 'language', 'passwordHash'])
		.where('erasedAt', 'is', null);
}

interface PersonRow {
	readonly id: string;
	readonly name: string;
	readonly phone: string | null;
	readonly email: string | null;
	readonly language: string;
	readonly passwordHash: string | null;
}

function personOf({ id: personId, phone, email, language, passwordHash, name }: PersonRow): Person {
	return {
		id: id(personId),
		name,
		phone: phone as Phone | null,
		email: email as Email | null,
		language: language === 'en' ? 'en' : 'id',
		hasPassword: passwordHash !== null
	};
}
