/** One picture of a slip, for who may look; that they did is written down first. */
import { join } from 'node:path';
import { inWork } from '#lib/db/work.server.ts';
import { readPaper } from '#lib/files/paper.server.ts';
import { openFiles } from '#lib/files/store.server.ts';
import { lookAtSlipPhoto } from '#lib/sales/slip-photos.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { foundOr404, idOr404 } from '#lib/web/found.server.ts';
import type { RequestHandler } from './$types';

/** A post, since looking changes something: the record of it. */
export const POST: RequestHandler = async (event) => {
	const { db, reader, actor, tenant, groupId } = await requireGroup(event, 'slips.read');
	const [saleId, fileId] = [idOr404(event.params.sale), idOr404(event.params.file)];
	await foundOr404(inWork(db, actor, tenant, (work) => lookAtSlipPhoto(work, saleId, fileId)));
	const files = openFiles(join(theApp().dataFolder, 'files'));
	const { bytes, mediaType, ending } = await foundOr404(readPaper(reader, files, groupId, fileId));
	const headers = {
		'content-type': mediaType,
		'content-disposition': `attachment; filename="slip.${ending}"`,
		'cache-control': 'private, no-store'
	};
	return new Response(new Uint8Array(bytes), { headers });
};
