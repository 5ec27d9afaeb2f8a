/** Founding an office: first the region it serves, then its name. */
import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { PLATFORM } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { fitsRegion, officeLevels } from '#lib/identity/office.ts';
import { foundOffice } from '#lib/identity/offices.server.ts';
import { findOfficeRegions } from '#lib/regions/office-regions.server.ts';
import { regionAt } from '#lib/regions/queries.server.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { answerForm, once } from '#lib/web/answer.server.ts';
import { needed } from '#lib/web/fields.ts';
import { foundOr404 } from '#lib/web/found.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { m } from '#texts/messages.js';
import type { Actions, PageServerLoad } from './$types';

const Form = v.object({ name: needed(120), region: needed(10) });

export const load: PageServerLoad = async (event) => {
	const { reader } = requireAnywhere(event, 'office.found');
	const { searchParams } = event.url;
	const code = searchParams.get('wilayah');
	if (code !== null) return { region: await foundOr404(regionAt(reader, code)) };
	const query = searchParams.get('cari') ?? '';
	const found = query === '' ? [] : await findOfficeRegions(query);
	return { region: null, query, regions: found.map((region) => ({ code: region.code, text: region.name })) };
};

export const actions: Actions = {
	default: async (event) => {
		const { db, reader, actor } = requireAnywhere(event, 'office.found');
		const done = await answerForm(event, Form, async ({ name, region: code }, fields) => {
			const region = await foundOr404(regionAt(reader, code));
			const isCity = region.name.startsWith('Kota ');
			const level = officeLevels.find((known) => fitsRegion(known, code) && (known !== 'city' || isCity));
			if (level === undefined) error(404, m.web_not_found());
			return inWork(db, actor, PLATFORM, (work) =>
				once(work, event, fields, () => foundOffice(work, { name, level, regionCode: code }))
			);
		});
		return onward(done, (officeId) => `/dinsos/kantor/${officeId}`);
	}
};
