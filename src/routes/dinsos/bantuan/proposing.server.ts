/** What the pages that propose a rule share: whose office proposes and for where, and the proposal itself. */
import type { RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import { PLATFORM } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { requireAnywhere } from '#lib/web/access.server.ts';
import { answerForm, once } from '#lib/web/answer.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { askedRegion } from './asked-region.server.ts';
import { officeOr404, type OwnOffice } from './own-office.server.ts';

type Access = ReturnType<typeof requireAnywhere>;

/** The region that the office proposes for, or those to choose from, and the present day there. */
export async function askedPlace({ url }: RequestEvent, { db, reader, grants }: Access) {
	const office = await officeOr404(reader, url, { grants, now: db.clock() });
	return { ...(await askedRegion(reader, url, office)), today: office.today };
}

/** Proposes in the office's name what the form says, and goes on to the page of the rule. */
export async function proposed<Sent>(
	event: RequestEvent,
	{ db, reader, actor, grants }: Access,
	form: v.GenericSchema<unknown, Sent>,
	propose: (work: Work, office: OwnOffice, sent: Sent) => Promise<Id>
) {
	const office = await officeOr404(reader, event.url, { grants, now: db.clock() });
	const done = await answerForm(event, form, (sent, fields) =>
		inWork(db, actor, PLATFORM, (work) => once(work, event, fields, () => propose(work, office, sent)))
	);
	return onward(done, (ruleId) => `/dinsos/bantuan/${ruleId}?kantor=${office.officeId}`);
}
