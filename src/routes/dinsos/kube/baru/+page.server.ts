/** Founding a group: first its village, then everything else on one page. */
import { error } from '@sveltejs/kit';
import { type Founded, foundGroup } from '#lib/groups/found.server.ts';
import { dayOf } from '#lib/kernel/day.ts';
import { isRegionCode, levelOf } from '#lib/regions/place.ts';
import { regionPath, regionPaths, searchRegions } from '#lib/regions/queries.server.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { answerForm } from '#lib/web/answer.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { foundOr404 } from '#lib/web/found.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { m } from '#texts/messages.js';
import { formMessage } from '../../form-message.ts';
import { regionsOf, serves } from '../../reach.server.ts';
import { FoundingForm, foundingOf } from './founding-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

const villageLevel = 4;

export const load: PageServerLoad = async (event) => {
	const { db, reader, grants } = requireAnywhere(event, 'group.found');
	const { searchParams } = event.url;
	const code = searchParams.get('desa');
	if (code === null) {
		const query = searchParams.get('cari') ?? '';
		const lists = regionsOf(grants).map((within) => searchRegions(reader, query, { level: villageLevel, within }));
		const found = (await Promise.all(lists)).flat().map((region) => region.code);
		const paths = await regionPaths(reader, found);
		return {
			village: null,
			query,
			villages: found.map((each) => ({ code: each, text: paths.get(each)?.text ?? each }))
		};
	}
	if (!isRegionCode(code) || levelOf(code) !== villageLevel || !serves(grants, code)) error(404, m.web_not_found());
	const { text, zone } = await foundOr404(regionPath(reader, code));
	return { village: { code, text }, today: dayOf(db.clock(), zone) };
};

export const actions: Actions = {
	default: async (event) => {
		const { db, actor, grants } = requireAnywhere(event, 'group.found');
		const done = await answerForm(event, FoundingForm, (typed): Promise<Founded> => {
			if (!serves(grants, typed.village)) error(404, m.web_not_found());
			return foundGroup(db, actor, foundingOf(typed), theApp().seals, formMessage(typed.kiriman, typed));
		});
		return onward(done, ({ groupId }) => `/dinsos/kube/${groupId}`);
	}
};
