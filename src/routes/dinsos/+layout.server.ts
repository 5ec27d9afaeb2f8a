/** What every page of the platform needs for its frame. */
import { officeById } from '#lib/identity/offices.server.ts';
import { id } from '#lib/kernel/id.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { savedParameter } from '#lib/web/onward.server.ts';
import { m } from '#texts/messages.js';
import { navOf } from './nav.ts';
import { regionNamed, regionsOf } from './reach.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { reader, person, grants } = requireAnywhere(event, 'office.read');
	const { url, locals } = event;
	const office = grants.find((grant) => grant.scope === 'office');
	const region = regionsOf(grants)[0] ?? '';
	return {
		demo: theApp().installation.kind === 'demo',
		theme: locals.theme,
		path: url.pathname,
		here: url.pathname + url.search,
		saved: url.searchParams.has(savedParameter),
		person: person.name,
		name: office === undefined ? m.platform_title() : (await officeById(reader, id(office.scopeId))).name,
		place: (await regionNamed(reader, region)).text,
		nav: navOf(locals.grants)
	};
};
