/** Founding an agency: first where it is, then its name. */
import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { foundAgency } from '#lib/identity/offices.server.ts';
import { regionPath, regionPaths, searchRegions } from '#lib/regions/queries.server.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { answerForm } from '#lib/web/answer.server.ts';
import { idField, needed } from '#lib/web/fields.ts';
import { foundOr404 } from '#lib/web/found.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { m } from '#texts/messages.js';
import { formMessage } from '../../form-message.ts';
import { regionsOf, serves } from '../../reach.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Form = v.object({ kiriman: idField, name: needed(120), region: needed(20) });

export const load: PageServerLoad = async (event) => {
	const { reader, grants } = requireAnywhere(event, 'agency.found');
	const { searchParams } = event.url;
	const code = searchParams.get('wilayah');
	if (code !== null) {
		if (!serves(grants, code)) error(404, m.web_not_found());
		const { text } = await foundOr404(regionPath(reader, code));
		return { region: { code, text } };
	}
	const query = searchParams.get('cari') ?? '';
	const lists = await Promise.all(regionsOf(grants).map((within) => searchRegions(reader, query, { within })));
	const codes = lists.flat().map((region) => region.code);
	const paths = await regionPaths(reader, codes);
	return { region: null, query, regions: codes.map((each) => ({ code: each, text: paths.get(each)?.text ?? each })) };
};

export const actions: Actions = {
	default: async (event) => {
		const { db, actor, grants } = requireAnywhere(event, 'agency.found');
		const done = await answerForm(event, Form, (typed) => {
			const { kiriman, name, region: regionCode } = typed;
			if (!serves(grants, regionCode)) error(404, m.web_not_found());
			return foundAgency(db, actor, { name, regionCode }, formMessage(kiriman, typed));
		});
		return onward(done, () => '/dinsos/instansi');
	}
};
