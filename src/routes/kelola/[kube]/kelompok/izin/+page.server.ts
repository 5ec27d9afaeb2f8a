/** The licences of a group: which there are, until when they hold, adding and withdrawing. */
import * as v from 'valibot';
import { productsOf } from '#lib/catalog/queries.server.ts';
import { isLicenceProblem, licenceKinds, parseLicenceNumber } from '#lib/groups/licence.ts';
import { licenceProblemText } from '#lib/groups/licence-name.ts';
import { addLicence, licencesOf, withdrawLicence } from '#lib/groups/licences.server.ts';
import { parseDay } from '#lib/kernel/day.ts';
import { isId } from '#lib/kernel/id.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { idField, needed, oneOf, optionalText } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { m } from '#texts/messages.js';
import type { Actions, PageServerLoad } from './$types';

const textMax = 80;
const dayMax = 10;
const productsMax = 200;

const LicenceForm = v.pipe(
	v.object({
		kind: oneOf(licenceKinds),
		number: needed(textMax),
		holder: needed(textMax),
		issuedOn: optionalText(dayMax),
		expiresOn: optionalText(dayMax),
		product: optionalText(textMax)
	}),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const { kind, holder, issuedOn, expiresOn, product } = dataset.value;
		const number = parseLicenceNumber(kind, dataset.value.number);
		const end = parseDay(expiresOn);
		const problem = (key: 'number' | 'expiresOn', message: string): typeof NEVER => {
			addIssue({ message, path: [{ type: 'unknown', origin: 'value', input: dataset.value, key, value: null }] });
			return NEVER;
		};
		if (isLicenceProblem(number)) return problem('number', licenceProblemText(number));
		// Without its last day the till could never say that a check is due.
		if (kind === 'tera' && end === null) return problem('expiresOn', m.groups_licence_problem_tera_end());
		const productId = kind !== 'tera' && isId(product) ? product : null;
		return { kind, number, holder, issuedOn: parseDay(issuedOn), expiresOn: end, productId };
	})
);

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, db, today, can } = await requireGroup(event, 'group.read');
	const [licences, { products }] = await Promise.all([
		licencesOf(reader, groupId),
		productsOf(reader, groupId, { at: db.clock(), limit: productsMax })
	]);
	return {
		today,
		licences,
		products: products.map(({ id, name }) => ({ value: id, label: name })),
		mayEdit: can('licences.edit')
	};
};

export const actions: Actions = {
	tambah: async (event) =>
		onward(
			await answer(event, 'licences.edit', LicenceForm, (work, licence) => addLicence(work, licence)),
			() => event.url.pathname
		),
	pencabutan: async (event) =>
		onward(
			await answer(event, 'licences.edit', v.object({ id: idField }), (work, { id }) => withdrawLicence(work, id)),
			() => event.url.pathname
		)
};
