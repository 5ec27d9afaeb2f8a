/** Licences and the bank account; the group's page and first steps, seen from elsewhere. */
import { beforeAll, describe, expect, test } from 'vitest';
import { auditTrail } from '#lib/audit/trail.server.ts';
import { parseAccountNumber } from '#lib/groups/bank-account.ts';
import { bankAccountOf, readBankAccount, setBankAccount } from '#lib/groups/bank-account.server.ts';
import { editGroup, editSettings } from '#lib/groups/edit-group.server.ts';
import { addLicence, licencesOf, withdrawLicence } from '#lib/groups/licences.server.ts';
import { groupOf } from '#lib/groups/queries.server.ts';
import { notBegun } from '#lib/groups/readiness.ts';
import { markStep } from '#lib/groups/ready.server.ts';
import { plainSettings } from '#lib/groups/settings.ts';
import { present } from '#lib/kernel/assert.ts';
import { day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { nobody, seals, type Village, village, worksOf } from '#tests/support/village.ts';

let db: TestDatabase;
let v: Village;
let inMelati: ReturnType<typeof worksOf>;
let inKenanga: ReturnType<typeof worksOf>;
let inNone: ReturnType<typeof worksOf>;

const account = {
	bank: 'BRI',
	holder: 'Kube Melati',
	number: present(parseAccountNumber('0123-01-012345-53-6'), 'a number')
};
const nib = { kind: 'nib', number: '1234567890123', holder: 'Kube Melati' } as const;

beforeAll(async () => {
	db = await freshDatabase();
	v = await village(db);
	inMelati = worksOf(db, v.melati, v.ani);
	inKenanga = worksOf(db, v.kenanga, v.lina);
	inNone = worksOf(db, { ...v.kenanga, tenant: { kind: 'group', id: nobody } }, v.lina);
});

describe('licences', () => {
	const others = async () => (await licencesOf(db.reader, v.melati.groupId)).filter(({ kind }) => kind !== 'halal');

	test('are listed by kind, ended ones too, until they are withdrawn', async () => {
		const expired = {
			kind: 'p-irt',
			number: '206727101000129',
			holder: 'Bu Sari',
			issuedOn: day('2020-01-01'),
			expiresOn: day('2025-01-01')
		} as const;
		const [first, second] = [
			await inMelati((work) => addLicence(work, nib)),
			await inMelati((work) => addLicence(work, expired))
		];
		expect(await others()).toEqual([
			{ ...nib, id: first, issuedOn: null, expiresOn: null, productId: null, fileId: null },
			{ ...expired, id: second, productId: null, fileId: null }
		]);
		await inMelati((work) => withdrawLicence(work, second));
		expect((await others()).map(({ id }) => id)).toEqual([first]);
		await expect(inMelati((work) => withdrawLicence(work, second))).rejects.toThrow(NotFound);
	});
});

describe('the bank account', () => {
	test('is one at a time; its number is sealed, and read only with a trace', async () => {
		const first = await inMelati((work) => setBankAccount(work, seals, account));
		db.pass(1000);
		const second = await inMelati((work) => setBankAccount(work, seals, { ...account, bank: 'BNI' }));
		expect(await bankAccountOf(db.reader, v.melati.groupId)).toEqual({
			id: second,
			bank: 'BNI',
			holder: 'Kube Melati',
			lastDigits: '5536',
			validFrom: db.clock()
		});
		const rows = await db.reader
			.selectFrom('bankAccount')
			.selectAll()
			.where('groupId', '=', v.melati.groupId)
			.execute();
		expect(rows.map(({ id, validTo }) => [id, validTo === null])).toContainEqual([first, false]);
		expect(JSON.stringify(rows)).not.toContain('01230101234');
		expect(await inMelati((work) => readBankAccount(work, seals, second))).toBe('012301012345536');
		const { entries } = await auditTrail(db.reader, v.melati.groupId, { limit: 1 });
		expect(entries).toMatchObject([{ action: 'bank-account.read', subjectId: second, actorName: 'Bu Ani', facts: {} }]);
	});

	test('is none for a group that has told none', async () => {
		expect(await bankAccountOf(db.reader, v.kenanga.groupId)).toBeNull();
	});
});

test('the first steps are marked one by one', async () => {
	expect((await groupOf(db.reader, v.melati.groupId)).readiness).toEqual(notBegun);
	await inMelati((work) => markStep(work, 'goods', 'done'));
	await inMelati((work) => markStep(work, 'debts', 'skipped'));
	expect((await groupOf(db.reader, v.melati.groupId)).readiness).toEqual({
		...notBegun,
		goods: 'done',
		debts: 'skipped'
	});
});

const own: { licence?: Id; account?: Id } = {};

beforeAll(async () => {
	own.licence = await inMelati((work) => addLicence(work, { ...nib, kind: 'halal' }));
	own.account = await inMelati((work) => setBankAccount(work, seals, account));
});

otherGroup('readBankAccount', {
	owner: () => inMelati((work) => readBankAccount(work, seals, present(own.account, 'account'))),
	other: () => inKenanga((work) => readBankAccount(work, seals, present(own.account, 'account'))),
	random: () => inKenanga((work) => readBankAccount(work, seals, nobody))
});

const hasAccount = async (groupId: Id) => (await bankAccountOf(db.reader, groupId)) !== null;

otherGroup('bankAccountOf', {
	owner: () => hasAccount(v.melati.groupId),
	other: () => hasAccount(v.kenanga.groupId),
	random: () => hasAccount(nobody)
});

const hasLicence = async (groupId: Id) => (await licencesOf(db.reader, groupId)).some(({ id }) => id === own.licence);

otherGroup('licencesOf', {
	owner: () => hasLicence(v.melati.groupId),
	other: () => hasLicence(v.kenanga.groupId),
	random: () => hasLicence(nobody)
});

/** What `look` sees of Melati after `act`, whether or not that was refused. */
async function after(act: Promise<unknown>, look: () => Promise<unknown>): Promise<unknown> {
	await act.catch((refused: unknown) => refused);
	return look();
}

const story = async () => (await groupOf(db.reader, v.melati.groupId)).story;
const settings = async () => (await groupOf(db.reader, v.melati.groupId)).settings.tax;
const prices = async () => (await groupOf(db.reader, v.melati.groupId)).readiness.prices;
const holders = async () => (await licencesOf(db.reader, v.melati.groupId)).some(({ holder }) => holder === 'Uji');
const bank = async () => (await bankAccountOf(db.reader, v.melati.groupId))?.bank;

otherGroup('editGroup', {
	owner: () =>
		after(
			inMelati((work) => editGroup(work, { story: 'Milik kami' })),
			story
		).finally(() => inMelati((work) => editGroup(work, { story: '' }))),
	other: () =>
		after(
			inKenanga((work) => editGroup(work, { story: 'Milik mereka' })),
			story
		),
	random: () =>
		after(
			inNone((work) => editGroup(work, { story: 'Milik siapa' })),
			story
		)
});

otherGroup('editSettings', {
	owner: () =>
		after(
			inMelati((work) => editSettings(work, { ...plainSettings, tax: true })),
			settings
		).finally(() => inMelati((work) => editSettings(work, plainSettings))),
	other: () =>
		after(
			inKenanga((work) => editSettings(work, { ...plainSettings, tax: true })),
			settings
		),
	random: () =>
		after(
			inNone((work) => editSettings(work, { ...plainSettings, tax: true })),
			settings
		)
});

otherGroup('markStep', {
	owner: () =>
		after(
			inMelati((work) => markStep(work, 'prices', 'done')),
			prices
		).finally(() => inMelati((work) => markStep(work, 'prices', 'open'))),
	other: () =>
		after(
			inKenanga((work) => markStep(work, 'prices', 'done')),
			prices
		),
	random: () =>
		after(
			inNone((work) => markStep(work, 'prices', 'done')),
			prices
		)
});

describe('a licence for one product', () => {
	const halalFor = (productId: Id) => ({ ...nib, kind: 'halal', holder: 'Kue', productId }) as const;

	test("is for a product of the group; another group's is not there, nor one that nobody has", async () => {
		const { productId } = v.kue;
		const licence = await inKenanga((work) => addLicence(work, halalFor(productId)));
		expect(await licencesOf(db.reader, v.kenanga.groupId)).toContainEqual(
			expect.objectContaining({ id: licence, productId })
		);
		const [others, unknown] = [halalFor(v.beras.productId), halalFor(nobody)];
		await expect(inKenanga((work) => addLicence(work, others))).rejects.toEqual(new NotFound('product'));
		await expect(inKenanga((work) => addLicence(work, unknown))).rejects.toEqual(new NotFound('product'));
		await expect(inKenanga((work) => addLicence(work, { ...nib, fileId: nobody }))).rejects.toEqual(
			new NotFound('file')
		);
	});
});

otherGroup('addLicence', {
	owner: async () => {
		const licence = await inMelati((work) => addLicence(work, { ...nib, holder: 'Uji' }));
		const seen = await holders();
		await inMelati((work) => withdrawLicence(work, licence));
		return seen;
	},
	other: () =>
		after(
			inKenanga((work) => addLicence(work, { ...nib, holder: 'Uji' })),
			holders
		),
	random: () =>
		after(
			inNone((work) => addLicence(work, { ...nib, holder: 'Uji' })),
			holders
		)
});

otherGroup('setBankAccount', {
	owner: () =>
		after(
			inMelati((work) => setBankAccount(work, seals, { ...account, bank: 'BSI' })),
			bank
		).finally(() => inMelati((work) => setBankAccount(work, seals, account))),
	other: () =>
		after(
			inKenanga((work) => setBankAccount(work, seals, { ...account, bank: 'BSI' })),
			bank
		),
	random: () =>
		after(
			inNone((work) => setBankAccount(work, seals, { ...account, bank: 'BSI' })),
			bank
		)
});

otherGroup('withdrawLicence', {
	owner: () => inMelati((work) => withdrawLicence(work, present(own.licence, 'licence'))),
	other: () => inKenanga((work) => withdrawLicence(work, present(own.licence, 'licence'))),
	random: () => inKenanga((work) => withdrawLicence(work, nobody))
});
