/** One rule of aid: what it says, who proposed it, and, for a second person of that office, confirming or refusing it. */
import * as v from 'valibot';
import { confirmRule, refuseRule } from '#lib/aid/confirm.server.ts';
import { ruleBookOf, ruleIn } from '#lib/aid/rule-book.server.ts';
import { stateOf } from '#lib/aid/rule-book.ts';
import { PLATFORM } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { everyName } from '#lib/identity/names.server.ts';
import { dayOf } from '#lib/kernel/day.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { answerForm, once } from '#lib/web/answer.server.ts';
import { needed } from '#lib/web/fields.ts';
import { foundOr404, idOr404 } from '#lib/web/found.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { regionNamed } from '../../reach.server.ts';
import { officeOr404, ownOffice } from '../own-office.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const reasonMax = 300;

export const load: PageServerLoad = async (event) => {
	const { db, reader, grants, person } = requireAnywhere(event, 'aid.rules');
	const now = db.clock();
	const office = await ownOffice(reader, event.url, { grants, now });
	const region = office?.region ?? (await regionNamed(reader, ''));
	const rule = await foundOr404(ruleIn(reader, region.code, idOr404(event.params.rule)));
	const state = stateOf(rule, await ruleBookOf(reader, region.code), dayOf(now, region.zone));
	const { proposedBy, confirmedBy, refusedBy } = rule;
	const names = await everyName(reader, [proposedBy, confirmedBy, refusedBy].flatMap((one) => one ?? [])); // prettier-ignore
	const nameOf = (personId: string | null) => (personId === null ? null : (names.get(personId) ?? null));
	return {
		rule,
		state,
		zone: region.zone,
		place: (await regionNamed(reader, rule.region)).text,
		people: { proposed: nameOf(proposedBy), confirmed: nameOf(confirmedBy), refused: nameOf(refusedBy) },
		office: office?.officeId ?? null,
		isOfOffice: office !== null && rule.officeId === office.officeId,
		isOwn: proposedBy === person.personId
	};
};

export const actions: Actions = {
	konfirmasi: async (event) => {
		const access = requireAnywhere(event, 'aid.confirm');
		return decided(event, access, v.object({}), (work, which) => confirmRule(work, which));
	},
	penolakan: async (event) => {
		const access = requireAnywhere(event, 'aid.confirm');
		return decided(event, access, v.object({ why: needed(reasonMax) }), (work, which, { why }) =>
			refuseRule(work, which, why)
		);
	}
};

async function decided<Sent>(
	event: RequestEvent,
	{ db, reader, actor, grants }: ReturnType<typeof requireAnywhere>,
	form: v.GenericSchema<unknown, Sent>,
	decide: (work: Work, which: Parameters<typeof confirmRule>[1], sent: Sent) => Promise<void>
) {
	const { officeId, today } = await officeOr404(reader, event.url, { grants, now: db.clock() });
	const which = { ruleId: idOr404(event.params.rule), officeId, today };
	const done = await answerForm(event, form, (sent, fields) =>
		inWork(db, actor, PLATFORM, (work) => once(work, event, fields, () => decide(work, which, sent)))
	);
	return onward(done, () => event.url.pathname + `?kantor=${officeId}`);
}
