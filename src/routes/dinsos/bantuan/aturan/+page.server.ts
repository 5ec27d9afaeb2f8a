/** Proposing what aid may buy and how it pays, in the office's region or a part of it. */
import * as v from 'valibot';
import { regimes } from '#lib/aid/regime.ts';
import { proposeRegime } from '#lib/aid/propose.server.ts';
import { PLATFORM } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { answerForm, once } from '#lib/web/answer.server.ts';
import { needed, oneOf } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { askedRegion } from '../asked-region.server.ts';
import { officeOr404 } from '../own-office.server.ts';
import { proposalFields, proposalOf } from '../proposal-fields.ts';
import type { Actions, PageServerLoad } from './$types';

const programmeMax = 60;

const Form = v.object({ ...proposalFields, regime: oneOf(regimes), programme: needed(programmeMax) });

export const load: PageServerLoad = async (event) => {
	const { db, reader, grants } = requireAnywhere(event, 'aid.propose');
	const office = await officeOr404(reader, event.url, { grants, now: db.clock() });
	return { ...(await askedRegion(reader, event.url, office)), today: office.today, office: office.officeId };
};

export const actions: Actions = {
	default: async (event) => {
		const { db, reader, actor, grants } = requireAnywhere(event, 'aid.propose');
		const office = await officeOr404(reader, event.url, { grants, now: db.clock() });
		const done = await answerForm(event, Form, (sent, fields) => {
			const proposal = { ...proposalOf(sent), regime: sent.regime, programme: sent.programme };
			return inWork(db, actor, PLATFORM, (work) =>
				once(work, event, fields, () => proposeRegime(work, office, proposal))
			);
		});
		return onward(done, (ruleId) => `/dinsos/bantuan/${ruleId}?kantor=${office.officeId}`);
	}
};
