/** The group's bank account: masked, read in full only on asking, which is written down. */
import * as v from 'valibot';
import { parseAccountNumber } from '#lib/groups/bank-account.ts';
import { bankAccountOf, readBankAccount, setBankAccount } from '#lib/groups/bank-account.server.ts';
import { editStaticQris, staticQrisOf } from '#lib/groups/static-qris.server.ts';
import { readStaticQris } from '#lib/payments/qris.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { idField, needed, optionalText } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { m } from '#texts/messages.js';
import type { Actions, PageServerLoad } from './$types';

const textMax = 80;
const numberMax = 30;
const qrisMax = 512;

const AccountForm = v.object({
	bank: needed(textMax),
	holder: needed(textMax),
	number: v.pipe(
		needed(numberMax),
		v.rawTransform(({ dataset, addIssue, NEVER }) => {
			const number = parseAccountNumber(dataset.value);
			if (number !== null) return number;
			addIssue({ message: m.office_account_number_wrong() });
			return NEVER;
		})
	)
});

/** The text of a static QRIS, which any scanner shows; left empty, the group has none. */
const QrisForm = v.object({ qris: optionalText(qrisMax) });

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, can } = await requireGroup(event, 'bank.read');
	const [account, qris] = await Promise.all([bankAccountOf(reader, groupId), staticQrisOf(reader, groupId)]);
	return { account, qris: qris === null ? null : readStaticQris(qris), mayEdit: can('bank.edit') };
};

export const actions: Actions = {
	// Not sent on to another page: the number is shown in this answer alone.
	lihat: async (event) =>
		answer(event, 'bank.read', v.object({ id: idField }), async (work, { id }) => ({
			read: await readBankAccount(work, theApp().seals, id)
		})),
	qris: async (event) =>
		onward(
			await answer(event, 'bank.edit', QrisForm, (work, { qris }) =>
				editStaticQris(work, qris === '' ? null : readStaticQris(qris).text)
			),
			() => event.url.pathname
		),
	simpan: async (event) =>
		onward(
			await answer(event, 'bank.edit', AccountForm, (work, account) => setBankAccount(work, theApp().seals, account)),
			() => event.url.pathname
		)
};
