/** A photo that a form brings: stored first, then written down in the Work that uses it. */
import { join } from 'node:path';
import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { recordPhoto, storePhoto } from '#lib/files/photo.server.ts';
import { openFiles } from '#lib/files/store.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { GroupAccess } from '#lib/web/access.server.ts';
import { answerForm, once, type Unanswered } from '#lib/web/answer.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { m } from '#texts/messages.js';

const PhotoForm = v.object({
	photo: v.pipe(
		v.instance(File, () => m.office_photo_missing()),
		v.check(
			(file) => file.size > 0,
			() => m.office_photo_missing()
		)
	)
});

/** Takes the photo of the form and hands its id to `use`; `purpose` says what it shows. */
export async function takePhoto(
	event: RequestEvent,
	access: GroupAccess,
	purpose: 'product' | 'logo',
	use: (work: Work, fileId: Id) => Promise<void>
): Promise<null | ActionFailure<Unanswered>> {
	return answerForm(event, PhotoForm, async ({ photo }, fields) => {
		const files = openFiles(join(theApp().dataFolder, 'files'));
		const stored = await storePhoto(files, new Uint8Array(await photo.arrayBuffer()));
		return inWork(access.db, access.actor, access.tenant, (work) =>
			once(work, event, fields, async () => {
				await use(work, await recordPhoto(work, stored, purpose));
				return null;
			})
		);
	});
}
