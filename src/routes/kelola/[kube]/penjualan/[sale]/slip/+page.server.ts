/** Pictures of a sale's slip: adding one, and for who may, looking at them. */
import { join } from 'node:path';
import * as v from 'valibot';
import { inWork } from '#lib/db/work.server.ts';
import { storePicturePaper } from '#lib/files/paper.server.ts';
import { openFiles } from '#lib/files/store.server.ts';
import { saleById } from '#lib/sales/queries.server.ts';
import { addSlipPhoto, slipPhotosOf } from '#lib/sales/slip-photos.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answerForm, once } from '#lib/web/answer.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { foundOr404, idOr404 } from '#lib/web/found.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { m } from '#texts/messages.js';
import type { Actions, PageServerLoad } from './$types';

const missing = () => m.office_photo_missing();
const PhotoForm = v.object({
	photo: v.pipe(
		v.instance(File, missing),
		v.check((file) => file.size > 0, missing)
	)
});

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, can } = await requireGroup(event, 'slips.add');
	const { id, receiptNumber } = await foundOr404(saleById(reader, groupId, idOr404(event.params.sale)));
	const photos = can('slips.read') ? await slipPhotosOf(reader, groupId, id) : [];
	return { sale: { id, receiptNumber }, photos };
};

export const actions: Actions = {
	default: async (event) => {
		const { db, actor, tenant } = await requireGroup(event, 'slips.add');
		const saleId = idOr404(event.params.sale);
		const done = await answerForm(event, PhotoForm, async ({ photo }, fields) => {
			const files = openFiles(join(theApp().dataFolder, 'files'));
			const stored = await storePicturePaper(files, new Uint8Array(await photo.arrayBuffer()));
			return inWork(db, actor, tenant, (work) => once(work, event, fields, () => addSlipPhoto(work, saleId, stored)));
		});
		return onward(done, () => event.url.pathname);
	}
};
