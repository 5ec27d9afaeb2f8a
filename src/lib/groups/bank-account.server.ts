/** The group's own bank account: its number is sealed, and reading it is recorded. */
import { recordAudit } from '#lib/audit/record.server.ts';
import type { Reader } from '#lib/db/open.server.ts';
import type { Place, Seals } from '#lib/db/seal.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { assert } from '#lib/kernel/assert.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type Instant, instant } from '#lib/kernel/instant.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { type AccountNumber, parseAccountNumber } from './bank-account.ts';

export interface NewBankAccount {
	/** As the bank calls itself. */
	readonly bank: string;
	readonly holder: string;
	readonly number: AccountNumber;
}

export interface BankAccount {
	readonly id: Id;
	readonly bank: string;
	readonly holder: string;
	readonly lastDigits: string;
	readonly validFrom: Instant;
}

/** Sets the account that the group is paid on from now on; the one before it ends. */
export async function setBankAccount(work: Work, seals: Seals, { bank, holder, number }: NewBankAccount): Promise<Id> {
	const { trx, groupId, now } = work;
	await trx
		.updateTable('bankAccount')
		.set({ validTo: now })
		.where('groupId', '=', groupId)
		.where('validTo', 'is', null)
		.execute();
	const accountId = work.newId();
	const numberCipher = seals.seal(number, placeOf(groupId, accountId));
	const row = { bank, holder, numberCipher, lastDigits: number.slice(-4), validFrom: now, validTo: null };
	await work.insert('bankAccount', [{ groupId, id: accountId, ...row }]);
	await recordAudit(work, {
		action: 'bank-account.set',
		subjectType: 'bank-account',
		subjectId: accountId,
		facts: { bank }
	});
	return accountId;
}

/** The account's number in full; that it was read is recorded. Throws NotFound. */
export async function readBankAccount(work: Work, seals: Seals, accountId: Id): Promise<AccountNumber> {
	const { trx, groupId } = work;
	const row = await trx
		.selectFrom('bankAccount')
		.select('numberCipher')
		.where('groupId', '=', groupId)
		.where('id', '=', accountId)
		.executeTakeFirst();
	if (row === undefined) throw new NotFound('bank account');
	await recordAudit(work, {
		action: 'bank-account.read',
		subjectType: 'bank-account',
		subjectId: accountId,
		facts: {}
	});
	const number = parseAccountNumber(seals.open(row.numberCipher, placeOf(groupId, accountId)));
	assert(number !== null, 'a sealed account number is none');
	return number;
}

/** The account that the group is paid on now, or null. */
export async function bankAccountOf(reader: Reader, groupId: Id): Promise<BankAccount | null> {
	const row = await reader
		.selectFrom('bankAccount')
		.select(['id', 'bank', 'holder', 'lastDigits', 'validFrom'])
		.where('groupId', '=', groupId)
		.where('validTo', 'is', null)
		.executeTakeFirst();
	return row === undefined ? null : { ...row, id: id(row.id), validFrom: instant(row.validFrom) };
}

function placeOf(groupId: Id, accountId: Id): Place {
	return { table: 'bank_account', tenantId: groupId, rowId: accountId, column: 'number_cipher' };
}
