/** Proposing the list of food that aid may buy where a rule restricts it. */
import * as v from 'valibot';
import type { FoodListEntry } from '#lib/aid/food-list.ts';
import { proposeFoodList } from '#lib/aid/propose.server.ts';
import { foodGroups } from '#lib/catalog/product.ts';
import { PLATFORM } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { answerForm, once } from '#lib/web/answer.server.ts';
import { oneOf } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { askedRegion } from '../asked-region.server.ts';
import { officeOr404 } from '../own-office.server.ts';
import { proposalFields, proposalOf } from '../proposal-fields.ts';
import type { Actions, PageServerLoad } from './$types';

/** What of a food group the list takes: fresh food only, processed food too, or nothing. */
const share = oneOf(['none', 'fresh', 'all']);
const shares = v.object(v.entriesFromList(foodGroups, share));
const Form = v.object({ ...proposalFields, ...shares.entries });

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
			const proposal = { ...proposalOf(sent), entries: entriesOf(sent) };
			return inWork(db, actor, PLATFORM, (work) =>
				once(work, event, fields, () => proposeFoodList(work, office, proposal))
			);
		});
		return onward(done, (ruleId) => `/dinsos/bantuan/${ruleId}?kantor=${office.officeId}`);
	}
};

function entriesOf(sent: v.InferOutput<typeof shares>): FoodListEntry[] {
	return foodGroups.flatMap((foodGroup) =>
		sent[foodGroup] === 'none' ? [] : [{ foodGroup, isFreshOnly: sent[foodGroup] === 'fresh' }]
	);
}
