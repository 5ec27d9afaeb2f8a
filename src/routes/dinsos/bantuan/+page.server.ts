/** The rules of aid: what holds today, what waits for a second person, what comes, and what was. */
import { ruleBookOf } from '#lib/aid/rule-book.server.ts';
import { stateOf } from '#lib/aid/rule-book.ts';
import { mayAnywhere } from '#lib/identity/permissions.ts';
import { dayOf } from '#lib/kernel/day.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { regionNames } from './region-names.server.ts';
import { ownOffice } from './own-office.server.ts';
import { regionNamed } from '../reach.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, reader, grants } = requireAnywhere(event, 'aid.rules');
	const now = db.clock();
	const office = await ownOffice(reader, event.url, { grants, now });
	const region = office?.region ?? (await regionNamed(reader, ''));
	const today = dayOf(now, region.zone);
	const book = await ruleBookOf(reader, region.code);
	const names = await regionNames(reader, book.map((rule) => rule.region)); // prettier-ignore
	const rules = book.map((rule) => ({ rule, state: stateOf(rule, book, today), place: names.get(rule.region) ?? '' }));
	const mayPropose = office !== null && mayAnywhere(event.locals.grants, 'aid.propose').length > 0;
	const maySeeFacts = mayAnywhere(event.locals.grants, 'aid.facts').some((grant) => grant.scope === 'office');
	return { maySeeFacts, region: region.text, today, rules, office: office?.officeId ?? null, mayPropose };
};
