/** One office: who works there, and giving and ending roles. */
import * as v from 'valibot';
import { PLATFORM } from '#lib/db/tenant.ts';
import type { Reader } from '#lib/db/open.server.ts';
import { inWork } from '#lib/db/work.server.ts';
import { type Office, officeById } from '#lib/identity/offices.server.ts';
import { type Grant, may, type Place, rolesOf } from '#lib/identity/permissions.ts';
import { endRole, grantRole, holdersOf } from '#lib/identity/roles.server.ts';
import { roleName } from '#lib/identity/role-name.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { regionPath } from '#lib/regions/queries.server.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { answerForm } from '#lib/web/answer.server.ts';
import { idField, oneOf } from '#lib/web/fields.ts';
import { foundOr404, idOr404 } from '#lib/web/found.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { m } from '#texts/messages.js';
import { knownPhone } from '../../known-phone.server.ts';
import { requireReach } from '../../reach.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Giving = v.objectAsync({ phone: knownPhone, role: oneOf(['office-staff', 'office-admin']) });
const Ending = v.object({ grant: idField });

export const load: PageServerLoad = async (event) => {
	const { db, reader, grants, person } = requireAnywhere(event, 'office.read');
	const office = await officeWithin(reader, grants, event.params.office);
	const place = placeOf(office);
	const holders = await holdersOf(reader, 'office', office.id, db.clock());
	return {
		office: { id: office.id, name: office.name },
		region: office.regionCode === '' ? m.platform_whole_country() : (await regionPath(reader, office.regionCode)).text,
		people: holders.map((holder) => ({ ...holder, roleName: roleName(holder.role) })),
		roles: rolesOf('office').map((role) => ({ value: role, label: roleName(role) })),
		self: person.personId,
		mayGive: may(event.locals.grants, 'office.people', place)
	};
};

export const actions: Actions = {
	give: async (event) => {
		const { db, reader, actor, grants } = requireAnywhere(event, 'office.people');
		const office = await officeWithin(reader, grants, event.params.office);
		const done = await answerForm(event, Giving, ({ phone: person, role }) =>
			inWork(db, actor, PLATFORM, (work) =>
				grantRole(work, {
					personId: person.id,
					role,
					scope: 'office',
					scopeId: office.id,
					regionCode: office.regionCode
				})
			)
		);
		return onward(done, () => `/dinsos/kantor/${office.id}`);
	},
	end: async (event) => {
		const { db, reader, actor, grants } = requireAnywhere(event, 'office.people');
		const office = await officeWithin(reader, grants, event.params.office);
		const done = await answerForm(event, Ending, ({ grant }) =>
			inWork(db, actor, PLATFORM, async (work) => {
				const holders = await holdersOf(work.reader, 'office', office.id, work.now);
				const held = holders.find((holder) => holder.grantId === grant);
				// Nobody ends their own role here: the last one would leave an office that nobody can enter.
				if (held === undefined || held.personId === actor.personId) throw new NotFound('role');
				await endRole(work, { grantId: grant });
			})
		);
		return onward(done, () => `/dinsos/kantor/${office.id}`);
	}
};

/** The office of that id, when `grants` reach it; 404 otherwise. */
async function officeWithin(reader: Reader, grants: readonly Grant[], officeId: string): Promise<Office> {
	const office = await foundOr404(officeById(reader, idOr404(officeId)));
	requireReach(grants, placeOf(office));
	return office;
}

function placeOf({ id, regionCode }: Office): Place {
	return { scope: 'office', id, regionCode };
}
