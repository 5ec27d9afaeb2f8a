/** What every page of the platform needs for its frame. */
import { officeById } from '#lib/identity/offices.server.ts';
import { id } from '#lib/kernel/id.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { workFrameOf } from '#lib/web/frame.server.ts';
import { m } from '#texts/messages.js';
import { navOf } from './nav.ts';
import { regionNamed, regionsOf } from './reach.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { reader, person, grants } = requireAnywhere(event, 'office.read');
	const office = grants.find((grant) => grant.scope === 'office');
	const region = regionsOf(grants)[0] ?? '';
	return {
		...workFrameOf(event, person),
		name: office === undefined ? m.platform_title() : (await officeById(reader, id(office.scopeId))).name,
		place: (await regionNamed(reader, region)).text,
		nav: navOf(event.locals.grants)
	};
};
