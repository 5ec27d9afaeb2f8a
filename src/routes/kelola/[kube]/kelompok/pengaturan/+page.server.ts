/** What a group has switched on beyond selling. */
import * as v from 'valibot';
import { editSettings } from '#lib/groups/edit-group.server.ts';
import { priceMax } from '#lib/kernel/rupiah.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { optionalWeightPattern, rupiahField, ticked } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { m } from '#texts/messages.js';
import type { Actions, PageServerLoad } from './$types';

const SettingsForm = v.object({
	shifts: ticked,
	denominations: ticked,
	pins: ticked,
	secondPerson: ticked,
	tax: ticked,
	agent: ticked,
	receiptCodes: ticked,
	card: ticked,
	weightCode: optionalWeightPattern,
	creditLimit: rupiahField(priceMax),
	cashierDiscount: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.regex(/^(\d{1,2}|100)$/, () => m.office_setting_discount_wrong()),
		v.transform(Number)
	)
});

export const load: PageServerLoad = async (event) => {
	const { group } = await requireGroup(event, 'group.edit');
	return { settings: group.settings };
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(event, 'group.edit', SettingsForm, (work, settings) => editSettings(work, settings)),
			() => event.url.pathname
		)
};
