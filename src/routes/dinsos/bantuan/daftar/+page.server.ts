/** Proposing the list of food that aid may buy where a rule restricts it. */
import * as v from 'valibot';
import type { FoodListEntry } from '#lib/aid/food-list.ts';
import { proposeFoodList } from '#lib/aid/propose.server.ts';
import { foodGroups } from '#lib/catalog/product.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { oneOf } from '#lib/web/fields.ts';
import { proposalFields, proposalOf } from '../proposal-fields.ts';
import { askedPlace, proposed } from '../proposing.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** What of a food group the list takes: fresh food only, processed food too, or nothing. */
const share = oneOf(['none', 'fresh', 'all']);
const shares = v.object(v.entriesFromList(foodGroups, share));
const Form = v.object({ ...proposalFields, ...shares.entries });

export const load: PageServerLoad = (event) => askedPlace(event, requireAnywhere(event, 'aid.propose'));

export const actions: Actions = {
	default: (event) =>
		proposed(event, requireAnywhere(event, 'aid.propose'), Form, (work, office, sent) =>
			proposeFoodList(work, office, { ...proposalOf(sent), entries: entriesOf(sent) })
		)
};

function entriesOf(sent: v.InferOutput<typeof shares>): FoodListEntry[] {
	return foodGroups.flatMap((foodGroup) =>
		sent[foodGroup] === 'none' ? [] : [{ foodGroup, isFreshOnly: sent[foodGroup] === 'fresh' }]
	);
}
