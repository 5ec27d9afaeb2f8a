/** What was posted to an endpoint: JSON of one shape, or a refusal that names the field that is not so. */
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { BadInput, requireOwnOrigin } from './api.server.ts';

/** The JSON body of a post by one of our own pages. Throws ForeignOrigin, BadInput. */
export async function bodyOf<Schema extends v.GenericSchema>(
	event: RequestEvent,
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	requireOwnOrigin(event);
	const parsed = v.safeParse(schema, await jsonOf(event));
	if (parsed.success) return parsed.output;
	const [issue] = parsed.issues;
	throw new BadInput(v.getDotPath(issue) ?? 'body', issue.message);
}

/** A file as it was posted by one of our own pages. Throws ForeignOrigin, BadInput. */
export async function fileOf(event: RequestEvent): Promise<Uint8Array> {
	requireOwnOrigin(event);
	try {
		return new Uint8Array(await event.request.arrayBuffer());
	} catch (unreadable) {
		throw new BadInput('body', isTooLarge(unreadable) ? 'too large' : 'cut off');
	}
}

async function jsonOf(event: RequestEvent): Promise<unknown> {
	try {
		return await event.request.json();
	} catch (unreadable) {
		throw new BadInput('body', isTooLarge(unreadable) ? 'too large' : 'not JSON');
	}
}

/** Kit stops reading a body that passes `BODY_SIZE_LIMIT` with an error of status 413. */
export function isTooLarge(error: unknown): boolean {
	return typeof error === 'object' && error !== null && 'status' in error && error.status === 413;
}
