/** Registering someone who is not a member of a group, with a role in an office or without one. */
import * as v from 'valibot';
import { PLATFORM } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { offices } from '#lib/identity/offices.server.ts';
import { registerPerson } from '#lib/identity/people.server.ts';
import { type Grant, mayAnywhere, parseRole, type Place, reaches, rolesOf } from '#lib/identity/permissions.ts';
import { roleName } from '#lib/identity/role-name.ts';
import { grantRole } from '#lib/identity/roles.server.ts';
import type { Reader } from '#lib/db/open.server.ts';
import type { Choice } from '#lib/look/choice.ts';
import { requireAnywhere } from '#lib/web/access.server.ts';
import { answerForm } from '#lib/web/answer.server.ts';
import { needed, optionalEmail, optionalText, phoneField } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { requireReach } from '../../reach.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Form = v.object({ name: needed(80), phone: phoneField, email: optionalEmail, role: optionalText(80) });

export const load: PageServerLoad = async (event) => {
	const { reader } = requireAnywhere(event, 'people.register');
	return { roles: await officeRoles(reader, mayAnywhere(event.locals.grants, 'office.people')) };
};

export const actions: Actions = {
	default: async (event) => {
		const { db, reader, actor } = requireAnywhere(event, 'people.register');
		const above = mayAnywhere(event.locals.grants, 'office.people');
		const done = await answerForm(event, Form, async ({ name, phone, email, role }) => {
			const duty = role === '' ? null : await dutyOf(reader, above, role);
			return inWork(db, actor, PLATFORM, async (work) => {
				const personId = await registerPerson(work, { name, phone, email });
				if (duty !== null) await grantRole(work, { personId, ...duty });
				return personId;
			});
		});
		return onward(done, (personId) => `/dinsos/orang/${personId}`);
	}
};

/** The roles in the offices that `above` reaches, as `role office`. */
async function officeRoles(reader: Reader, above: readonly Grant[]): Promise<Choice[]> {
	const reached = (await offices(reader)).filter((office) =>
		above.some((grant) => reaches(grant, placeOf(office.id, office.regionCode)))
	);
	return reached.flatMap((office) =>
		rolesOf('office').map((role) => ({
			value: `${role} ${office.id}`,
			label: `${roleName(role)}, ${office.name}`
		}))
	);
}

async function dutyOf(reader: Reader, above: readonly Grant[], text: string) {
	const [name = '', officeId = ''] = text.split(' ');
	const role = parseRole(name);
	const office = (await offices(reader)).find((known) => known.id === officeId);
	if (role === null || office === undefined || !rolesOf('office').includes(role)) return null;
	requireReach(above, placeOf(office.id, office.regionCode));
	return { role, scope: 'office', scopeId: office.id, regionCode: office.regionCode } as const;
}

function placeOf(officeId: string, regionCode: string): Place {
	return { scope: 'office', id: officeId, regionCode };
}
