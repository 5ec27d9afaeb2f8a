/** A photo of a group's goods or logo: for anyone, and never changing under its address. */
import { join } from 'node:path';
import { error } from '@sveltejs/kit';
import { parseVariantName } from '#lib/files/photo.ts';
import { readPhoto } from '#lib/files/photo.server.ts';
import { openFiles } from '#lib/files/store.server.ts';
import { requirePublic } from '#lib/web/access.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { foundOr404, idOr404 } from '#lib/web/found.server.ts';
import { m } from '#texts/messages.js';
import type { RequestHandler } from './$types';

const yearSeconds = 365 * 24 * 3600;

export const GET: RequestHandler = async (event) => {
	const { reader } = requirePublic(event);
	const { kube, file, variant } = event.params;
	const name = parseVariantName(variant);
	if (name === null) error(404, m.web_not_found());
	const files = openFiles(join(theApp().dataFolder, 'files'));
	const bytes = await foundOr404(readPhoto(reader, files, idOr404(kube), idOr404(file), name));
	return new Response(new Uint8Array(bytes), {
		headers: { 'content-type': `image/${name.format}`, 'cache-control': `public, max-age=${yearSeconds}, immutable` }
	});
};
