/** Adding a product by hand. */
import { addProduct } from '#lib/catalog/add-product.server.ts';
import { membersOf } from '#lib/groups/people.server.ts';
import { priceMax } from '#lib/kernel/rupiah.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { optionalRupiahField } from '#lib/web/fields.ts';
import { withLines } from '#lib/web/line-fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { productEntries, productOf } from '../product-form.ts';
import { newUnits, unitField, UnitLineForm } from '../unit-lines.ts';
import type { Actions, PageServerLoad } from './$types';

const NewProductForm = withLines(
	{ ...productEntries, normalUnit: unitField, price: optionalRupiahField(priceMax) },
	'lines',
	UnitLineForm
);

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, db } = await requireGroup(event, 'catalog.edit');
	const members = (await membersOf(reader, groupId, db.clock())).filter((member) => member.leftOn === null);
	return { owners: members.map(({ id, name }) => ({ value: id, label: name })) };
};

export const actions: Actions = {
	default: async (event) =>
		onward(
			await answer(event, 'catalog.edit', NewProductForm, async (work, { normalUnit, price, lines, ...product }) => {
				const own = { unit: normalUnit, factor: null, price };
				const others = lines.map(({ line }) => line);
				const units = newUnits([own, ...others], normalUnit, normalUnit);
				const { number } = await addProduct(work, { ...productOf(product), normalUnit, units });
				return { number };
			}),
			({ number }) => `/kelola/${event.params.kube}/barang/${number}`
		)
};
