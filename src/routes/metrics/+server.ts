/** Counts for a monitoring system, on loopback or with the token of `METRICS_TOKEN`. */
import { error } from '@sveltejs/kit';
import { requireMachine } from '#lib/web/access.server.ts';
import { registry } from '#lib/web/metrics.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	if (!requireMachine(event)) error(404);
	return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } });
};
