/** A till's file of unsent events, brought by an officer. */
import * as v from 'valibot';
import { deliverBackup } from '#lib/sales/deliver-copy.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answerForm } from '#lib/web/answer.server.ts';
import { noteBug } from '#lib/web/api.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { m } from '#texts/messages.js';
import type { Actions, PageServerLoad } from './$types';

const FileForm = v.object({
	file: v.pipe(
		v.instance(File, () => m.office_till_bring_missing()),
		v.check(({ size }) => size > 0, () => m.office_till_bring_missing()) // prettier-ignore
	)
});

export const load: PageServerLoad = async (event) => {
	await requireGroup(event, 'till.deliver');
};

export const actions: Actions = {
	default: async (event) => {
		const { db, actor, groupId } = await requireGroup(event, 'till.deliver');
		return answerForm(event, FileForm, async ({ file }) => {
			const bringing = { db, actor, groupId, enrolmentId: null, reportBug: (error: unknown) => noteBug(event, error) };
			const bytes = new Uint8Array(await file.arrayBuffer());
			const { events, highest } = await deliverBackup(bringing, theApp().seals, bytes);
			const applied = events.filter(({ state }) => state === 'applied').length;
			return { brought: { applied, held: events.length - applied, highest } };
		});
	}
};
