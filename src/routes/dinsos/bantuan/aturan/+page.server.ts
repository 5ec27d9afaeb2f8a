/** Proposing what aid may buy and how it pays, in the office's region or a part of it. */
import * as v from 'valibot';
import { regimes } from '#lib/aid/regime.ts';
import { proposeRegime } from '#lib/aid/propose.server.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { needed, oneOf } from '#lib/web/fields.ts';
import { proposalFields, proposalOf } from '../proposal-fields.ts';
import { askedPlace, proposed } from '../proposing.server.ts';
import type { Actions, PageServerLoad } from './$types';

const programmeMax = 60;

const Form = v.object({ ...proposalFields, regime: oneOf(regimes), programme: needed(programmeMax) });

export const load: PageServerLoad = (event) => askedPlace(event, requireAnywhere(event, 'aid.propose'));

export const actions: Actions = {
	default: (event) =>
		proposed(event, requireAnywhere(event, 'aid.propose'), Form, (work, office, sent) =>
			proposeRegime(work, office, { ...proposalOf(sent), regime: sent.regime, programme: sent.programme })
		)
};
